import PhaseLoom
import Testing

@testable import PhaseLoomCommands

/// The commands that look at engagements.
@Suite struct ViewCommandTests {
    @Test func `lists engagements by state and phase`() async {
        let office = Office()
        for id in ["a", "b", "c"] { await office("start \(id)") }
        await office("open a intake")
        await office("hold b --reason snow")
        await office("cancel c --reason x --authority y")
        let lists = [
            ("status", ["a", "b", "c"]), ("status --state held --state cancelled", ["b", "c"]),
            ("status --phase intake --state active", ["a"]), ("status --phase closeout", []),
        ]
        for (line, expected) in lists {
            let run = await office(line + " --json")
            #expect(run.status == .yes)
            let names = run.output.split(separator: "\n").filter { $0.contains("\"engagement\": ") }
            #expect(names.map { String($0.split(separator: "\"")[3]) }.sorted() == expected, "\(line)")
        }
        #expect(await office("status --phase closeout").output == "There is no such engagement.\n")
    }

    @Test func `shows a log from an event on`() async {
        let office = Office()
        await office("start campus")
        await office("open campus intake")
        #expect(await office("log campus --from 2").output == "2  2026-01-05T08:01:00Z  Ada opened intake\n")
        #expect(await office("log campus --from 3").output.isEmpty)
        let json = await office("log campus --from 2 --json").output
        #expect(json.contains(#""format": "phaseloom.log/1""#) && json.contains(#""number": 2"#))
        #expect(!json.contains(#""number": 1,"#))
    }

    @Test func `exports what is stored, byte for byte`() async throws {
        let store = MemoryStore()
        let place = EngagementPlace(store: store, archive: MemoryArchive())
        let office = Office(stores: MemoryStores(["phaseloom.db": place]))
        await office("start campus --title \"Ä\"")
        await office("open campus intake")
        let records = await store.records(of: "campus", after: 0, limit: 10)
        let lines = records.map { String(decoding: $0.content, as: UTF8.self) + "\n" }.joined()
        #expect(await office("export campus --format jsonl").output == lines)
        #expect(await office("export campus --format jsonl -o log.jsonl").output.isEmpty)
        #expect(office.files["log.jsonl"] == lines)
        #expect(await office("export campus --format csv").output.split(separator: "\r\n").count == 3)
        #expect(await office("export campus --format json").output == office("log campus --json").output)
    }

    @Test func `an audit needs the head that somebody wrote down`() async throws {
        let office = Office()
        await office("start campus")
        let shown = await office("audit campus").output
        let head = try #require(shown.split(separator: " ").first { $0.hasPrefix("sha256:") }).dropLast()
        #expect(shown == "campus: 1 event, head \(head); '--verify' checks them\n")
        await office("open campus intake")
        #expect(await office("audit campus --head \(head)").status == .yes)
        let other = await office("audit campus --head sha256:\(String(repeating: "0", count: 64))")
        #expect(other.status == .no)
        #expect(other.output.contains("no record has the hash that was written down"))
    }

    @Test func `counts what one or all logs say`() async {
        let office = Office()
        for id in ["a", "b"] { await office("start \(id)") }
        await office("open a intake")
        await office("gate a intake")
        let one = await office("metrics a")
        #expect(one.status == .yes)
        #expect(one.output.contains("gates passed at first"))
        #expect(!one.output.contains("Together"))
        #expect(await office("metrics").output.contains("Together"))
        office.set(Timestamp(milliseconds: 1_800_000_000_000))
        let named = await office("metrics a b a --json").output
        office.set(Timestamp(milliseconds: 1_800_000_000_000))
        #expect(await office("metrics --json").output == named)
        #expect(await office("metrics --state closed --json").output.contains(#""engagements": []"#))
        #expect(await office("metrics a nowhere").status == .usage)
    }

    @Test func `who only looks need not be known`() async {
        let office = Office()
        await office("start campus")
        for line in ["status", "status campus", "log campus", "audit campus --verify", "metrics", "order campus"] {
            #expect(await office(line, by: "").status == .yes, "\(line)")
        }
        for line in ["open campus intake", "start other", "submit campus service-request a.pdf"] {
            let run = await office(line, by: " ")
            #expect(run.status == .usage)
            #expect(run.messages.hasPrefix("phaseloom: nobody says who does it: write '--by NAME'\n"))
        }
    }

    @Test func `the store is where it is said to be`() async {
        let office = Office()
        await office("start campus --store other.db")
        #expect(await office("status campus").messages.contains("there is no store at 'phaseloom.db'"))
        #expect(await office("status campus --store other.db").status == .yes)
        let (output, messages) = (MemoryOutput(), MemoryOutput())
        let status = await Office.tool.run(
            ["status", "campus"],
            in: Environment(
                output: output, messages: messages, files: office.files, stores: office.stores, user: "Ada",
                variables: ["PHASELOOM_STORE": "other.db"]))
        #expect(status == .yes)
    }

    @Test(arguments: [
        "status", "status campus", "open campus intake", "log campus", "audit campus", "audit campus --verify",
        "metrics", "metrics campus", "start campus", "amend --all --add cameras --reason x --authority y",
        "submit campus service-request a.pdf", "export campus --format csv",
    ])
    func `a store that fails is told apart`(line: String) async {
        let place = EngagementPlace(store: Failing(), archive: MemoryArchive())
        let run = await Office(stores: MemoryStores(["phaseloom.db": place]))(line)
        #expect(run.status == .environment)
        #expect(run.messages == "phaseloom: others keep it locked: try again\n")
    }
}

/// A store that does nothing but fail.
private struct Failing: EngagementStore {
    private let error = StoreError(.busy, "others keep it locked", hint: "try again")

    func append(_ batch: LogBatch) async throws(StoreError) { throw error }

    func records(of engagement: ID, after number: Int, limit: Int) async throws(StoreError) -> [LogRecord] {
        throw error
    }

    func summary(of engagement: ID) async throws(StoreError) -> EngagementSummary? { throw error }

    func engagements(matching query: EngagementQuery) async throws(StoreError) -> [EngagementSummary] { throw error }

    func feed(after position: Int, limit: Int) async throws(StoreError) -> [FeedEntry] { throw error }

    func document(_ name: Digest) async throws(StoreError) -> [UInt8]? { throw error }
}
