import FoundationEssentials
import PhaseLoom
import Testing

@testable import Regulations

/// The guide page of the plug-in says what its overlays do.
@Suite struct RegulationGuideTests {
    /// The options under which each overlay says most.
    private static func overlays() throws -> [DeclarativeOverlay] {
        [
            DeclarativeOverlay(try BreachNotification()), DeclarativeOverlay(try FCCPart15()),
            DeclarativeOverlay(try FTCAct(options: ["personal-data": "yes"])), DeclarativeOverlay(try GLBA()),
            DeclarativeOverlay(try HIPAA()), DeclarativeOverlay(try SOX(options: ["attestation": "yes"])),
        ]
    }

    @Test(arguments: 0..<6)
    func `the guide names every obligation with its evidence and measurement`(place: Int) throws {
        let guide = try Self.guide()
        let body = try Self.overlays()[place].body
        let names = (body.changes + body.interactions.flatMap(\.changes)).flatMap(Self.names)
        #expect(names.filter { !guide.contains("`\($0)`") } == [])
    }

    @Test(arguments: RegulationTests.all.indices)
    func `the guide names every option with its default`(place: Int) throws {
        let rows = try Self.guide().split(separator: "\n")
        for option in RegulationTests.all[place].options {
            let row = rows.first { $0.hasPrefix("| `\(option.name)` |") } ?? ""
            let cells = row.split(separator: "|").map { $0.filter { $0 != "`" && $0 != " " } }
            #expect(cells.contains(option.defaultValue), "\(option.name)")
        }
    }

    @Test(arguments: NotificationLaw.allCases)
    func `the guide names every law with a clock`(law: NotificationLaw) throws {
        #expect(try Self.guide().contains("`\(law.rawValue)`"))
    }

    private static func names(_ change: Change) -> [String] {
        switch change.operation {
        case .expect(let expect):
            [expect.id.text] + expect.needs.map(\.text) + (expect.bound.map { [$0.measure.text] } ?? [])
        case .require(let require): [require.id.text] + require.needs.map(\.text)
        default: []
        }
    }

    private static func guide() throws -> String {
        var parts = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3).map(String.init)
        parts += ["Plugins", "Regulations", "Regulations.docc", "Regulations.md"]
        return try String(contentsOfFile: parts.joined(separator: "/"), encoding: .utf8)
    }
}
