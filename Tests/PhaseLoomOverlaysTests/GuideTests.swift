import FoundationEssentials
import PhaseLoom
import Testing

/// The guide page of each plug-in says what its overlay does.
@Suite struct GuideTests {
    /// The plug-in of each overlay, with the options under which it says most.
    static let plugins: [(overlay: String, folder: String, options: [[String: String]])] = [
        ("cctv", "CCTV", [[:], ["federal": "yes"]]),
        ("cloud-migration", "CloudMigration", [[:]]),
        ("ml-feedback", "MLFeedback", [[:], ["endpoint": "no"]]),
        ("smart-building", "SmartBuilding", [["writes": "yes"]]),
        ("smart-home", "SmartHome", [[:], ["property": "hoa", "interconnection": "no"], ["property": "tenant"]]),
    ]

    @Test(arguments: plugins.indices)
    func `the guide names every obligation with its evidence and measurement`(place: Int) throws {
        let plugin = Self.plugins[place]
        let guide = try Self.guide(plugin.folder)
        for options in plugin.options {
            let overlay = try TogetherTests.shipped.overlay(named: plugin.overlay)(options: options)
            let missing = Self.obligations(in: overlay).filter { name in
                !guide.contains("`\(name.replacing("wave-1", with: "wave-n"))`")
            }
            #expect(missing == [])
        }
    }

    @Test(arguments: plugins.indices)
    func `the guide names every option with its default`(place: Int) throws {
        let plugin = Self.plugins[place]
        let guide = try Self.guide(plugin.folder)
        for option in try TogetherTests.shipped.overlay(named: plugin.overlay).options {
            let row = guide.split(separator: "\n").first { $0.hasPrefix("| `\(option.name)` |") }
            let cells = row?.split(separator: "|").map { $0.filter { $0 != "`" && $0 != " " } } ?? []
            #expect(cells.contains(option.defaultValue), "\(option.name)")
        }
    }

    private static func obligations(in overlay: DeclarativeOverlay) -> [String] {
        (overlay.body.changes + overlay.body.interactions.flatMap(\.changes)).flatMap { change -> [String] in
            switch change.operation {
            case .expect(let expect):
                [expect.id.text] + expect.needs.map(\.text) + (expect.bound.map { [$0.measure.text] } ?? [])
            case .require(let require): [require.id.text] + require.needs.map(\.text)
            default: []
            }
        }
    }

    private static func guide(_ folder: String) throws -> String {
        var parts = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3).map(String.init)
        parts += ["Plugins", folder, "\(folder).docc", "\(folder).md"]
        return try String(contentsOfFile: parts.joined(separator: "/"), encoding: .utf8)
    }
}
