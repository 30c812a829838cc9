/// A reader of JSON documents that takes RFC 8259 at its word and remembers where every value stands.
///
/// It accepts no extension, refuses what would be read differently by different programs (duplicate names, lone
/// surrogates, numbers beyond the range of `Double`), and needs no stack, however deep a document nests.
public struct JSONReader: Sendable {
    /// The bytes that a document may have unless its reader says otherwise.
    public static let sizeLimit = 16 << 20
    /// The lists and objects that may stand inside one another.
    public static let depthLimit = 64

    var scanner: JSONScanner
    private var frames: [JSONFrame] = []

    private init(_ scanner: JSONScanner) { self.scanner = scanner }

    /// Reads a document.
    ///
    /// - Parameters:
    ///   - bytes: the document.
    ///   - limit: the bytes that it may have.
    ///   - takesNonFinite: whether `NaN`, `Infinity` and `-Infinity` are taken for numbers, as some programs write them.
    /// - Returns: the value of the document.
    /// - Throws: ``JSONError`` for the first thing that is wrong.
    /// - Complexity: O(*n*) in the number of bytes.
    public static func read(
        _ bytes: [UInt8], upTo limit: Int = JSONReader.sizeLimit, takingNonFinite takesNonFinite: Bool = false
    ) throws(JSONError) -> JSONNode {
        var reader = JSONReader(JSONScanner(bytes, takingNonFinite: takesNonFinite))
        do {
            return try reader.document(upTo: limit)
        } catch {
            throw JSONError(
                offset: error.offset, path: reader.path.description, message: error.message, hint: error.hint)
        }
    }

    private mutating func document(upTo limit: Int) throws(JSONFault) -> JSONNode {
        try scanner.checkStart(limit: limit)
        while true {
            scanner.skipSpace()
            guard let node = try startValue() else { continue }
            if let root = try finish(node) {
                guard scanner.byte == nil else { throw scanner.fault(.trailing) }
                return root
            }
        }
    }

    /// Reads a whole value, or opens a list or object that has content and returns `nil`.
    private mutating func startValue() throws(JSONFault) -> JSONNode? {
        let offset = scanner.offset
        switch scanner.byte {
        case UInt8(ascii: "{")?: return try open(.object)
        case UInt8(ascii: "[")?: return try open(.array)
        case UInt8(ascii: "\"")?: return JSONNode(offset: offset, content: .string(try scanner.string()))
        case let byte? where byte.isDigit || byte == UInt8(ascii: "-"):
            return JSONNode(offset: offset, content: try scanner.number())
        default: return JSONNode(offset: offset, content: try scanner.word())
        }
    }

    private mutating func open(_ kind: JSONFrame.Kind) throws(JSONFault) -> JSONNode? {
        guard frames.count < Self.depthLimit else { throw scanner.fault(.depth) }
        frames.append(JSONFrame(kind, at: scanner.offset))
        scanner.advance()
        scanner.skipSpace()
        if scanner.byte == kind.close { return close() }
        if kind == .object { try readKey() }
        return nil
    }

    private mutating func close() -> JSONNode? {
        scanner.advance()
        return frames.popLast()?.node
    }

    private mutating func readKey() throws(JSONFault) {
        let offset = scanner.offset
        guard scanner.byte == UInt8(ascii: "\"") else { throw scanner.fault(.key) }
        let key = try scanner.string()
        guard frames[frames.count - 1].open(key, at: offset) else {
            throw JSONFault(offset, "the name '\(key.excerpt)' appears twice", hint: "keep one of the two")
        }
        scanner.skipSpace()
        guard scanner.byte == UInt8(ascii: ":") else { throw scanner.fault(.colon) }
        scanner.advance()
    }

    /// Puts a finished value where it belongs, and closes what ends with it.
    ///
    /// - Returns: the root, once it is finished.
    private mutating func finish(_ node: JSONNode) throws(JSONFault) -> JSONNode? {
        var node = node
        while let kind = frames.last?.kind {
            frames[frames.count - 1].append(node)
            scanner.skipSpace()
            if scanner.byte == UInt8(ascii: ",") {
                scanner.advance()
                scanner.skipSpace()
                if scanner.byte == kind.close { throw scanner.fault(.comma) }
                if kind == .object { try readKey() }
                return nil
            }
            guard scanner.byte == kind.close, let closed = close() else {
                throw scanner.fault(kind == .object ? .member : .element)
            }
            node = closed
        }
        scanner.skipSpace()
        return node
    }

    /// The value that is being read.
    private var path: JSONPath {
        frames.reduce(JSONPath.root) { path, frame in
            switch frame.kind {
            case .array: .element(path, frame.count)
            case .object: frame.openKey.map { .member(path, $0) } ?? path
            }
        }
    }
}
