import FoundationEssentials
import PhaseLoom
import Testing

/// The reference page of codes has a row for each of them.
@Suite struct CodePageTests {
    @Test func `every code of a conflict is on the page`() throws {
        let missing = try Conflict.Code.allCases.map(\.rawValue).filter(isAbsent)
        #expect(missing == [])
    }

    @Test func `every code of a finding is on the page`() throws {
        let missing = try Finding.Code.allCases.map(\.rawValue).filter(isAbsent)
        #expect(missing == [])
    }

    private func isAbsent(_ code: String) throws -> Bool {
        var parts = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(4).map(String.init)
        parts += ["Sources", "PhaseLoom", "PhaseLoom.docc", "ConflictsAndFindings.md"]
        return try !String(contentsOfFile: parts.joined(separator: "/"), encoding: .utf8).contains("\n| `\(code)` |")
    }
}
