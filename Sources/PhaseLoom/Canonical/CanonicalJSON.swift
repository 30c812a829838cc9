extension JSONValue {
    /// The one way to write the value: keys sorted by bytes, two spaces of indent, one newline at the end.
    ///
    /// Numbers are written in their shortest round-trip form, and of the characters only quotation marks, backslashes
    /// and those below U+0020 are escaped.
    ///
    /// - Complexity: O(*n* log *n*) in the number of members of an object, O(*n*) when they come sorted.
    public var canonicalBytes: [UInt8] {
        var writer = CanonicalWriter()
        writer.write(self)
        return writer.finish()
    }

    /// The canonical form on one line: the same order and the same texts, with no spaces and no newline.
    ///
    /// - Complexity: O(*n* log *n*) in the number of members of an object, O(*n*) when they come sorted.
    public var compactBytes: [UInt8] {
        var writer = CanonicalWriter(isCompact: true)
        writer.write(self)
        return writer.output
    }

    /// The canonical form as text.
    public var canonicalText: String { String(decoding: canonicalBytes, as: UTF8.self) }
}

/// Writes values in canonical form into one growing buffer.
private struct CanonicalWriter {
    private(set) var output: [UInt8] = []
    private var indent = [UInt8(ascii: "\n")]
    private let isCompact: Bool

    init(isCompact: Bool = false) {
        self.isCompact = isCompact
        output.reserveCapacity(isCompact ? 1 << 9 : 1 << 14)
    }

    mutating func finish() -> [UInt8] {
        output.append(UInt8(ascii: "\n"))
        return output
    }

    mutating func write(_ value: JSONValue) {
        switch value {
        case .null: write("null" as StaticString)
        case .bool(let value): write(value ? "true" as StaticString : "false" as StaticString)
        case .integer(let value): output.append(contentsOf: String(value).utf8)
        case .number(let value) where value.isFinite: output.append(contentsOf: value.canonicalText.utf8)
        case .number: write("null" as StaticString)
        case .string(let text): write(text)
        case .array(let elements): write(elements)
        case .object(let members): write(members)
        }
    }

    private mutating func write(_ literal: StaticString) {
        literal.withUTF8Buffer { output.append(contentsOf: $0) }
    }

    private mutating func write(_ elements: [JSONValue]) {
        guard !elements.isEmpty else { return write("[]" as StaticString) }
        open(UInt8(ascii: "["))
        var isFirst = true
        for element in elements {
            startLine(isFirst: isFirst)
            isFirst = false
            write(element)
        }
        close(UInt8(ascii: "]"))
    }

    private mutating func write(_ members: [JSONMember]) {
        guard !members.isEmpty else { return write("{}" as StaticString) }
        open(UInt8(ascii: "{"))
        var isFirst = true
        for member in members.sortedByKey {
            startLine(isFirst: isFirst)
            isFirst = false
            write(member.key)
            write(isCompact ? ":" as StaticString : ": " as StaticString)
            write(member.value)
        }
        close(UInt8(ascii: "}"))
    }

    private mutating func open(_ bracket: UInt8) {
        output.append(bracket)
        if !isCompact { indent.append(contentsOf: [UInt8(ascii: " "), UInt8(ascii: " ")]) }
    }

    private mutating func close(_ bracket: UInt8) {
        if !isCompact { indent.removeLast(2) }
        startLine(isFirst: true)
        output.append(bracket)
    }

    private mutating func startLine(isFirst: Bool) {
        if !isFirst { output.append(UInt8(ascii: ",")) }
        if !isCompact { output.append(contentsOf: indent) }
    }

    private mutating func write(_ text: String) {
        output.append(UInt8(ascii: "\""))
        if text.utf8.withContiguousStorageIfAvailable({ write($0) }) == nil {
            Array(text.utf8).withUnsafeBufferPointer { write($0) }
        }
        output.append(UInt8(ascii: "\""))
    }

    /// Copies the stretches between characters that have to be escaped as they are.
    private mutating func write(_ utf8: UnsafeBufferPointer<UInt8>) {
        var start = 0
        for (index, byte) in utf8.enumerated() {
            guard byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") else { continue }
            output.append(contentsOf: utf8[start..<index])
            writeEscaped(byte)
            start = index + 1
        }
        output.append(contentsOf: utf8[start...])
    }

    private mutating func writeEscaped(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "\""): write("\\\"" as StaticString)
        case UInt8(ascii: "\\"): write("\\\\" as StaticString)
        case 0x08: write("\\b" as StaticString)
        case 0x09: write("\\t" as StaticString)
        case 0x0A: write("\\n" as StaticString)
        case 0x0C: write("\\f" as StaticString)
        case 0x0D: write("\\r" as StaticString)
        default:
            write("\\u00" as StaticString)
            output.append(contentsOf: [byte >> 4, byte & 15].map(\.hexDigit))
        }
    }
}

extension [JSONMember] {
    fileprivate var sortedByKey: [JSONMember] {
        // Comparing texts would compare their normal forms; what counts here is bytes.
        let isSorted = zip(self, dropFirst()).allSatisfy { !$1.key.utf8.lexicographicallyPrecedes($0.key.utf8) }
        return isSorted ? self : sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
    }
}

extension UInt8 {
    /// The lower-case hexadecimal digit of a number below 16.
    public var hexDigit: UInt8 { self < 10 ? UInt8(ascii: "0") + self : UInt8(ascii: "a") + self - 10 }
}
