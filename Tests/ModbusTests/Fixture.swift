import PhaseLoom
import Testing

#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// The files beside the tests.
enum Fixture {
    /// The rows of a file of vectors.
    static func vectors(_ name: String) throws -> [JSONNode] {
        guard case .array(let rows)? = try JSONReader.read(octets(of: name))["vectors"]?.content else { return [] }
        return rows
    }

    static func octets(of name: String) throws -> [UInt8] {
        var parts = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast().map(String.init)
        parts += ["Fixtures", name]
        let file = try #require(fopen(parts.joined(separator: "/"), "rb"))
        defer { fclose(file) }
        var octets: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = fread(&piece, 1, piece.count, file)
            guard count > 0 else { return octets }
            octets += piece[..<count]
        }
    }
}

extension JSONNode {
    /// A member of an object.
    subscript(key: String) -> JSONNode? {
        guard case .object(let members) = content else { return nil }
        return members.first { $0.key == key }?.node
    }

    /// The text, if it is one.
    var text: String? {
        guard case .string(let text) = content else { return nil }
        return text
    }
}

extension [UInt8] {
    /// The octets that digits of base 16 stand for; blanks between them are left out.
    init(hex text: String) {
        let digits = text.filter { $0 != " " }.compactMap(\.hexDigitValue)
        self = stride(from: 0, to: digits.count - 1, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) }
    }

    /// The octets as digits of base 16.
    var hex: String { map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined() }
}
