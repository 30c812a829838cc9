import PhaseLoom
import PhaseLoomCommands
import Synchronization

/// An overlay that gives engagements something of everything: a law, a signature, a measurement, a loop and a trigger.
struct Hospital: ConfigurableOverlay {
    static let identity = OverlayIdentity(
        id: "hospital", version: "2.0.0", title: "Hospital", summary: "Works in hospitals.", cites: ["DIN 6812"])
    static let noise = OverlayOption.integer(
        "noise", help: "the noise that is allowed, in dB", default: 40, in: 20...60)
    static let options = [noise.descriptor]

    let values: OptionValues

    init(_ values: OptionValues) throws(InvalidValue) { self.values = values }

    var body: OverlayBody {
        Artifact("noise-report", "Noise report")
        Insert("quiet-test", "Test that it is quiet").after(.execution).before(.validation).producing("noise-report")
        Expect("quiet-enough", "It is quiet enough", atGateOf: "quiet-test")
            .needing("noise-report").measured("noise", .atMost(Double(values[Self.noise])), unit: "dB")
        Expect("hygiene-kept", "Hygiene is kept", atGateOf: .design).needing("design-review").mandated()
        Expect("client-agrees", "The client signs the statement of work", atGateOf: .scoping)
            .signed("statement-of-work", by: "client", separately: true)
        LoopBack("rework", from: "quiet-test", to: .execution, while: "quiet-enough", atMost: 1)
        Insert("night-work", "Work at night").after(.design).before(.execution)
            .when(Trigger("by-day-impossible", "It cannot be done by day"))
        Perform("tell-wards", "Tell the wards", during: .execution)
        Perform("isolate", "Isolate the site", during: .execution).after("tell-wards")
    }
}

/// An overlay that adds one more thing to an early phase.
struct Paperwork: ConfigurableOverlay {
    static let identity = OverlayIdentity(id: "paperwork", title: "Paperwork", summary: "Asks for a form.")

    let values: OptionValues

    init(_ values: OptionValues) throws(InvalidValue) { self.values = values }

    var body: OverlayBody {
        Artifact("form", "Form")
        Produce("form", in: .intake)
        Expect("form-filled", "The form is filled in", atGateOf: .intake).needing("form")
    }
}

/// A place where tests run one command after another, in memory, with a clock that goes on by a minute for each.
final class Office: Sendable {
    static let tool = CommandLineTool(
        version: "9.8.7",
        catalogue: Catalogue(
            overlays: [Cameras.self, Privacy.self, Stuck.self, Hospital.self, Paperwork.self]))

    let files: MemoryFiles
    let stores: any StoreAccess
    private let tool: CommandLineTool
    private let time: Mutex<Timestamp>

    init(
        files: MemoryFiles = MemoryFiles(["a.pdf": "%PDF", "folder/b.txt": "b"]),
        stores: any StoreAccess = MemoryStores(), at time: Int64 = 1_767_600_000_000,
        tool: CommandLineTool = Office.tool
    ) {
        self.files = files
        self.stores = stores
        self.tool = tool
        self.time = Mutex(Timestamp(milliseconds: time))
    }

    struct Answer {
        let status: PhaseLoomCommands.ExitStatus
        let output: String
        let messages: String
    }

    /// The time at which the latest command began.
    private var now: Timestamp { time.withLock { $0.advanced(byMilliseconds: -60_000) } }

    /// Sets the clock.
    func set(_ time: Timestamp) { self.time.withLock { $0 = time } }

    func run(_ arguments: [String], by user: String = "Ada", columns: Int? = nil) async -> Answer {
        let (output, messages) = (MemoryOutput(), MemoryOutput())
        time.withLock { $0 = $0.advanced(byMilliseconds: 60_000) }
        let status = await tool.run(
            arguments,
            in: Environment(
                output: output, messages: messages, files: files, stores: stores, user: user,
                terminalColumns: columns, clock: { [self] in now }))
        return Answer(status: status, output: output.text, messages: messages.text)
    }

    /// Runs a line whose words stand between spaces or in quotes.
    @discardableResult
    func callAsFunction(_ line: String, by user: String = "Ada") async -> Answer {
        let parts = line.split(separator: "\"", omittingEmptySubsequences: false)
        var words = [""]
        for (place, part) in parts.enumerated() {
            if place.isMultiple(of: 2) {
                for (index, word) in part.split(separator: " ", omittingEmptySubsequences: false).enumerated() {
                    if index > 0 { words.append("") }
                    words[words.count - 1] += word
                }
            } else {
                words[words.count - 1] += part
            }
        }
        return await run(words.filter { !$0.isEmpty }, by: user)
    }

    /// Runs lines one after another.
    func play(_ lines: String) async -> [Answer] {
        var answers: [Answer] = []
        for line in lines.split(separator: "\n") where !line.hasPrefix("#") { answers.append(await self(String(line))) }
        return answers
    }

    /// An office in which an engagement has passed the first phases.
    static func at(_ phase: String, _ overlays: String = "", named id: String = "campus") async -> Office {
        let office = Office()
        await office("start \(id) \(overlays)")
        await office.advance(id, to: phase)
        return office
    }

    /// Takes an engagement through the phases before one.
    func advance(_ id: String, to phase: String) async {
        for step in Self.steps {
            if step.phase == phase { return }
            await self("open \(id) \(step.phase)")
            for artifact in step.artifacts { await self("submit \(id) \(artifact) a.pdf") }
            await self("sign \(id) statement-of-work --role client --by Grace")
            await self("sign \(id) statement-of-work --role provider")
            await self("sign \(id) test-report --role reviewer --by Grace")
            await self("sign \(id) runbook --role recipient --by Grace")
            await self("gate \(id) \(step.phase)")
            for artifact in step.after { await self("submit \(id) \(artifact) a.pdf") }
        }
    }

    private struct Step {
        let phase: String
        var artifacts: [String]
        var after: [String] = []
    }

    private static let steps = [
        Step(
            phase: "intake", artifacts: ["qualified-request", "readiness-report", "licence-register"],
            after: ["authority-proof", "access-grant"]),
        Step(phase: "assessment", artifacts: ["baseline-record"]),
        Step(
            phase: "scoping", artifacts: ["statement-of-work", "resource-plan", "timeline", "acceptance-criteria"]),
        Step(phase: "design", artifacts: ["design-specification", "design-review"]),
        Step(phase: "execution", artifacts: ["build-artifact", "configuration-records", "access-change-log"]),
        Step(phase: "validation", artifacts: ["test-report"]),
        Step(phase: "transfer", artifacts: ["runbook", "handoff-package"]),
        Step(
            phase: "closeout",
            artifacts: [
                "billing-reconciliation --measure unreconciled-amount=0", "sla-review", "satisfaction-record",
                "retrospective",
            ]),
    ]
}
