import Testing

#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// The files beside these tests.
enum SmartBuildingFixture {
    static func octets(of name: String) throws -> [UInt8] {
        var parts = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast().map(String.init)
        parts += ["Fixtures", name]
        let file = try #require(fopen(parts.joined(separator: "/"), "rb"))
        defer { fclose(file) }
        var octets = [UInt8](repeating: 0, count: 65_536)
        let count = fread(&octets, 1, octets.count, file)
        return Array(octets.prefix(count))
    }
}
