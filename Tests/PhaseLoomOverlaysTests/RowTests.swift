import FoundationEssentials
import PhaseLoom
import PhaseLoomOverlays
import PhaseLoomTesting
import Testing

/// Expected values: Golden/Rows, one file for each row of the overlay catalogue of the service framework (section D),
/// written by hand from the row before there was code.
@Suite struct RowTests {
    @Test(arguments: 0...44)
    func `the composed sequence is what the catalogue of overlays says`(row: Int) throws {
        let golden = try Row(row)
        let overlays = OverlaySet(try golden.overlays.map { try Catalogue.shipped.overlay(specified: $0) })
        let sequence = try Catalogue.shipped.base(named: golden.base).composed(with: overlays)
        #expect(SequenceSketch.lines(of: sequence).joined(separator: "\n") == golden.lines.joined(separator: "\n"))
        #expect(sequence.findings.filter { $0.severity != .note } == [])
    }

    @Test func `every shipped overlay stands in a row`() throws {
        let specified: [[String]] = try (0...44).map { try Row($0).overlays }
        let named = specified.joined().map { $0.prefix { $0 != ":" } }
        // Credentials have rows of the seeds (3-10 to 3-21) but none of section D.
        let expected = Catalogue.shipped.overlays.map(\.identity.id.text).filter { $0 != "credentials" }
        #expect(Set(named.map(String.init)).symmetricDifference(expected) == [])
    }
}

/// A row of the overlay catalogue with the sequence that it describes.
private struct Row {
    var base = "standard"
    var overlays: [String] = []
    var lines: [String] = []

    init(_ number: Int) throws {
        let name = "row-\(number < 10 ? "0" : "")\(number).txt"
        let path = #filePath.replacing("RowTests.swift", with: "Golden/Rows/\(name)")
        let text = try String(contentsOfFile: path, encoding: .utf8)
        for line in SequenceSketch.lines(of: text) {
            if line.hasPrefix("base: ") {
                base = String(line.dropFirst(6))
            } else if line.hasPrefix("overlays:") {
                overlays = line.dropFirst(9).split(separator: " ").map(String.init)
            } else {
                lines.append(line)
            }
        }
    }
}

extension Catalogue {
    /// The overlay that `id` or `id:key=value,key=value` names.
    func overlay(specified text: String) throws -> DeclarativeOverlay {
        let parts = text.split(separator: ":", maxSplits: 1)
        let options =
            parts.count < 2 ? [] : parts[1].split(separator: ",").map { $0.split(separator: "=", maxSplits: 1) }
        return try overlay(named: String(parts[0]))(
            options: Dictionary(uniqueKeysWithValues: options.map { (String($0[0]), String($0[1])) }))
    }
}
