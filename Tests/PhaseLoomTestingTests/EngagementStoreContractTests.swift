import PhaseLoom
import PhaseLoomTesting
import Testing

/// The contract of stores finds every way of breaking it: each flaw breaks the rules named, and no others.
@Suite struct EngagementStoreContractTests {
    static let cases: [(FlawedStore.Flaw, Set<StoreViolation.Rule>)] = [
        (.none, []),
        (.changesBytes, [.atomicity]),
        (.appendsHalf, [.atomicity, .expectation]),
        (.takesAnyLength, [.expectation]),
        (.takesContradictions, [.atomicity]),
        (.keepsDocumentsOfRefused, [.expectation]),
        (.startsTooEarly, [.atomicity, .order]),
        (.ignoresLimits, [.order, .following]),
        (.showsNewestFirst, [.following]),
        (.repeatsPositions, [.following]),
        (.neverEnds, [.following]),
        (.keepsFirstSummary, [.query]),
        (.listsUnsorted, [.query]),
        (.forgetsClosed, [.query]),
        (.matchesPartsOfNames, [.query]),
        (.replacesDocuments, [.documents]),
        (.forgetsEmptyDocuments, [.documents]),
        (.losesUnderLoad, [.concurrency]),
        (.showsLate, [.following]),
    ]

    @Test(arguments: cases)
    func `finds what breaks a rule`(_ flaw: FlawedStore.Flaw, _ rules: Set<StoreViolation.Rule>) async {
        let found = await EngagementStoreContract { FlawedStore(flaw) }.violations()
        #expect(rules.isSubset(of: found.map(\.rule)), "\(flaw): \(found)")
        #expect(found.isEmpty == rules.isEmpty, "\(flaw): \(found)")
    }

    struct Refusal: Error {}

    @Test func `says when a store cannot be made`() async {
        let contract = EngagementStoreContract<MemoryStore> { throw Refusal() }
        let found = await contract.violations()
        #expect(found.map(\.rule) == StoreViolation.Rule.allCases)
        #expect(found.first?.description == "atomicity: the store cannot be made: Refusal()")
    }

    @Test func `says when a store fails`() async {
        let found = await EngagementStoreContract { FlawedStore(.fails) }.violations()
        #expect(Set(found.map(\.rule)) == Set(StoreViolation.Rule.allCases))
    }
}
