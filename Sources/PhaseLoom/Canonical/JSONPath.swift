/// The way from the root of a JSON document to one of its values, such as `$.changes[3].insert.phase.id`.
package indirect enum JSONPath: Sendable {
    /// The document itself.
    case root
    /// A member of an object.
    case member(JSONPath, String)
    /// An element of a list.
    case element(JSONPath, Int)
}

extension JSONPath: CustomStringConvertible {
    /// The path in the notation of RFC 9535; names that are no plain words are shortened to something legible.
    package var description: String {
        var steps: [String] = []
        var path = self
        loop: while true {
            switch path {
            case .root: break loop
            case .member(let parent, let key):
                steps.append(Self.step(to: key))
                path = parent
            case .element(let parent, let index):
                steps.append("[\(index)]")
                path = parent
            }
        }
        return "$" + steps.reversed().joined()
    }

    private static func step(to key: String) -> String {
        let isWord = !key.isEmpty && key.utf8.count <= 60 && key.utf8.allSatisfy(\.isWordByte)
        return isWord && key.utf8.first.map { !$0.isDigit } == true ? ".\(key)" : "['\(key.excerpt)']"
    }
}

extension UInt8 {
    /// Whether the byte is an ASCII digit.
    package var isDigit: Bool { self &- UInt8(ascii: "0") < 10 }

    /// Whether the byte is an ASCII letter, digit or underscore.
    package var isWordByte: Bool { isDigit || (self | 0x20) &- UInt8(ascii: "a") < 26 || self == UInt8(ascii: "_") }
}
