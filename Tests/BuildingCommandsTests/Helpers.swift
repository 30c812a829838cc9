import BACnet
import FieldLinks
import Modbus
import PhaseLoom
import PhaseLoomTesting
import SimulatedBuilding
import Synchronization

@testable import BuildingCommands

/// An overlay that asks for signed orders, as smart-building does.
struct Ordering: Overlay {
    let identity = OverlayIdentity(id: "ordering", title: "Ordering", summary: "Asks for signed orders.")
    var role: ID = "operator"
    var separately = true

    var body: OverlayBody {
        Artifact("command-order", "Order")
        Artifact("command-log", "Log")
        Produce("command-order", in: .design)
        Produce("command-log", in: .execution)
        Require("commands-ordered", "The order is signed", toEnter: .execution)
            .signed("command-order", by: role, separately: separately)
    }
}

extension Journey {
    /// An engagement whose sequence asks for orders, or for nothing of the kind.
    init(asking overlay: Ordering?) throws {
        let sequence = try BaseSequence.standard.composed(with: OverlaySet([overlay].compactMap(\.self)))
        try self.init(through: sequence, at: ManualTime.start)
    }
}

/// A clock of tests: it goes on when somebody waits.
final class ManualTime: CommandTime {
    private struct State {
        var elapsed = Duration.zero
        var shift: Int64 = 0
        var waits = 0
        var onWait: (@Sendable (Int) -> Void)?
    }

    static let start = Timestamp(milliseconds: 1_795_000_000_000)
    private let state = Mutex(State())

    var elapsed: Duration { state.withLock { $0.elapsed } }
    var now: Timestamp {
        state.withLock { state in
            let (seconds, attoseconds) = state.elapsed.components
            return Self.start.advanced(
                byMilliseconds: seconds * 1000 + attoseconds / 1_000_000_000_000_000 + state.shift)
        }
    }

    /// Sets the clock on the wall, as people do.
    func set(_ milliseconds: Int64) { state.withLock { $0.shift += milliseconds } }

    /// Does something when somebody waits, with how often somebody did before.
    func onWait(_ body: @escaping @Sendable (Int) -> Void) { state.withLock { $0.onWait = body } }

    func wait(until elapsed: Duration, or moment: Timestamp) async throws(CancellationError) {
        let (hook, count) = state.withLock { state in
            defer { state.waits += 1 }
            return (state.onWait, state.waits)
        }
        hook?(count)
        if Task.isCancelled { throw CancellationError() }
        guard now < moment else { return }
        state.withLock { $0.elapsed = max($0.elapsed, elapsed) }
    }
}

/// A device in memory with priority arrays, behind a link.
final class PriorityDevice: MessageLink {
    struct State {
        var now = Duration.zero
        var present: [BACnetValue] = [.real(20)]
        var slots: [BACnetValue]? = Array(repeating: .null, count: 16)
        var device: UInt32 = 1201
        var units: UInt32? = 98
        var answers: [ReceivedMessage] = []
        var writes: [WritePropertyRequest] = []
        /// Whether the link is dead.
        var isDead = false
        /// Whether the device ignores what is written.
        var isDeaf = false
        /// What the device makes of a number that is written.
        var takes: @Sendable (Float) -> Float = { $0 }
        /// Whether the answer to the next write is lost, although it is carried out.
        var losesAnswer = false
        var onWrite: (@Sendable (inout State) -> Void)?
    }

    let state: Mutex<State>

    init(_ change: (inout State) -> Void = { _ in }) {
        var initial = State()
        change(&initial)
        state = Mutex(initial)
    }

    var now: Duration { state.withLock { $0.now } }
    func wait(until moment: Duration) { state.withLock { $0.now = max($0.now, moment) } }

    func send(_ message: BACnetMessage, to destination: Endpoint) throws(BACnetError) {
        let isDead = state.withLock { state in
            guard !state.isDead else { return true }
            if case .confirmedRequest(let request) = message.apdu, let answer = state.answer(to: request) {
                let reply = BACnetMessage(bvll: .originalUnicastNPDU, npdu: NPDU(), apdu: answer)
                state.answers.append(ReceivedMessage(.success(reply), from: destination))
            }
            return false
        }
        if isDead { throw .link(LinkError(.unreachable, "the cable is cut")) }
    }

    func receive(until deadline: Duration) throws(BACnetError) -> ReceivedMessage? {
        if Task.isCancelled { throw .link(LinkError(.cancelled, "cancelled")) }
        return state.withLock { state in
            guard !state.answers.isEmpty else {
                state.now = max(state.now, deadline)
                return nil
            }
            return state.answers.removeFirst()
        }
    }

    var writes: [WritePropertyRequest] { state.withLock { $0.writes } }
    var slots: [BACnetValue] { state.withLock { $0.slots ?? [] } }
}

extension PriorityDevice.State {
    fileprivate mutating func answer(to request: ConfirmedRequest) -> APDU? {
        switch request.content {
        case .readProperty(let reading):
            guard let values = values(of: reading) else {
                let error = ServiceError(.property, .unknownProperty)
                return .error(ErrorAnswer(request.service, error, invokeID: request.invokeID))
            }
            let ack = ReadPropertyAck(reading.object, reading.reference, values)
            return .complexAck(ComplexAck(.readProperty(ack), invokeID: request.invokeID))
        case .writeProperty(let writing):
            writes.append(writing)
            if !isDeaf { write(writing) }
            onWrite?(&self)
            if losesAnswer { return nil }
            return .simpleAck(SimpleAck(request.service, invokeID: request.invokeID))
        default: return .reject(RejectAnswer(.unrecognizedService, invokeID: request.invokeID))
        }
    }

    private func values(of reading: ReadPropertyRequest) -> [BACnetValue]? {
        switch reading.reference.property {
        case .objectIdentifier: ObjectIdentifier(.device, device).map { [.objectIdentifier($0)] }
        case .presentValue: slots?.first { $0 != .null }.map { [$0] } ?? present
        case .priorityArray: slots
        case .units: units.map { [.enumerated($0)] }
        default: nil
        }
    }

    private mutating func write(_ writing: WritePropertyRequest) {
        var value = writing.value.values[0]
        if case .real(let number) = value { value = .real(takes(number)) }
        guard slots != nil else { return present = [value] }
        slots?[Int(writing.value.priority ?? 16) - 1] = value
    }
}

/// What a run has around it in a test.
struct Stage {
    let device: PriorityDevice
    let unit: SimulatedStream
    let time = ManualTime()
    let log: MemoryEngagement
    let order: CommandOrder

    init(_ rows: String..., device: PriorityDevice = PriorityDevice(), troubles: [ModbusTrouble?] = []) throws {
        let bytes = CommandOrderTests.file(rows)
        order = try CommandOrder(bytes)
        self.device = device
        var simulated = SimulatedModbusDevice(unit: 3)
        simulated.coils[7] = false
        simulated.holdingRegisters = [100: 0x1111, 101: 0x4120]
        unit = SimulatedStream(to: simulated, troubles: troubles)
        log = MemoryEngagement(try Self.engagement(for: order), by: "Ada")
    }

    static func engagement(for order: CommandOrder, signers: [ID: String] = [:]) throws -> Engagement {
        var journey = try Journey(asking: Ordering())
        journey.drafts["command-order"] = EvidenceDraft(artifact: "command-order", digest: order.digest)
        journey.signers = signers
        try journey.lead(to: "execution")
        return journey.engagement
    }

    var links: CommandLinks {
        CommandLinks(bacnet: { [device] in device }, modbus: { [unit] _ in unit })
    }

    func run(
        recording: (@Sendable (CommandRecord) async throws -> Void)? = nil, releasePatience: Duration = .seconds(3600)
    ) -> CommandRun {
        CommandRun(
            over: links, time: time, releasePatience: releasePatience, after: CommandHistory(log.engagement),
            record: recording ?? { record in try self.record(record) })
    }

    func record(_ record: CommandRecord) throws {
        let draft = EvidenceDraft(
            artifact: CommandAuthority.log, digest: Digest(of: record.json.canonicalBytes),
            measurements: record.measurements, findings: [record.finding])
        try log.perform(.record(draft), at: max(time.now, log.engagement.updated))
    }

    func authorized() throws -> AuthorizedOrder {
        try CommandAuthority.authorize(order, in: log.engagement, at: max(time.now, log.engagement.updated))
    }

    /// The states that the log tells, in order.
    var states: [String] { log.recorded.flatMap { $0.draft.findings.map(\.code.text) } }

    /// How many commands are set, as the gate sees it.
    var unreleased: Double? { log.recorded.last?.draft.measurements.first { $0.name == "unreleased-commands" }?.value }
}
