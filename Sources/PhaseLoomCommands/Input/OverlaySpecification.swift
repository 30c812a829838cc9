import PhaseLoom

/// An overlay as a command line names it: `id` or `id:key=value,key=value`.
///
/// In a value, `\,` stands for a comma and `\\` for a backslash; an equals sign needs nothing.
struct OverlaySpecification: Hashable, Sendable {
    let name: String
    let options: [String: String]

    /// Names an overlay with options.
    init(name: String, options: [String: String]) {
        self.name = name
        self.options = options
    }

    /// Reads one overlay.
    init(parsing text: String) throws(UsageError) {
        guard let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")) else {
            name = text
            options = [:]
            guard !text.isEmpty else { throw UsageError("an overlay's id is missing: write 'id' or 'id:key=value'") }
            return
        }
        name = String(text[..<colon])
        guard !name.isEmpty else {
            throw UsageError("'\(text.excerpt)' names no overlay: write its id before ':'")
        }
        var options: [String: String] = [:]
        for part in Self.split(text[text.utf8.index(after: colon)...]) {
            let (key, value) = try Self.option(part, of: name)
            if options.updateValue(value, forKey: key) != nil {
                throw UsageError("'\(name.excerpt)' is given the option '\(key.excerpt)' twice")
            }
        }
        self.options = options
    }

    /// Reads overlays that are separated by commas.
    ///
    /// A part belongs to the options of the overlay before it when it has a `=` before any `:`. No text names no
    /// overlays.
    static func list(parsing text: String) throws(UsageError) -> [OverlaySpecification] {
        guard !text.isEmpty else { return [] }
        var specifications: [String] = []
        for part in split(text[...]) {
            if continues(part), let last = specifications.last {
                guard last.utf8.contains(UInt8(ascii: ":")) else {
                    throw UsageError(
                        "'\(String(part).excerpt)' belongs to no overlay: options follow the overlay's id after ':'")
                }
                specifications[specifications.count - 1] += ",\(part)"
            } else {
                specifications.append(String(part))
            }
        }
        var list: [OverlaySpecification] = []
        for text in specifications { list.append(try OverlaySpecification(parsing: text)) }
        return list
    }

    private static func continues(_ part: Substring) -> Bool {
        part.utf8.first { $0 == UInt8(ascii: "=") || $0 == UInt8(ascii: ":") } == UInt8(ascii: "=")
    }

    private static func option(_ part: Substring, of name: String) throws(UsageError) -> (key: String, value: String) {
        guard let equals = part.utf8.firstIndex(of: UInt8(ascii: "=")), equals > part.startIndex else {
            throw UsageError("'\(String(part).excerpt)' is not an option of '\(name.excerpt)': write 'key=value'")
        }
        return (String(part[..<equals]), unescaped(part[part.utf8.index(after: equals)...]))
    }

    /// The parts between commas that no backslash precedes, with their backslashes.
    private static func split(_ text: Substring) -> [Substring] {
        var parts: [Substring] = []
        var start = text.startIndex
        var isEscaped = false
        for index in text.utf8.indices {
            let byte = text.utf8[index]
            if byte == UInt8(ascii: ","), !isEscaped {
                parts.append(text[start..<index])
                start = text.utf8.index(after: index)
            }
            isEscaped = byte == UInt8(ascii: "\\") && !isEscaped
        }
        return parts + [text[start...]]
    }

    private static func unescaped(_ text: Substring) -> String {
        var result: [UInt8] = []
        var rest = text.utf8[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "\\"), let next = rest.first,
                next == UInt8(ascii: ",") || next == UInt8(ascii: "\\")
            {
                result.append(next)
                rest.removeFirst()
            } else {
                result.append(byte)
            }
        }
        return String(decoding: result, as: UTF8.self)
    }
}

extension OverlaySpecification: CustomStringConvertible {
    /// The overlay as a command line names it, with its options in order of their names.
    var description: String {
        guard !options.isEmpty else { return name }
        let options = options.sorted { $0.key < $1.key }.map { "\($0.key)=\(Self.escaped($0.value))" }
        return "\(name):\(options.joined(separator: ","))"
    }

    private static func escaped(_ value: String) -> String {
        String(value.flatMap { $0 == "," || $0 == "\\" ? ["\\", $0] : [$0] })
    }
}
