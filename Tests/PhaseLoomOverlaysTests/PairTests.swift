import FoundationEssentials
import PhaseLoom
import PhaseLoomOverlays
import Testing

/// Every shipped overlay, and every two, on every base: what does not go together stands in Golden/Pairs.txt, each with
/// the reason why a person accepts that.
@Suite struct PairTests {
    static let overlays: [DeclarativeOverlay] = Catalogue.shipped.overlays.compactMap { try? $0() }

    @Test func `all can be made with the defaults of their options`() {
        #expect(Self.overlays.count == Catalogue.shipped.overlays.count)
    }

    @Test(arguments: BaseSequence.shipped)
    func `pairs go together, but for those that are justified`(base: BaseSequence) throws {
        let justified = try Justification.all().filter { $0.bases.isEmpty || $0.bases.contains(base.id.text) }
        var found: [String] = []
        func expect(_ overlays: [DeclarativeOverlay]) -> Bool {
            guard let problem = Self.problem(base, overlays) else { return true }
            let names = overlays.map(\.identity.id.text).joined(separator: " ")
            found.append(names)
            let reason = justified.first { $0.names == names }
            #expect(reason?.code == problem.code, "\(names) on \(base): \(problem.code): \(problem.text)")
            return false
        }
        let able = Self.overlays.filter { expect([$0]) }
        for (place, one) in able.enumerated() {
            for other in able[(place + 1)...] { _ = expect([one, other]) }
        }
        #expect(Set(justified.map(\.names)).subtracting(found) == [], "these go together after all")
    }

    @Test func `every justification says why`() throws {
        for justification in try Justification.all() { #expect(justification.reason.count > 20) }
    }

    /// Why overlays do not go together on a base; `nil` if they do.
    static func problem(_ base: BaseSequence, _ overlays: [DeclarativeOverlay]) -> (code: String, text: String)? {
        do {
            let sequence = try base.composed(with: OverlaySet(overlays))
            return sequence.findings.first { $0.severity != .note }.map { ($0.code.rawValue, $0.message) }
        } catch {
            return error.conflicts.first.map { ($0.code.rawValue, $0.message) }
        }
    }
}

/// Overlays that do not go together, or one that a base does not bear: `NAMES · CODE · BASES or all · REASON`.
private struct Justification {
    let names: String
    let code: String
    let bases: [String]
    let reason: String

    static func all() throws -> [Justification] {
        let path = #filePath.replacing("PairTests.swift", with: "Golden/Pairs.txt")
        let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
        return try lines.filter { !$0.hasPrefix("#") }.map { line in
            let parts = line.split(separator: " · ").map(String.init)
            try #require(parts.count == 4, "'\(line)' has not four parts")
            let bases = parts[2] == "all" ? [] : parts[2].split(separator: " ").map(String.init)
            return Justification(names: parts[0], code: parts[1], bases: bases, reason: parts[3])
        }
    }
}
