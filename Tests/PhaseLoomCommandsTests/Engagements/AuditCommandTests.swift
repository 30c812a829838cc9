import PhaseLoom
import PhaseLoomCommands
import Testing

/// The verification of one engagement and of a whole store.
@Suite struct AuditCommandTests {
    private static func office(
        _ store: any EngagementStore, _ archive: any EvidenceArchive = MemoryArchive()
    ) -> Office {
        Office(stores: MemoryStores(["phaseloom.db": EngagementPlace(store: store, archive: archive)]))
    }

    @Test func `all heads are listed`() async {
        let office = Self.office(MemoryStore())
        #expect(await office("audit").output == "There is no engagement.\n")
        for id in ["mill", "campus"] { await office("start \(id)") }
        await office("open mill intake")
        let list = await office("audit")
        #expect(list.status == .yes)
        let starts = list.output.split(separator: "\n").map { $0.prefix { $0 != "," } }
        #expect(starts == ["campus: 1 event", "mill: 2 events"])
        #expect(await office("audit --all").output == list.output)
        let json = await office("audit --json").output
        #expect(json.contains(#""format": "phaseloom.heads/1""#) && json.contains(#""length": 2"#))
    }

    @Test func `a whole store is verified, a line each`() async {
        let office = Self.office(MemoryStore())
        for id in ["mill", "campus"] { await office("start \(id)") }
        await office("submit mill service-request a.pdf")
        for line in ["audit --all --verify", "audit --verify"] {
            let run = await office(line)
            #expect(run.status == .yes)
            #expect(
                run.output == """
                    ✓ The store is whole: 2 engagements.
                    ✓ campus: 1 record, 0 files
                    ✓ mill: 2 records, 1 file

                    """)
        }
        let json = await office("audit --all --verify --json")
        #expect(json.status == .yes && json.output.contains(#""format": "phaseloom.audits/1""#))
        #expect(json.output.contains(#""store": null"#) && json.output.hasSuffix("\"whole\": true\n}\n"))
    }

    @Test(arguments: ["audit campus --all", "audit --head sha256:\(String(repeating: "0", count: 64))"])
    func `what makes no sense together is refused`(line: String) async {
        let office = Self.office(MemoryStore())
        await office("start campus")
        #expect(await office(line).status == .usage)
    }

    @Test func `what is wrong with the store itself is found`() async {
        let office = Self.office(Altered(isDamaged: true))
        await office("start campus")
        let run = await office("audit --all --verify")
        #expect(run.status == .no)
        #expect(
            run.output == "✗ The store is broken: there are events of nobody: go back\n✓ campus: 1 record, 0 files\n")
        let json = await office("audit --all --verify --json")
        #expect(json.status == .no && json.output.contains(#""message": "there are events of nobody""#))
        // One engagement is whole nevertheless.
        #expect(await office("audit campus --verify").status == .yes)
    }

    @Test func `a forged list is found`() async {
        let store = Altered(title: "FORGED")
        let office = Self.office(store)
        await office("start campus")
        await office("start mill --title FORGED")
        let run = await office("audit campus --verify")
        #expect(run.status == .no && run.output.contains("what lists show is not what the log says (title)"))
        let all = await office("audit --all --verify")
        #expect(all.status == .no)
        #expect(
            all.output.contains("✗ campus: what lists show is not what the log says (title)\n✓ mill: 1 record, 0 files")
        )
    }

    @Test func `files that are missing are named`() async {
        let store = MemoryStore()
        let office = Self.office(store)
        await office("start campus")
        await office("submit campus service-request a.pdf")
        await office("submit campus service-request --measure x=1")
        let whole = await office("audit campus --verify")
        #expect(whole.status == .yes)
        #expect(whole.output.hasSuffix("✓ 1 file of evidence checked: each is what was handed in.\n"))
        let robbed = Self.office(store)
        let run = await robbed("audit campus --verify")
        #expect(run.status == .no)
        let words = "the file 'a.pdf' of evidence 2 (service-request) is missing"
        #expect(run.output.contains("✗ 1 file of evidence checked, 1 not what was handed in:\n  \(words)\n"))
        let json = await robbed("audit campus --verify --json").output
        #expect(json.contains(#""message": "\#(words)""#) && json.contains(#""checked": 1"#))
        let all = await robbed("audit --all --verify")
        #expect(all.status == .no && all.output.hasSuffix("✗ campus: \(words)\n"))
    }

    /// Whoever sees only that something failed would do it again.
    @Test(arguments: ["start campus", "open mill intake", "submit mill service-request a.pdf"])
    func `an answer that is lost says that it happened`(line: String) async {
        let office = Self.office(MemoryStore())
        await office("start mill")
        let messages = MemoryOutput()
        let status = await Office.tool.run(
            line.split(separator: " ").map(String.init),
            in: Environment(
                output: MemoryOutput(failingWith: .refused("no space left on device")), messages: messages,
                files: office.files, stores: office.stores, user: "Ada",
                clock: { Timestamp(milliseconds: 1_800_000_000_000) }))
        #expect(status == .environment)
        #expect(messages.text.contains("it happened and is recorded, but the answer is lost (cannot write"))
        #expect(messages.text.contains("no space left on device"))
    }

    /// The wish comes before the file is read, as a signal does that arrives during the copy.
    @Test func `an interrupted submission leaves nothing`() async {
        let archive = MemoryArchive()
        let office = Self.office(MemoryStore(), archive)
        await office("start campus")
        let messages = MemoryOutput()
        let status = await Office.tool.run(
            ["submit", "campus", "service-request", "a.pdf"],
            in: Environment(
                output: MemoryOutput(), messages: messages, files: office.files, stores: office.stores, user: "Ada",
                clock: { Timestamp(milliseconds: 1_800_000_000_000) },
                interruptions: { wish in
                    wish()
                    return {}
                }))
        #expect(status == .environment)
        #expect(messages.text == "phaseloom: cancelled: nothing was handed in\n")
        #expect(archive.names.isEmpty)
        #expect(await office("log campus").output.split(separator: "\n").count == 1)
    }
}

/// A store that somebody got at.
private struct Altered: EngagementStore {
    let store = MemoryStore()
    var isDamaged = false
    var title: String?

    func append(_ batch: LogBatch) async throws(StoreError) { try await store.append(batch) }

    func records(of engagement: ID, after number: Int, limit: Int) async -> [LogRecord] {
        await store.records(of: engagement, after: number, limit: limit)
    }

    func summary(of engagement: ID) async -> EngagementSummary? {
        guard let known = await store.summary(of: engagement), let title else {
            return await store.summary(of: engagement)
        }
        return EngagementSummary(
            engagement: known.engagement, title: title, state: known.state, openPhases: known.openPhases,
            readyPhases: known.readyPhases, length: known.length, head: known.head, started: known.started,
            updated: known.updated, due: known.due)
    }

    func engagements(matching query: EngagementQuery) async -> [EngagementSummary] {
        await store.engagements(matching: query)
    }

    func feed(after position: Int, limit: Int) async -> [FeedEntry] { await store.feed(after: position, limit: limit) }

    func document(_ name: Digest) async -> [UInt8]? { await store.document(name) }

    func verify() async throws(StoreError) {
        if isDamaged { throw StoreError(.damaged, "there are events of nobody", hint: "go back") }
    }
}
