/// A reader of values separated by commas, or by another character, as RFC 4180 has them, record by record.
///
/// Beyond the RFC it takes a byte order mark, lines that end with LF or CR alone, blank lines (which it skips), and
/// spaces around fields (which it drops unless they are quoted).
public struct CSVReader: Sendable {
    /// The fields that a record may have.
    public static let fieldLimit = 10_000

    private let bytes: [UInt8]
    private let separator: UInt8
    private var offset: Int

    /// One value of a record.
    public struct Field: Hashable, Sendable {
        /// What it holds.
        public let text: String
        /// The offset of its first byte, or of its quotation mark.
        public let offset: Int
    }

    /// Starts to read a document.
    ///
    /// - Parameters:
    ///   - bytes: the document, in UTF-8.
    ///   - separator: the character between two fields, such as `;` where the comma is a decimal sign.
    public init(_ bytes: [UInt8], separator: UInt8 = UInt8(ascii: ",")) {
        self.bytes = bytes
        self.separator = separator
        offset = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    }

    /// Reads the next record.
    ///
    /// - Returns: its fields, at least one; `nil` at the end.
    /// - Throws: ``InputProblem`` for a breach of the grammar, after which there is nothing more to read.
    /// - Complexity: O(*n*) in the length of the record.
    public mutating func next() throws(InputProblem) -> [Field]? {
        while offset < bytes.count, bytes[offset].isLineEnd { offset += 1 }
        guard offset < bytes.count else { return nil }
        var fields: [Field] = []
        repeat {
            guard fields.count < Self.fieldLimit else {
                throw InputProblem(offset, "the line has too many fields", hint: "use at most \(Self.fieldLimit)")
            }
            fields.append(try field())
        } while takeSeparator()
        return fields
    }

    private var byte: UInt8? { offset < bytes.count ? bytes[offset] : nil }

    private mutating func takeSeparator() -> Bool {
        guard byte == separator else { return false }
        offset += 1
        return true
    }

    private mutating func skipBlanks() {
        while let byte, byte.isBlank, byte != separator { offset += 1 }
    }

    private mutating func field() throws(InputProblem) -> Field {
        skipBlanks()
        let start = offset
        guard byte != UInt8(ascii: "\"") else { return Field(text: try quoted(), offset: start) }
        while let byte, byte != separator, !byte.isLineEnd {
            if byte == UInt8(ascii: "\"") {
                throw InputProblem(
                    offset, "a quotation mark stands inside a field", hint: "quote the whole field and double the mark")
            }
            offset += 1
        }
        var end = offset
        while end > start, bytes[end - 1].isBlank, bytes[end - 1] != separator { end -= 1 }
        return Field(text: try text(Array(bytes[start..<end]), at: start), offset: start)
    }

    private mutating func quoted() throws(InputProblem) -> String {
        let start = offset
        var content: [UInt8] = []
        offset += 1
        while true {
            guard let byte else {
                throw InputProblem(start, "a quoted field never ends", hint: "put a quotation mark after it")
            }
            offset += 1
            if byte != UInt8(ascii: "\"") {
                content.append(byte)
            } else if self.byte == UInt8(ascii: "\"") {
                content.append(byte)
                offset += 1
            } else {
                break
            }
        }
        skipBlanks()
        if let byte, byte != separator, !byte.isLineEnd {
            let mark = Character(Unicode.Scalar(separator))
            throw InputProblem(
                offset, "text follows a quoted field", hint: "put a '\(mark)' after the quotation mark")
        }
        return try text(content, at: start)
    }

    private func text(_ content: [UInt8], at start: Int) throws(InputProblem) -> String {
        guard let text = String(validating: content, as: UTF8.self) else {
            throw InputProblem(start, "a field is not valid UTF-8", hint: "save the file as UTF-8")
        }
        return text
    }
}

extension UInt8 {
    fileprivate var isLineEnd: Bool { self == UInt8(ascii: "\n") || self == UInt8(ascii: "\r") }
    fileprivate var isBlank: Bool { self == UInt8(ascii: " ") || self == UInt8(ascii: "\t") }
}
