import Testing

#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// The captures beside these tests and those of links.
enum ReplayFixture {
    static func octets(of name: String, in target: String = "FieldLinksTests") throws -> [UInt8] {
        var parts = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3).map(String.init)
        parts += [target, "Fixtures", name]
        let file = try #require(fopen(parts.joined(separator: "/"), "rb"))
        defer { fclose(file) }
        var octets = [UInt8](repeating: 0, count: 65_536)
        let count = fread(&octets, 1, octets.count, file)
        return Array(octets.prefix(count))
    }
}
