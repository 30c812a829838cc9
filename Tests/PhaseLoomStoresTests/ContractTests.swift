import PhaseLoom
import PhaseLoomStores
import PhaseLoomTesting
import Testing

/// Every store keeps the contract of stores.
@Suite struct ContractTests {
    @Test(arguments: StoreViolation.Rule.allCases)
    func `the store in memory keeps the contract`(_ rule: StoreViolation.Rule) async {
        #expect(await EngagementStoreContract { MemoryStore() }.violations(of: rule) == [])
    }

    @Test(arguments: StoreViolation.Rule.allCases)
    func `the store in a file keeps the contract`(_ rule: StoreViolation.Rule) async throws {
        let folder = try Folder()
        let contract = EngagementStoreContract { try SQLiteStore(path: folder.file("store")) }
        #expect(await contract.violations(of: rule) == [])
    }
}
