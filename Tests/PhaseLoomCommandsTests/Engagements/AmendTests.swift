import PhaseLoom
import Testing

@testable import PhaseLoomCommands

/// Changes of the sequence under engagements that run.
@Suite struct AmendTests {
    private static let why = "--reason \"the client asks\" --authority Client"

    private func overlays(_ office: Office, _ id: String = "campus") async -> [String] {
        let status = await office("status \(id) --json").output
        return status.split(separator: "\n").filter { $0.contains("\"id\": ") && $0.hasPrefix("        \"id\"") }
            .map { $0.split(separator: "\"")[3] }.map(String.init).filter {
                ["cameras", "privacy", "hospital", "paperwork"].contains($0) || $0.hasPrefix("compression")
            }
    }

    @Test func `an overlay comes in, changes and goes`() async {
        let office = Office()
        await office("start campus cameras")
        #expect(await office("amend campus --add privacy \(Self.why)").status == .yes)
        #expect(await overlays(office) == ["cameras", "privacy"])
        let clash = await office("amend campus --set cameras:retention=90 \(Self.why)")
        #expect(clash.status == .no)
        #expect(clash.output.contains("bound:validation/retention-kept"))
        #expect(await office("amend campus --set cameras:retention=20,lawful=no \(Self.why)").status == .yes)
        #expect(await office("status campus --json").output.contains(#""retention": "20""#))
        #expect(await office("amend campus --remove cameras \(Self.why)").status == .yes)
        #expect(await overlays(office) == ["privacy"])
        #expect(await office("audit campus --verify").status == .yes)
    }

    @Test(arguments: [
        ("--add cameras", PhaseLoomCommands.ExitStatus.no, "the sequence stays as it is"),
        ("--add cameras:retention=60", .no, "change an option with '--set cameras:key=value'"),
        ("--add camera", .usage, "did you mean 'cameras'?"),
        ("--remove camera", .usage, "the engagement does not run the overlay 'camera': did you mean 'cameras'?"),
        ("--remove hospital", .usage, "the engagement does not run the overlay 'hospital': it runs 'cameras'"),
        ("--set cameras:retention=0", .usage, "cameras: option 'retention' cannot be '0'"),
        ("--set cameras:retentoin=60", .usage, "did you mean 'retention'?"),
        ("--add stuck", .no, "the sequence cannot run: 1 error"),
        ("--add privacy --order CO-9", .usage, "there is no change order 'CO-9'"),
        ("--add privacy --owe-one intake/form", .usage, "'intake/form' does not land on a passed phase: nothing does"),
        ("--overlay-file none.json", .environment, "cannot read 'none.json'"),
        ("--overlay-file bad.json", .invalidInput, "bad.json:1:1"),
        ("--add privacy --state active", .usage, "'--state' goes only with '--all'"),
    ])
    func `an amendment is refused`(change: String, status: PhaseLoomCommands.ExitStatus, words: String) async {
        let office = Office(files: MemoryFiles(["bad.json": "[]"]))
        await office("start campus cameras")
        let run = await office("amend campus \(change) \(Self.why)")
        #expect(run.status == status)
        #expect((run.output + run.messages).contains(words), "\(run.output)\(run.messages)")
        #expect(await office("log campus").output.split(separator: "\n").contains { $0.contains("amended") } == false)
    }

    @Test func `a dry run tells the impact and changes nothing`() async {
        let office = await Office.at("assessment")
        let before = await office("log campus").output
        let run = await office("amend campus --add paperwork --dry-run \(Self.why)")
        #expect(run.status == .no)
        #expect(run.output.contains("Impact on campus"))
        #expect(run.output.contains("land on phases that have passed"))
        let json = await office("amend campus --add paperwork --owe --dry-run \(Self.why) --json")
        #expect(json.status == .yes)
        #expect(json.output.contains(#""format": "phaseloom.impact/1""#))
        #expect(json.output.contains(#""landing": "owe""#))
        #expect(await office("log campus").output == before)
    }

    @Test func `what lands on a passed phase is owed or reopens it`() async {
        let office = await Office.at("assessment")
        let open = await office("amend campus --add paperwork \(Self.why)")
        #expect(open.status == .no)
        #expect(open.output.contains("say whether they reopen the phase or are owed until closeout"))
        #expect(open.output.contains("form-filled"))
        let slip = await office("amend campus --add paperwork --owe-one intake/from \(Self.why)")
        #expect(slip.messages.contains("did you mean 'intake/form'?"))
        let mixed = await office(
            "amend campus --add paperwork --owe --owe-one intake/form-filled --due 2026-03-01 \(Self.why)")
        #expect(mixed.status == .yes)
        let status = await office("status campus").output
        #expect(status.contains("Owed at closeout") && status.contains("2026-03-01"), "\(status)")
        let other = await Office.at("assessment")
        #expect(await other("amend campus --add paperwork --reopen \(Self.why)").status == .yes)
        #expect(await other("open campus intake").status == .yes)
    }

    @Test func `a file's overlay comes in, and a resolution ends its conflict`() async {
        let office = Office(
            files: MemoryFiles([
                "r.json": """
                {"format": "phaseloom.resolutions/1", "resolutions": [
                  {"conflict": "bound:validation/retention-kept", "choose": "cameras",
                   "reason": "The insurer asks for it.", "authority": "Counsel"}]}
                """,
                "own.json": await Run("overlay", "privacy").output,
            ]))
        await office("start campus cameras:retention=90")
        #expect(await office("amend campus --overlay-file own.json \(Self.why)").status == .no)
        #expect(await office("amend campus --overlay-file own.json --resolutions r.json \(Self.why)").status == .yes)
        // The decision is kept as long as its conflict exists, and goes with it.
        #expect(await office("amend campus --add paperwork \(Self.why)").status == .yes)
        #expect(await office("amend campus --remove privacy \(Self.why)").status == .yes)
        #expect(await overlays(office) == ["cameras", "paperwork"])
    }

    @Test func `mandated obligations come only before execution`() async {
        let office = await Office.at("execution")
        await office("open campus execution")
        let late = await office("amend campus --add hospital --owe \(Self.why)")
        #expect(late.status == .no)
        #expect(late.output.contains("'hygiene-kept' is mandated, and execution has opened"))
    }

    // MARK: many at once

    @Test func `many are amended with one report, and left alone when it is repeated`() async {
        let office = Office()
        for id in ["a", "b"] { await office("start \(id) cameras") }
        await office("start c")
        await office("start d cameras:retention=90")
        await office("start e cameras")
        await office("hold e --reason snow")
        await office("start f cameras")
        await office("cancel f --reason x --authority y")
        let line = "amend --all --add privacy \(Self.why)"
        let dry = await office(line + " --dry-run")
        #expect(
            dry.output.contains("5 engagements · 3 amended · 1 refused · 1 failed (dry run: nothing happened)"),
            "\(dry.output)")
        let first = await office(line)
        #expect(first.status == .no)
        #expect(first.output.contains("✓ a · amended"))
        #expect(first.output.contains("d · the overlays contradict each other"))
        #expect(first.output.contains("engagement 'e' is on hold"))
        #expect(first.output.hasSuffix("5 engagements · 3 amended · 1 refused · 1 failed\n"), "\(first.output)")
        let log = await office("log a").output
        let second = await office(line)
        #expect(second.output.hasSuffix("5 engagements · 3 unchanged · 1 refused · 1 failed\n"), "\(second.output)")
        #expect(await office("log a").output == log)
        let active = await office("amend --all --remove privacy --state held \(Self.why) --json")
        #expect(active.status == .yes)
        #expect(active.output.contains(#""outcome": "unchanged""#))
        #expect(
            await office("amend --all --set hospital:noise=30 \(Self.why)").output.contains(
                "5 engagements · 5 unchanged"))
    }

    @Test(arguments: [
        ("--remove nope", "no engagement that is chosen runs the overlay 'nope': 'list' names those that there are"),
        ("--remove camera", "no engagement that is chosen runs the overlay 'camera': did you mean 'cameras'?"),
        ("--remove compression-INC-8", "did you mean 'compression-INC-7'?"),
        ("--set cameras:retention=0", "cameras: option 'retention' cannot be '0'"),
        ("--set cameras:retentoin=9", "did you mean 'retention'?"), ("--set camera:retention=9", "'cameras'"),
    ])
    func `a slip of the pen is answered once for all`(change: String, words: String) async {
        let office = Office()
        for id in ["a", "b"] { await office("start \(id) cameras") }
        await office("compress a --from scoping --through design --into rush \(Self.why) \(Self.incident)")
        let before = await office("log a").output
        let run = await office("amend --all \(change) \(Self.why)")
        #expect(run.status == .usage)
        #expect(run.output.isEmpty && run.messages.ranges(of: words).count == 1, "\(run.output)\(run.messages)")
        #expect(await office("log a").output == before)
        #expect(await office("amend --all --remove compression-INC-7 \(Self.why)").status == .yes)
    }

    @Test func `nobody undoes an amendment that came in between`() async throws {
        let place = EngagementPlace(store: MemoryStore(), archive: MemoryArchive())
        let rival = Office(stores: MemoryStores(["phaseloom.db": place]))
        await rival("start campus")
        let racing = Racing(store: place.store) {
            _ = await rival("amend campus --add cameras --reason x --authority y")
        }
        let office = Office(
            stores: MemoryStores(["phaseloom.db": EngagementPlace(store: racing, archive: place.archive)]),
            at: 1_800_000_000_000)
        #expect(await office("amend campus --add paperwork --reason x --authority y").status == .yes)
        #expect(await overlays(rival) == ["cameras", "paperwork"])
    }

    @Test func `whoever amends learns what to do about a compression`() async {
        let office = Office()
        await office("start campus paperwork")
        let line = "compress campus --from intake --through assessment --into rush"
        let lost = await office("\(line) --defer form-fild \(Self.why) \(Self.incident)")
        #expect(lost.status == .no)
        #expect(lost.messages.contains("obligations of these phases with '--defer' go through"), "\(lost.messages)")
        #expect(await office("\(line) --defer form-filled \(Self.why) \(Self.incident)").status == .yes)
        let going = await office("amend campus --remove paperwork \(Self.why)")
        #expect(going.status == .no)
        #expect(going.messages.contains("remove it first with '--remove compression-INC-7'"), "\(going.output)")
        #expect(await office("amend campus --remove compression-INC-7 \(Self.why)").status == .yes)
        #expect(await office("amend campus --remove paperwork \(Self.why)").status == .yes)
    }

    // MARK: compression

    private static let incident =
        "--incident INC-7 --incident-record a.pdf --incident-summary \"core switch burnt\" --work-due 2026-02-01"

    @Test func `phases are compressed only with the record of an incident`() async {
        let office = await Office.at("assessment")
        let line =
            "compress campus --from @scoping --through design --into triage:\"Emergency triage\" "
            + "--defer design-reviewed \(Self.why) \(Self.incident)"
        let dry = await office(line + " --dry-run")
        #expect(dry.status == .yes, "\(dry.output)\(dry.messages)")
        #expect(dry.output.contains("taken in by triage"))
        let run = await office(line)
        #expect(run.status == .yes, "\(run.output)\(run.messages)")
        #expect(await overlays(office) == ["compression-INC-7"])
        let status = await office("status campus").output
        #expect(status.contains("Emergency triage") && status.contains("design-reviewed"))
        #expect(await office("amend campus --remove compression-INC-7 \(Self.why)").status == .yes)
        #expect(await overlays(office) == [])
    }

    @Test(arguments: [
        (
            "--from execution --through validation --into rush", PhaseLoomCommands.ExitStatus.no,
            "takes in validation, which is never skipped"
        ),
        ("--from desing --through execution --into rush", .no, "desing"),
        ("--from @desing --through execution --into rush", .usage, "'--from': '@desing' is not an extension point"),
        ("--from scoping --through design --into a:b:c", .usage, "'--into' cannot be 'a:b:c'"),
        ("--from scoping --through design --into rush --defer a/b/c", .usage, "'--defer':"),
        ("--from scoping --through design --into rush --defer nothing", .no, "nothing"),
    ])
    func `a compression is refused`(line: String, status: PhaseLoomCommands.ExitStatus, words: String) async {
        let archive = MemoryArchive()
        let place = EngagementPlace(store: MemoryStore(), archive: archive)
        let office = Office(stores: MemoryStores(["phaseloom.db": place]))
        await office("start campus")
        let run = await office("compress campus \(line) \(Self.why) \(Self.incident)")
        #expect(run.status == status)
        #expect((run.output + run.messages).contains(words), "\(run.output)\(run.messages)")
        #expect(archive.names.isEmpty)
    }
}

/// A store in which somebody else is faster, once.
private actor Racing: EngagementStore {
    private let store: any EngagementStore
    private var rival: (@Sendable () async -> Void)?

    init(store: any EngagementStore, rival: @escaping @Sendable () async -> Void) {
        self.store = store
        self.rival = rival
    }

    func append(_ batch: LogBatch) async throws(StoreError) {
        if let rival {
            self.rival = nil
            await rival()
        }
        try await store.append(batch)
    }

    func records(of engagement: ID, after number: Int, limit: Int) async throws(StoreError) -> [LogRecord] {
        try await store.records(of: engagement, after: number, limit: limit)
    }

    func summary(of engagement: ID) async throws(StoreError) -> EngagementSummary? {
        try await store.summary(of: engagement)
    }

    func engagements(matching query: EngagementQuery) async throws(StoreError) -> [EngagementSummary] {
        try await store.engagements(matching: query)
    }

    func feed(after position: Int, limit: Int) async throws(StoreError) -> [FeedEntry] {
        try await store.feed(after: position, limit: limit)
    }

    func document(_ name: Digest) async throws(StoreError) -> [UInt8]? { try await store.document(name) }
}
