import FoundationEssentials
import PhaseLoom
import ServiceOperations
import Testing

/// The guide page of the plug-in says what its overlays and collectors do.
@Suite struct OperationsGuideTests {
    @Test(arguments: ContractTests.types.indices)
    func `the guide names every obligation with its evidence and measurement`(place: Int) throws {
        let guide = try Self.guide()
        let type = ContractTests.types[place]
        let desks = type == ServicePractices.self ? ["noc", "soc"].map { ["desk": $0] } : []
        let loads = type == EngineeringQuality.self ? [["load-test": "yes"]] : []
        for options in [[:]] + desks + loads {
            let body = try Composed.made(type, options).body
            let names = (body.changes + body.interactions.flatMap(\.changes)).flatMap(Self.names)
            #expect(names.filter { !guide.contains("`\($0)`") } == [])
        }
    }

    @Test(arguments: ContractTests.types.indices)
    func `the guide names every option with its default`(place: Int) throws {
        let rows = try Self.guide().split(separator: "\n")
        for option in ContractTests.types[place].options {
            let row = rows.first { $0.hasPrefix("| `\(option.name)` |") } ?? ""
            let cells = row.split(separator: "|").map { $0.filter { $0 != "`" && $0 != " " } }
            #expect(cells.contains(option.defaultValue), "\(option.name)")
        }
    }

    @Test func `the guide names the files of the collectors, and the triggers of the tiers`() throws {
        let guide = try Self.guide()
        for option in MetricsCollector.options { #expect(guide.contains("`--\(option.name)`"), "\(option.name)") }
        for option in AvailabilityCollector.options { #expect(guide.contains("--\(option.name) "), "\(option.name)") }
        for phase in try Composed(TieredSupport.self).sequence.phases {
            let triggers = phase.condition.triggers + phase.activities.flatMap(\.condition.triggers)
            #expect(triggers.allSatisfy { guide.contains("`\($0.id)`") })
        }
    }

    private static func names(_ change: Change) -> [String] {
        switch change.operation {
        case .expect(let expect):
            [expect.id.text] + expect.needs.map(\.text) + (expect.bound.map { [$0.measure.text] } ?? [])
                + (expect.proof.map(measures) ?? [])
        case .require(let require): [require.id.text] + require.needs.map(\.text) + (require.proof.map(measures) ?? [])
        default: []
        }
    }

    private static func measures(_ proof: Proof) -> [String] {
        switch proof {
        case .present, .signed: []
        case .measured(let bound, _): [bound.measure.text]
        case .all(let parts), .any(let parts): parts.flatMap(measures)
        }
    }

    private static func guide() throws -> String {
        var parts = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3).map(String.init)
        parts += ["Plugins", "ServiceOperations", "ServiceOperations.docc", "ServiceOperations.md"]
        return try String(contentsOfFile: parts.joined(separator: "/"), encoding: .utf8)
    }
}
