import Governance
import PhaseLoom
import PhaseLoomTesting
import Testing

/// Expected values: row 39 of the framework's overlay catalogue, rows 3-24, 3-38 to 3-44, 1-03 and 1-36; the numbers of
/// the North American Industry Classification System, 2022.
@Suite struct ClassificationTests {
    @Test(arguments: bases)
    func `keeps the contract`(base: BaseSequence) {
        #expect(OverlayContract.violations(of: Classification.self, on: base) == [])
    }

    @Test(arguments: [("augmentation", "client"), ("outsourced", "provider")])
    func `who directs the people answers for the whole`(staffing: String, party: String) throws {
        let sequence = try composed(Classification(options: ["staffing": staffing]))
        let proof = sequence.obligations("accountability-acknowledged").first?.proof?.description
        #expect(proof == "classification-record signed by \(party)")
    }

    @Test func `each deliverable has exactly one accountable party`() throws {
        let sequence = try composed(Classification())
        let proof = sequence.phase("scoping")?.gate.first { $0.id == "one-party-accountable" }?.proof?.description ?? ""
        #expect(proof.contains("unaccountable-deliverables exactly 0 in accountability-matrix"))
        #expect(proof.contains("doubly-accountable exactly 0 in accountability-matrix"))
        #expect(sequence.bound("engagement-classified") == "classification-gaps exactly 0")
        #expect(sequence.bound("accountability-handed-over") == "unhanded-changes exactly 0")
    }

    @Test(
        arguments: [
            (["category": "managed"], "service-period-agreed", "service-period from 1 to 3 months"),
            (["delivery-model": "hybrid"], "both-sides-recorded", "unlocated-resources exactly 0"),
        ] as [([String: String], ID, String)])
    func `classes bring what they imply`(options: [String: String], criterion: ID, bound: String) throws {
        #expect(try composed(Classification(options: options)).bound(criterion) == bound)
        #expect(try composed(Classification()).obligations(criterion) == [])
    }

    @Test(arguments: [
        (
            ["category": "managed", "staffing": "augmentation"],
            "the provider answers for a managed service: use 'outsourced'"
        ),
        (["category": "consulting"], "it takes one of 'managed', 'professional', 'development', 'data'"),
        (["delivery-model": "cloud"], "it takes one of 'on-premises', 'cloud-hosted', 'hybrid'"),
        (
            ["domain": "541514"],
            "it takes one of '238210', '518210', '541511', '541512', '541513', '541519', '561621'"
        ),
    ])
    func `classes that cannot be are refused`(options: [String: String], hint: String) {
        #expect(#expect(throws: InvalidValue.self) { try Classification(options: options) }?.hint == hint)
    }

    @Test(arguments: bases)
    func `contract and matrix agree where there are both`(base: BaseSequence) throws {
        let together = try composed(Classification(), Contract(), on: base)
        #expect(together.bound("responsibilities-agree") == "contradicting-responsibilities exactly 0")
        #expect(try composed(Classification(), on: base).obligations("responsibilities-agree") == [])
    }

    @Test func `every code has six digits and a meaning of its own`() {
        #expect(IndustryCode.allCases.count == 7)
        #expect(Set(IndustryCode.allCases.map(\.meaning)).count == 7)
        for code in IndustryCode.allCases { #expect(code.rawValue.utf8.count == 6 && Int(code.rawValue) != nil) }
    }

    @Test(
        arguments: [
            ([:], [:]),
            ([.staffing: .words(["augmentation"])], ["category": "professional", "staffing": "augmentation"]),
            ([.delivery: .words(["continuous"])], ["category": "managed"]),
            (
                [.delivery: .words(["continuous"]), .staffing: .words(["augmentation"])],
                ["category": "professional", "staffing": "augmentation"]
            ),
            (
                [.locations: .words(["on-premises"]), .targetLocations: .words(["cloud"])],
                ["delivery-model": "hybrid"]
            ),
            ([.locations: .words(["cloud", "on-premises"])], ["delivery-model": "hybrid"]),
            ([.locations: .words([]), .targetLocations: .words(["cloud"])], ["delivery-model": "cloud-hosted"]),
            ([.deliverables: .words(["cameras"])], ["domain": "561621"]),
            ([.deliverables: .words(["software"])], ["domain": "541511"]),
            ([.deliverables: .words(["cameras", "network"])], ["domain": "541512"]),
            ([.deliverables: .words(["support"])], [:]),
        ] as [([Fact: Facts.Value], [String: String])])
    func `it always applies, with the class that is known`(facts: [Fact: Facts.Value], options: [String: String]) {
        let advice = advice(on: Classification.self, facts)
        #expect(advice.verdict == .voluntary)
        #expect(advice.options == options)
        #expect(throws: Never.self) { try Classification(options: advice.options) }
    }
}
