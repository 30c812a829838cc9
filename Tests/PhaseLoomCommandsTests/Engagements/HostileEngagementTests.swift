import PhaseLoom
import Testing

@testable import PhaseLoomCommands

/// What outsiders may put into engagements, and what the machine may do to them.
@Suite struct HostileEngagementTests {
    private static let texts = [
        "\u{1B}[2J\u{1B}[31mred", "line\nphaseloom: forged", "\r✓ Ada closed the engagement", "\u{202E}gnirts", "\u{7}",
        "\u{9B}31m", "a\u{0}b", "\u{2028}", "\u{E000}",
    ]

    /// Every place where a person's words go into a log.
    private static let lines: [[String]] = [
        ["hold", "campus", "--reason", "TEXT"], ["open", "campus", "intake", "--by", "TEXT"],
        ["cancel", "campus", "--reason", "x", "--authority", "TEXT"], ["assign", "campus", "design", "TEXT"],
        ["scope", "campus", "item", "--title", "TEXT"],
        ["order", "campus", "raise", "CO-1", "--finding", "TEXT"],
        ["submit", "campus", "service-request", "--measure", "x=1TEXT"],
        ["start", "other", "--title", "TEXT"],
        ["amend", "campus", "--add", "cameras", "--reason", "TEXT", "--authority", "x"],
        ["waive", "campus", "scoping/scope-bounded", "--reason", "TEXT", "--authority", "x"],
    ]

    @Test(arguments: lines)
    func `no text steers a terminal`(line: [String]) async {
        let office = Office()
        await office("start campus")
        for text in Self.texts {
            let run = await office.run(line.map { $0.replacing("TEXT", with: text) })
            #expect([.usage, .invalidInput].contains(run.status), "\(line) \(text.debugDescription)")
            for lines in [run.output, run.messages] {
                #expect(lines.unicodeScalars.allSatisfy { $0 == "\n" || $0.isPrintable })
                #expect(lines.split(separator: "\n").allSatisfy { $0.hasPrefix("phaseloom: ") })
            }
        }
        #expect(await office("log campus").output.split(separator: "\n").count == 1)
    }

    /// Names are identifiers wherever they stand.
    @Test(arguments: [
        ["open", "NAME", "intake"], ["open", "campus", "NAME"], ["submit", "campus", "NAME", "a.pdf"],
        ["start", "NAME"],
        ["status", "NAME"], ["log", "NAME"], ["audit", "NAME", "--verify"], ["export", "NAME", "--format", "csv"],
        ["loop", "campus", "NAME", "--reason", "x"],
        ["amend", "campus", "--remove", "NAME", "--reason", "x", "--authority", "y"],
        ["status", "--phase", "NAME"], ["sign", "campus", "service-request", "--role", "NAME"],
    ])
    func `a name that is none is wrong usage`(line: [String]) async {
        let office = Office()
        await office("start campus")
        for name in Self.texts + [
            "../../etc/passwd", "a b", "", "'; DROP TABLE events; --", "ä", String(repeating: "n", count: 129),
        ] {
            let run = await office.run(line.map { $0 == "NAME" ? name : $0 })
            #expect(run.status == .usage, "\(line) \(name.debugDescription)")
            #expect(run.messages.unicodeScalars.allSatisfy { $0 == "\n" || $0.isPrintable })
        }
    }

    @Test(arguments: ["=HYPERLINK(\"http://x\")", "+1+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)"])
    func `no cell of a table is a formula`(text: String) async {
        let office = Office()
        await office("start campus")
        let run = await office.run(["assign", "campus", "--", "design", text], by: text)
        #expect(run.status == .yes)
        let csv = await office("export campus --format csv").output
        let rows = csv.split(separator: "\r\n").dropFirst().joined(separator: "\n")
        #expect(!rows.contains(",\(text.prefix(3))") && !rows.contains(",\"\(text.prefix(3))"))
    }

    @Test func `a text that is too long is refused`() async {
        let office = Office()
        await office("start campus")
        let run = await office.run(["hold", "campus", "--reason", String(repeating: "x", count: 4001)])
        #expect(run.status == .invalidInput)
        #expect(run.messages == "phaseloom: the reason has 4001 bytes: use at most 4000\n")
    }

    // MARK: the clock

    @Test func `a clock that went back is told apart`() async throws {
        let office = Office()
        await office("start campus")
        office.set(try Timestamp(parsing: "2026-01-05T07:00:00Z"))
        for line in ["open campus intake", "submit campus service-request a.pdf"] {
            office.set(try Timestamp(parsing: "2026-01-05T07:00:00Z"))
            let run = await office(line)
            #expect(run.status == .invalidInput)
            #expect(
                run.messages == """
                    phaseloom: the clock of this machine says 2026-01-05T07:00:00Z, but the last event of 'campus' \
                    happened at 2026-01-05T08:00:00Z: set the clock right, or wait until it has caught up

                    """)
        }
        #expect(await office("status campus").status == .yes)
        office.set(try Timestamp(parsing: "2026-01-05T08:00:00Z"))
        #expect(await office("open campus intake").status == .yes)
    }

    @Test func `many hands on one engagement lose nothing`() async throws {
        let stores = MemoryStores()
        let office = Office(stores: stores)
        await office("start campus")
        await withTaskGroup(of: Void.self) { group in
            for number in 0..<12 {
                group.addTask { await office("submit campus service-request --measure x=\(number)", by: "P\(number)") }
            }
        }
        let log = await office("log campus").output
        for number in 0..<12 {
            #expect(log.contains("x \(number) ") || log.contains("x \(number)\n"), "\(number)\n\(log)")
        }
        #expect(await office("audit campus --verify").output.contains("13 records in order"))
    }

    @Test func `a log that was tampered with is found`() async throws {
        let store = Tampered()
        let archive = MemoryArchive()
        let office = Office(stores: MemoryStores(["phaseloom.db": EngagementPlace(store: store, archive: archive)]))
        await office("start campus")
        await office("open campus intake")
        await store.tamper()
        let audit = await office("audit campus --verify")
        #expect(audit.status == .no)
        #expect(audit.output.contains("record 2 is not what was hashed"))
        #expect(await office("audit campus --verify --json").output.contains(#""whole": false"#))
        let status = await office("status campus")
        #expect(status.status == .environment)
        #expect(status.messages.contains("record 2 is not what was hashed: verify the log"))
    }
}

/// A store in which somebody changes a byte.
private actor Tampered: EngagementStore {
    private let store = MemoryStore()
    private var isTampered = false

    func tamper() { isTampered = true }

    func append(_ batch: LogBatch) async throws(StoreError) { try await store.append(batch) }

    func records(of engagement: ID, after number: Int, limit: Int) async -> [LogRecord] {
        await store.records(of: engagement, after: number, limit: limit).map { record in
            guard isTampered, record.number == 2 else { return record }
            var content = record.content
            content[20] ^= 1
            return LogRecord(number: 2, content: content, hash: record.hash)
        }
    }

    func summary(of engagement: ID) async -> EngagementSummary? { await store.summary(of: engagement) }

    func engagements(matching query: EngagementQuery) async -> [EngagementSummary] {
        await store.engagements(matching: query)
    }

    func feed(after position: Int, limit: Int) async -> [FeedEntry] { await store.feed(after: position, limit: limit) }

    func document(_ name: Digest) async -> [UInt8]? { await store.document(name) }
}
