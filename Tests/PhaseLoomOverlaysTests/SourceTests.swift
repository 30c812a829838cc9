import PhaseLoom
import PhaseLoomOverlays
import Testing

/// What shipped overlays cite and say: every change names its source, and no figure stands that the framework's
/// section F corrects.
@Suite struct SourceTests {
    static let overlays = PairTests.overlays

    @Test(arguments: overlays.map(\.identity.id.text))
    func `every change names its source`(name: String) throws {
        let overlay = try #require(Self.overlays.first { $0.identity.id.text == name })
        for change in overlay.body.changes + overlay.body.interactions.flatMap(\.changes) {
            #expect(!change.cites.isEmpty || !overlay.identity.cites.isEmpty, "\(change.operation)")
        }
        for source in overlay.identity.cites { #expect(source.count >= 4) }
    }

    /// Section F: row, and what must not be said.
    @Test(arguments: [
        ("2-42", "1,189"), ("2-42", "1189"), ("3-07", "more than 500 individuals"), ("3-34", "number one"),
        ("3-34", "A01:2021"), ("1-09", "SP 500-292"), ("2-09", "Axelos"), ("2-34", "110 practices"),
        ("2-35", "SP 800-171 revision 3"), ("1-42", "300 authorized"),
    ])
    func `what section F corrects is not said`(row: String, words: String) {
        for overlay in Self.overlays {
            #expect(!"\(overlay)".contains(words), "\(overlay.identity.id) says '\(words)', which row \(row) corrects")
        }
        for entry in Catalogue.shipped.overlays {
            #expect(!"\(entry.applicability)".contains(words), "\(entry.identity.id), row \(row)")
        }
    }

    @Test func `every overlay says when it applies, with questions that mean one thing`() {
        var known: [ID: Fact] = [:]
        for entry in Catalogue.shipped.overlays {
            #expect(!entry.applicability.isEmpty, "\(entry.identity.id)")
            for fact in entry.applicability.flatMap(\.circumstance.facts) {
                #expect(known[fact.id] == nil || known[fact.id] == fact, "\(fact.id) in \(entry.identity.id)")
                known[fact.id] = fact
            }
            for rule in entry.applicability where rule.ground == .statute {
                #expect(!rule.cites.isEmpty, "\(entry.identity.id): \(rule.reason)")
            }
        }
    }

    @Test func `every word that a circumstance asks for is one that its fact takes`() {
        for entry in Catalogue.shipped.overlays {
            for rule in entry.applicability { Self.check(rule.circumstance, entry.identity.id) }
        }
    }

    private static func check(_ circumstance: Circumstance, _ overlay: ID) {
        switch circumstance {
        case .always, .holds, .atLeast: break
        case .includes(let fact, let words):
            guard fact.kind != .names else { return }
            #expect(Set(words).isSubset(of: fact.choices.map(\.word)), "\(overlay): \(circumstance)")
        case .all(let parts), .any(let parts): for part in parts { check(part, overlay) }
        case .not(let part): check(part, overlay)
        }
    }
}
