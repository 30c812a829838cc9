import FoundationEssentials
import PhaseLoom
import Standards
import Testing

/// The guide says what each overlay asks for, with which evidence, and what its options decide.
@Suite struct StandardsGuideTests {
    static let offered = Catalogue(overlays: [
        Assurance.self, CMMC.self, Cybersecurity.self, FedRAMP.self, ISO20000.self, ISO27001.self, ITIL.self,
        NISTCSF.self, StandardsAdoption.self,
    ])

    @Test(
        arguments: [
            ("assurance", [:]), ("assurance", ["form": "attestation"]), ("cmmc", [:]),
            ("cmmc", ["level": "1"]), ("cmmc", ["level": "3", "conditional": "yes"]),
            ("cybersecurity", ["controls": "high", "penetration-test": "yes"]), ("fedramp", [:]),
            ("fedramp", ["part": "customer"]),
            ("iso-20000-1", ["certificate": "yes"]), ("iso-27001", ["certificate": "yes"]),
            ("itil-4", ["binding": "yes"]), ("nist-csf", [:]), ("standards-adoption", [:]),
        ] as [(String, [String: String])])
    func `it names every obligation with its evidence and measurements`(
        name: String, options: [String: String]
    ) throws {
        let guide = try Self.guide()
        let overlay = try Self.offered.overlay(named: name)(options: options)
        let changes = overlay.body.changes + overlay.body.interactions.flatMap(\.changes)
        #expect(changes.flatMap(Self.names).filter { !guide.contains("`\($0)`") } == [])
    }

    @Test(arguments: offered.overlays.map(\.identity.id.text))
    func `it names every option with its default`(name: String) throws {
        let rows = try Self.guide().split(separator: "\n")
        for option in try Self.offered.overlay(named: name).options {
            let row = rows.first { $0.hasPrefix("| `\(option.name)` |") }
            let cells = row?.split(separator: "|").map { $0.filter { $0 != "`" && $0 != " " } } ?? []
            #expect(cells.contains(option.defaultValue), "\(option.name)")
        }
    }

    private static func names(in change: Change) -> [String] {
        switch change.operation {
        case .expect(let expect):
            [expect.id.text] + expect.needs.map(\.text) + [expect.bound?.measure.text].compactMap(\.self)
                + measures(in: expect.proof)
        case .require(let require): [require.id.text] + require.needs.map(\.text) + measures(in: require.proof)
        default: []
        }
    }

    private static func measures(in proof: Proof?) -> [String] {
        switch proof {
        case .measured(let bound, of: _): [bound.measure.text]
        case .all(let parts), .any(let parts): parts.flatMap(measures)
        case .present, .signed, nil: []
        }
    }

    private static func guide() throws -> String {
        var parts = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3).map(String.init)
        parts += ["Plugins", "Standards", "Standards.docc", "Standards.md"]
        return try String(contentsOfFile: parts.joined(separator: "/"), encoding: .utf8)
    }
}
