import PhaseLoom
import Testing

@testable import PhaseLoomFormats

@Suite struct ConflictTextTests {
    @Test func writesClaimsAndWaysOut() throws {
        let report = try #require(Samples.conflict())
        try expectGolden(ConflictText().render(report, for: Surface(columns: 80)), "conflict-80.txt")
    }

    @Test(arguments: [40, 60, 80, 200]) func keepsWithinTheColumns(columns: Int) {
        let claim = Conflict.Claim(by: "somebody", value: Samples.hostileText, cites: [Samples.hostileText])
        let report = ConflictReport(conflicts: [
            Conflict(
                code: .bound, target: Samples.hostileText, claims: [claim, claim], message: Samples.hostileText,
                waysOut: [Samples.hostileText])
        ])
        let text = ConflictText().render(report, for: Surface(columns: columns))
        #expect(text.split(separator: "\n").allSatisfy { String($0).columns <= columns })
        #expect(text.unicodeScalars.allSatisfy { $0 == "\n" || $0.isPrintable })
    }
}

@Suite struct FindingTextTests {
    @Test func saysThatAllIsWell() {
        #expect(FindingText().render([], for: Surface()) == "✓ Sound: verification found nothing.\n")
    }

    @Test func writesChainsBlameAndHints() {
        let finding = Finding(
            code: .needBlocked, severity: .error, message: "'scoping' waits for itself",
            subjects: ["scoping", "closeout"],
            overlays: ["careless"], hint: "move the requirement")
        let note = Finding(
            code: .phaseFloating, severity: .note, message: "'newsletter' may run at any time",
            subjects: ["newsletter"],
            overlays: [], hint: "")
        let expected = """
            Verification: 1 error, 1 note

            ✗ error need-blocked · from careless
              'scoping' waits for itself
              scoping → closeout
              → move the requirement

            · note phase-floating
              'newsletter' may run at any time

            """
        #expect(FindingText().render([finding, note], for: Surface()) == expected)
    }
}
