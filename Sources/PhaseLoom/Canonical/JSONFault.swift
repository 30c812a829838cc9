/// What is wrong with a document at an offset; the reader adds the path.
struct JSONFault: Error {
    let offset: Int
    let message: String
    let hint: String

    init(_ offset: Int, _ message: String, hint: String) {
        self.offset = offset
        self.message = message
        self.hint = hint
    }

    /// What was expected where something else stands.
    enum Expectation {
        case value, key, colon, comma, member, element, trailing, depth
    }
}

extension JSONScanner {
    /// Describes what stands at the current offset instead of what was expected.
    func fault(_ expectation: JSONFault.Expectation) -> JSONFault {
        if expectation == .depth {
            return JSONFault(
                offset, "lists and objects nest deeper than \(JSONReader.depthLimit) levels", hint: "use fewer levels")
        }
        guard byte != nil else {
            return JSONFault(offset, "the document ends too early", hint: Self.hint(expectation))
        }
        return JSONFault(offset, "\(sight) cannot stand here", hint: hintForSight ?? Self.hint(expectation))
    }

    private static func hint(_ expectation: JSONFault.Expectation) -> String {
        switch expectation {
        case .value: "put a value here"
        case .key: "put a name in double quotes here"
        case .colon: "put a ':' after the name"
        case .comma: "remove the comma before it"
        case .member: "put a ',' or a '}' after the member"
        case .element: "put a ',' or a ']' after the element"
        case .trailing: "end the document after its first value"
        case .depth: "use fewer levels"
        }
    }

    /// What a person sees at the current offset: a word, or one character.
    private var sight: String {
        guard let byte else { return "the end" }
        let rest = bytes[offset...].prefix(64)
        let length = byte.isWordByte ? rest.prefix { $0.isWordByte }.count : byte < 0x80 ? 1 : 4
        let text = String(decoding: rest.prefix(length), as: UTF8.self)
        return "'\(byte.isWordByte ? text : String(text.unicodeScalars.prefix(1)).excerpt)'"
    }

    private var hintForSight: String? {
        switch byte {
        case UInt8(ascii: "'")?: "put texts in double quotes"
        case UInt8(ascii: "/")?, UInt8(ascii: "#")?: "remove the comment: JSON has none"
        default: nil
        }
    }
}
