import FoundationEssentials
import PhaseLoom
import PhaseLoomOverlays
import Testing

/// The guides of the plug-ins, all together: each shipped overlay, option and collector stands in one of them.
@Suite struct ShippedGuideTests {
    private static let guides: String = {
        let root = #filePath.replacing("Tests/PhaseLoomOverlaysTests/ShippedGuideTests.swift", with: "Plugins/")
        let folders = (try? FileManager.default.contentsOfDirectory(atPath: root)) ?? []
        return folders.map { name in
            (try? String(contentsOfFile: "\(root)\(name)/\(name).docc/\(name).md", encoding: .utf8)) ?? ""
        }.joined()
    }()

    @Test(arguments: Catalogue.shipped.overlays.map(\.identity.id.text))
    func `every overlay stands in a guide with its options and collectors`(name: String) throws {
        let entry = try Catalogue.shipped.overlay(named: name)
        #expect(Self.guides.contains("`\(name)`"))
        for option in entry.options { #expect(Self.guides.contains("`\(option.name)`"), "\(option.name)") }
        for collector in entry.collectors { #expect(Self.guides.contains(collector.name), "\(collector.name)") }
    }

    @Test(arguments: Catalogue.shipped.overlays.map(\.identity.id.text))
    func `README lists every overlay`(name: String) throws {
        let path = #filePath.replacing("Tests/PhaseLoomOverlaysTests/ShippedGuideTests.swift", with: "README.md")
        #expect(try String(contentsOfFile: path, encoding: .utf8).contains("`\(name)`"))
    }
}
