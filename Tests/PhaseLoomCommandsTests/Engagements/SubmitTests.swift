import Foundation
import PhaseLoom
import PhaseLoomStores
import Testing

@testable import PhaseLoomCommands

/// Evidence on its way from a file into the vault and the log.
@Suite struct SubmitTests {
    /// `printf %s '%PDF' | sha256sum`
    private static let digits = "315d429b7714cedb6ad04ac31240145257692630457f3c88253c5beceac76027"

    @Test func `the file is kept under its hash, and only its name is recorded`() async throws {
        let archive = MemoryArchive()
        let place = EngagementPlace(store: MemoryStore(), archive: archive)
        let office = Office(
            files: MemoryFiles(["some/where/a.pdf": "%PDF"]), stores: MemoryStores(["phaseloom.db": place]))
        await office("start campus")
        let run = await office("submit campus service-request some/where/a.pdf")
        #expect(run.output == "✓ Ada handed in service-request (a.pdf, 4 bytes)\n")
        let digest = try #require(archive.names.first)
        #expect(archive.names.count == 1)
        #expect(digest == Digest(of: Array("%PDF".utf8)))
        let log = await office("export campus --format jsonl").output
        #expect(log.contains(#""file":"a.pdf""#) && log.contains(digest.hexadecimal))
        #expect(!log.contains("some/where"))
    }

    @Test(arguments: [
        ("retention=30d", "retention", 30.0, "d"), ("retention=30 d", "retention", 30, "d"),
        ("retention=30[d]", "retention", 30, "d"), ("roc_auc=0.91", "roc_auc", 0.91, nil),
        ("x=-1.5e3", "x", -1500, nil), ("x=2eV", "x", 2, "eV"), ("x=2e", "x", 2, "e"), ("x=1e2e", "x", 100, "e"),
        ("density=250 px/m", "density", 250, "px/m"), ("load=80%", "load", 80, "%"), ("x=undefined", "x", nil, nil),
        ("t=.5°C", "t", 0.5, "°C"),
        ("x=0e-400", "x", 0, nil), ("x=1e-300", "x", 1e-300, nil),
        ("x=2x", "x", 2, "x"), ("x=3 kg/(m s)", "x", 3, "kg/(m s)"),
    ])
    func `reads measurements`(text: String, name: String, value: Double?, unit: String?) throws {
        let measurement = try Measurement(parsing: text)
        #expect(measurement == Measurement(try ID(name), value, unit: unit))
    }

    @Test(arguments: [
        "", "=", "x", "x=", "=5", "x=--5", "x=1,5", "x=1.2.3", "x=inf", "x=nan", "x=1e999", "a b=1", "x=5 6",
        "x=0x10", "x=0X1F", "x=1_000", "x=5[", "x=5]", "x=5[[d]", "x=5 (m", "x=5 m)(", "x=5[0]", "x=1e-400",
        "x=-1e-999",
    ])
    func `refuses what is no measurement`(text: String) {
        #expect(throws: InvalidValue.self) { try Measurement(parsing: text) }
    }

    @Test func `nothing is no evidence, nor is a file without content`() async {
        let archive = MemoryArchive()
        let place = EngagementPlace(store: MemoryStore(), archive: archive)
        let office = Office(
            files: MemoryFiles(["empty.pdf": "", "a.pdf": "%PDF"]), stores: MemoryStores(["phaseloom.db": place]))
        await office("start campus")
        let nothing = await office("submit campus service-request")
        #expect(nothing.status == .usage)
        #expect(nothing.messages.contains("nothing shows that there is a 'service-request': give FILE or '--measure"))
        for line in [
            "submit campus service-request empty.pdf", "submit campus service-request empty.pdf --measure x=1",
        ] {
            let empty = await office(line)
            #expect(empty.status == .invalidInput)
            #expect(empty.messages == "phaseloom: 'empty.pdf' is empty: see whether it was written to its end\n")
        }
        #expect(archive.names.isEmpty)
        #expect(await office("log campus").output.split(separator: "\n").count == 1)
    }

    @Test func `what the rules do not take is not copied`() async {
        let archive = MemoryArchive()
        let place = EngagementPlace(store: MemoryStore(), archive: archive)
        let office = Office(stores: MemoryStores(["phaseloom.db": place]))
        await office("start campus")
        for line in [
            "submit campus statement-of-work a.pdf", "submit campus nothing a.pdf",
            "submit campus service-request none",
            "submit campus service-request a.pdf --measure x=1 --measure x=2",
        ] {
            #expect(await office(line).status != .yes)
        }
        #expect(archive.names.isEmpty)
    }

    @Test(arguments: ["a\u{1B}[31m.pdf", "a\nb", "\u{202E}fdp.exe", "..", "a\\b", String(repeating: "n", count: 256)])
    func `a name that could deceive is refused`(name: String) async {
        let office = Office(files: MemoryFiles(["folder/" + name: "x"]))
        await office("start campus")
        let run = await office.run(["submit", "campus", "service-request", "folder/" + name])
        #expect(run.status == .invalidInput)
        #expect(run.messages.unicodeScalars.allSatisfy { $0 == "\n" || $0.isPrintable })
        #expect(await office("log campus").output.split(separator: "\n").count == 1)
    }

    /// A store that fails once, after the file was copied.
    private actor Dying: EngagementStore {
        private let store = MemoryStore()
        private var isDead = false

        func die() { isDead = true }

        func append(_ batch: LogBatch) async throws(StoreError) {
            guard !isDead else {
                isDead = false
                throw StoreError(.full, "there is no room left", hint: "make room and try again")
            }
            try await store.append(batch)
        }

        func records(of engagement: ID, after number: Int, limit: Int) async -> [LogRecord] {
            await store.records(of: engagement, after: number, limit: limit)
        }

        func summary(of engagement: ID) async -> EngagementSummary? { await store.summary(of: engagement) }

        func engagements(matching query: EngagementQuery) async -> [EngagementSummary] {
            await store.engagements(matching: query)
        }

        func feed(after position: Int, limit: Int) async -> [FeedEntry] {
            await store.feed(after: position, limit: limit)
        }

        func document(_ name: Digest) async -> [UInt8]? { await store.document(name) }
    }

    @Test func `a death between the copy and the event leaves a file that does no harm`() async {
        let (store, archive) = (Dying(), MemoryArchive())
        let office = Office(stores: MemoryStores(["phaseloom.db": EngagementPlace(store: store, archive: archive)]))
        await office("start campus")
        await store.die()
        let run = await office("submit campus service-request a.pdf")
        #expect(run.status == .environment)
        #expect(run.messages == "phaseloom: there is no room left: make room and try again\n")
        #expect(archive.names.count == 1)
        #expect(await office("log campus").output.split(separator: "\n").count == 1)
        #expect(await office("submit campus service-request a.pdf").status == .yes)
        #expect(archive.names.count == 1)
        #expect(await office("audit campus --verify").status == .yes)
    }

    // MARK: on a disk

    /// Runs commands in a folder of the machine.
    private func run(_ arguments: [String], in folder: Folder) async -> (
        status: PhaseLoomCommands.ExitStatus, text: String
    ) {
        let (output, messages) = (MemoryOutput(), MemoryOutput())
        let status = await Office.tool.run(
            arguments + ["--store", folder.path + "/store.db"],
            in: Environment(
                output: output, messages: messages, files: SystemFiles(), stores: SystemStores(),
                user: "Ada",
                clock: { Timestamp(milliseconds: 1_000_000) }))
        return (status, output.text + messages.text)
    }

    @Test func `a file of the machine goes beside the store`() async throws {
        let folder = try Folder()
        let file = try folder.write("a.pdf", "%PDF")
        _ = await run(["start", "campus"], in: folder)
        let answer = await run(["submit", "campus", "service-request", file], in: folder)
        #expect(answer.status == .yes, "\(answer.text)")
        let kept = folder.path + "/store.db-evidence/" + Self.digits.prefix(2) + "/" + Self.digits
        #expect(try String(contentsOfFile: kept, encoding: .utf8) == "%PDF")
        let again = await run(["audit", "campus", "--verify"], in: folder)
        #expect(again.status == .yes)
    }

    @Test func `a symbolic link is followed, and the evidence says so`() async throws {
        let folder = try Folder()
        let file = try folder.write("a.pdf", "%PDF")
        try FileManager.default.createSymbolicLink(atPath: folder.path + "/link.pdf", withDestinationPath: file)
        _ = await run(["start", "campus"], in: folder)
        #expect(
            await run(["submit", "campus", "service-request", folder.path + "/link.pdf"], in: folder).status == .yes)
        let log = await run(["export", "campus", "--format", "jsonl"], in: folder).text
        #expect(log.contains("is a symbolic link to") && log.contains(Self.digits))
    }

    @Test(arguments: ["folder", "pipe", "/dev/zero", "nowhere", "dangling"])
    func `what is no file is refused without being read`(name: String) async throws {
        let folder = try Folder()
        try FileManager.default.createDirectory(atPath: folder.path + "/folder", withIntermediateDirectories: false)
        try #require(mkfifo(folder.path + "/pipe", 0o600) == 0)
        try FileManager.default.createSymbolicLink(atPath: folder.path + "/dangling", withDestinationPath: "/nowhere")
        _ = await run(["start", "campus"], in: folder)
        let path = name.hasPrefix("/") ? name : folder.path + "/" + name
        let answer = await run(["submit", "campus", "service-request", path], in: folder)
        #expect(answer.status == .environment)
        #expect(answer.text.hasPrefix("phaseloom: cannot read '"))
        let vault = folder.path + "/store.db-evidence"
        #expect((try? FileManager.default.contentsOfDirectory(atPath: vault)) ?? [] == [])
    }

    @Test func `a store that is something else is left alone`() async throws {
        let folder = try Folder()
        try folder.write("store.db", "this is a letter")
        let answer = await run(["start", "campus"], in: folder)
        #expect(answer.status == .environment)
        #expect(answer.text.contains("is no store of engagements"))
        #expect(try folder.read("store.db") == "this is a letter")
    }

    @Test func `without a store there is nothing to look at`() async throws {
        let folder = try Folder()
        let answer = await run(["status"], in: folder)
        #expect(answer.status == .environment)
        #expect(answer.text.contains("there is no store at"))
        #expect(try folder.names.isEmpty)
    }
}
