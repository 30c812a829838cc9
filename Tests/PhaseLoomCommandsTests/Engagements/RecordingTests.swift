import PhaseLoom
import Synchronization
import Testing

@testable import PhaseLoomCommands

/// Collectors that act on the world and record each act at once.
@Suite struct RecordingTests {
    /// A collector that acts twice: it records what it is about to do, does it, and records what came of it.
    private struct Actor: Collector {
        static let id: ID = "actor"
        static let help = "Acts on the world."
        static let ending = OverlayOption<Ending>.choice("ending", help: "how it ends", default: .report)
        static let artifact = OverlayOption.text("artifact", help: "what it records", default: "service-request")
        static let options = [ending.descriptor, artifact.descriptor]
        let values: OptionValues

        enum Ending: String, CaseIterable, Sendable {
            case report, answer, cancel, fail
        }

        init(_ values: OptionValues) { self.values = values }

        func collect(in context: CollectorContext) async throws -> CollectorReport {
            let artifact = try ID(values[Self.artifact])
            try await context.record(artifact, "intent.json", Array("{}".utf8))
            switch values[Self.ending] {
            case .report: break
            case .answer: _ = try context.answer("done.txt") { put in try put("done\n") }
            case .cancel: withUnsafeCurrentTask { $0?.cancel() }
            case .fail: throw CollectorError(.environment, ["lamp: it is dark: switch it on"])
            }
            let done = CollectedFinding("done", .note, "it is done", subject: "lamp", hint: "nothing is left to do")
            try await context.record(
                artifact, "outcome.json", Array("[1]".utf8), measurements: [Measurement("lamps", 1)], findings: [done])
            return CollectorReport(evidence: [])
        }
    }

    private struct Owner: ConfigurableOverlay {
        static let identity = OverlayIdentity(id: "acting", title: "Acting", summary: "Acts.")
        static var collectors: [any Collector.Type] { [Actor.self] }
        let values: OptionValues
        init(_ values: OptionValues) { self.values = values }
        var body: OverlayBody { OverlayBody() }
    }

    private let archive = MemoryArchive()
    private let office: Office

    init() {
        let place = EngagementPlace(store: MemoryStore(), archive: archive)
        office = Office(
            stores: MemoryStores(["phaseloom.db": place]),
            tool: CommandLineTool(version: "1", catalogue: Catalogue(overlays: [Owner.self])))
    }

    private func act(_ options: String = "") async -> Office.Answer {
        await office("start campus")
        return await office("collect acting/actor --engagement campus \(options)")
    }

    private func log() async -> [Substring] {
        await office("export campus --format jsonl").output.split(separator: "\n")
    }

    @Test func `what is done is in the log, and in the answer`() async {
        let answer = await act()
        #expect(answer.status == .yes, "\(answer.messages)")
        #expect(answer.output.hasPrefix("acting/actor: met\n  service-request  intent.json, 2 bytes\n"))
        #expect(answer.output.contains("note done: lamp: it is done: nothing is left to do"))
        #expect(answer.output.contains("✓ Ada handed in service-request (outcome.json, 3 bytes)"))
        let log = await log()
        #expect(log.count == 3)
        #expect(log.dropFirst().allSatisfy { $0.contains(#""collector":"acting/actor""#) })
        #expect(Set(archive.names) == [Digest(of: Array("{}".utf8)), Digest(of: Array("[1]".utf8))])
        #expect(await office("audit campus").status == .yes)
    }

    @Test func `with JSON the records are the evidence`() async {
        let answer = await act("--json")
        #expect(answer.output.split(separator: "\n").count { $0.contains("\"artifact\": \"service-request\"") } == 2)
        #expect(answer.messages.isEmpty)
    }

    @Test func `beside an answer of its own the records go to the messages`() async {
        let answer = await act("--ending=answer")
        #expect(answer.output == "done\n")
        #expect(answer.messages.contains("phaseloom: ✓ Ada handed in service-request (intent.json, 2 bytes)\n"))
    }

    @Test(arguments: [
        ("cancel", 3, "events 2 to 3", "cancelled"), ("fail", 2, "event 2", "lamp: it is dark: switch it on"),
    ])
    func `a run that ends early loses nothing`(ending: String, events: Int, numbers: String, reason: String) async {
        let answer = await act("--ending=\(ending)")
        #expect(answer.status == .environment)
        #expect(answer.output.isEmpty)
        #expect(
            answer.messages
                == "phaseloom: what it did until then is recorded in 'campus': \(numbers)\nphaseloom: \(reason)\n")
        #expect(await log().count == events)
    }

    @Test(arguments: [
        ("--artifact=nothing", PhaseLoomCommands.ExitStatus.usage, "there is no artifact 'nothing'"),
        ("--artifact=runbook", .no, "'runbook' cannot be handed in yet"),
    ])
    func `what cannot be recorded is not done`(
        options: String, status: PhaseLoomCommands.ExitStatus, words: String
    ) async {
        let answer = await act(options)
        #expect(answer.status == status)
        #expect((answer.output + answer.messages).contains(words), "\(answer)")
        #expect(await log().count == 1)
    }

    @Test func `without an engagement nothing is done`() async {
        let answer = await office("collect acting/actor")
        #expect(answer.status == .environment)
        #expect(
            answer.messages
                == "phaseloom: 'service-request': there is no engagement in which to record it: what acts on the world "
                + "works for an engagement only; give '--engagement ID'\n")
    }

    @Test func `somebody may be faster meanwhile`() async throws {
        await office("start campus")
        let place = try office.stores.open("phaseloom.db", creates: false).get()
        let desk = Desk(
            place: place, catalogue: Catalogue(overlays: []), clock: { Timestamp(milliseconds: 1 << 41) }, actor: "Ada")
        let recorder = EngagementRecorder(try await desk.load("campus"), at: desk)
        await office("submit campus service-request a.pdf")
        let file = CollectedFile(name: "a", path: nil, size: 1, digest: Digest(of: [1]))
        #expect(try await recorder.record(CollectedEvidence("service-request", file)) == 3)
        async let one = recorder.record(CollectedEvidence("service-request", file))
        async let other = recorder.record(CollectedEvidence("service-request", file))
        #expect(try await Set([one, other]) == [4, 5])
        #expect(await recorder.session.engagement.length == 5)
    }
}
