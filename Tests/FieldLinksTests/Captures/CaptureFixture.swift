import Testing

#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// The captures beside the tests.
enum CaptureFixture {
    static func octets(of name: String) throws -> [UInt8] {
        var parts = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(2).map(String.init)
        parts += ["Fixtures", name]
        let file = try #require(fopen(parts.joined(separator: "/"), "rb"))
        defer { fclose(file) }
        var octets = [UInt8](repeating: 0, count: 65_536)
        let count = fread(&octets, 1, octets.count, file)
        return Array(octets.prefix(count))
    }

    /// A number that an environment variable has; another one without it.
    static func count(_ name: String, otherwise count: Int) -> Int {
        getenv(name).flatMap { Int(String(cString: $0)) } ?? count
    }
}
