import BACnet
import FieldLinks
import Modbus
import PhaseLoom
import PhaseLoomTesting
import SimulatedBuilding
import Synchronization
import Testing

@testable import BuildingCommands

/// Expected values: ANSI/ASHRAE 135-2020, clause 19.2: a written priority holds until NULL is written at it.
@Suite struct CommandRunTests {
    typealias Change = @Sendable (inout PriorityDevice.State) -> Void
    private static let damper = CommandOrderTests.damper
    private static let pump = CommandOrderTests.pump
    private static let setpoint = CommandOrderTests.setpoint
        .replacing("2026-11-21T09:00:00Z", with: "").replacing("2026-11-21T10:00:00Z", with: "30m")

    private static func write(_ value: BACnetValue, at priority: UInt8 = 8) throws -> WritePropertyRequest {
        let object = try #require(ObjectIdentifier(.analogOutput, 5))
        return WritePropertyRequest(
            object, PropertyValue(PropertyReference(.presentValue), [value], priority: priority))
    }

    @Test func `a command is written, holds its time and is released`() async throws {
        let stage = try Stage(Self.damper)
        let outcome = await stage.run().carryOut(try stage.authorized())
        #expect(outcome.failure == nil && outcome.conflicts.isEmpty && outcome.unrecorded.isEmpty)
        #expect(stage.device.writes == [try Self.write(.real(40)), try Self.write(.null)])
        #expect(stage.states == ["command-begins", "command-holds", "command-released"])
        #expect(stage.log.recorded.map { $0.draft.measurements.first?.value } == [1, 1, 0])
        #expect(stage.time.elapsed == .seconds(900))
    }

    @Test func `registers and coils get back what they had, or what the order says`() async throws {
        let stage = try Stage(Self.pump, Self.setpoint)
        let outcome = await stage.run().carryOut(try stage.authorized())
        #expect(outcome.failure == nil && outcome.remaining.isEmpty)
        #expect(stage.unit.device.coils == [7: false])
        #expect(stage.unit.device.holdingRegisters == [100: 0x1111, 101: 0x4120])
        let sent = stage.unit.traffic.compactMap { traffic -> ModbusRequest? in
            guard case .sent(let octets) = traffic,
                case .request(let request)? = try? ModbusFrame.decode(octets, as: .tcp, direction: .request).pdu,
                !request.isReading
            else { return nil }
            return request
        }
        #expect(
            sent == [
                .write(.coil(address: 7, true)), .write(.registers(address: 100, [0, 0x41AC])),
                .write(.coil(address: 7, false)), .write(.registers(address: 100, [0x1111, 0x4120])),
            ])
        #expect(stage.unreleased == 0)
    }

    @Test func `a point without priorities gets its former value`() async throws {
        let stage = try Stage(Self.damper, device: PriorityDevice { $0.slots = nil })
        let outcome = await stage.run().carryOut(try stage.authorized())
        #expect(outcome.records.map(\.state) == [.released])
        #expect(stage.device.writes == [try Self.write(.real(40)), try Self.write(.real(20))])
        #expect(stage.log.recorded.first?.draft.measurements.first { $0.name == "restored-1" }?.value == 20)
    }

    private static let obstacles: [(change: Change, code: String)] = [
        ({ state in state.slots?[7] = .real(55) }, "command-conflict"),
        ({ state in state.device = 7 }, "command-unreadable"), ({ state in state.units = 64 }, "command-unreadable"),
        ({ state in state.isDead = true }, "command-unreadable"),
        ({ state in (state.slots, state.present) = (nil, [.null]) }, "command-no-way-back"),
        ({ state in state.slots = [.null] }, "command-unreadable"),
    ]

    @Test(arguments: obstacles.indices)
    func `nothing is written where something stands against it`(place: Int) async throws {
        let (change, code) = Self.obstacles[place]
        let stage = try Stage(Self.pump, Self.damper, device: PriorityDevice(change))
        let outcome = await stage.run().carryOut(try stage.authorized())
        #expect(outcome.conflicts.map(\.code.text) == [code])
        #expect(stage.device.writes.isEmpty && stage.states.isEmpty)
        #expect(stage.unit.device.coils == [7: false])
    }

    @Test func `a higher priority is told and does not stop a command`() async throws {
        let device = PriorityDevice { $0.slots?[2] = .real(90) }
        let stage = try Stage(Self.damper, device: device)
        let rows = try await CommandSurvey(over: stage.links).rows(of: stage.order.commands)
        #expect(rows.flatMap(\.findings).map(\.code) == ["command-overridden"])
        #expect(rows.allSatisfy(\.isFree) && device.writes.isEmpty)
        let outcome = await stage.run().carryOut(try stage.authorized())
        #expect(outcome.records.map(\.state) == [.released])
        #expect(device.slots[2] == .real(90) && device.slots[7] == .null)
    }

    @Test func `what cannot be recorded first is not written`() async throws {
        let stage = try Stage(Self.damper)
        let outcome = await stage.run(recording: { _ in throw CollectorError(.environment, ["the disk is full"]) })
            .carryOut(try stage.authorized())
        #expect(outcome.failure is CollectorError)
        #expect(stage.device.writes.isEmpty && outcome.records.isEmpty)
    }

    @Test(arguments: [CommandRecord.State.holds, .released])
    func `what cannot be recorded afterwards is released all the same`(state: CommandRecord.State) async throws {
        let stage = try Stage(Self.damper)
        let run = stage.run(recording: { record in
            if record.state == state { throw CollectorError(.environment, ["the disk is full"]) }
            try stage.record(record)
        })
        let outcome = await run.carryOut(try stage.authorized())
        #expect(stage.device.slots[7] == .null && outcome.remaining.isEmpty)
        #expect((outcome.failure != nil) == (state == .holds))
        #expect(outcome.unrecorded.isEmpty == (state == .holds))
    }

    @Test func `when one command fails all are released`() async throws {
        let device = PriorityDevice { $0.isDeaf = true }
        let stage = try Stage(Self.pump, Self.damper, device: device)
        let outcome = await stage.run().carryOut(try stage.authorized())
        #expect((outcome.failure as? CommandFault)?.message.contains("does not read back") == true)
        #expect(stage.unit.device.coils == [7: false])
        #expect(outcome.remaining.isEmpty && outcome.records.count == 2)
        #expect(stage.time.elapsed == .zero)
    }

    @Test func `a write whose answer is lost is released`() async throws {
        let device = PriorityDevice {
            $0.losesAnswer = true
            $0.onWrite = { if $0.writes.count == 4 { $0.losesAnswer = false } }
        }
        let stage = try Stage(Self.damper, device: device)
        let outcome = await stage.run().carryOut(try stage.authorized())
        #expect(outcome.failure is CommandFault)
        #expect(device.slots[7] == .null && outcome.records.map(\.state) == [.released])
    }

    @Test func `a run that is cancelled releases at once`() async throws {
        let stage = try Stage(Self.damper)
        stage.time.onWait { _ in withUnsafeCurrentTask { $0?.cancel() } }
        let authorized = try stage.authorized()
        let outcome = await Task { await stage.run().carryOut(authorized) }.value
        #expect(outcome.failure is CancellationError)
        #expect(stage.device.slots[7] == .null && stage.time.elapsed == .zero)
        #expect(stage.states == ["command-begins", "command-holds", "command-released"])
    }

    @Test func `a run that is cancelled while it writes releases what it wrote`() async throws {
        let device = PriorityDevice {
            $0.onWrite = { if $0.writes.count == 1 { withUnsafeCurrentTask { $0?.cancel() } } }
        }
        let stage = try Stage(Self.damper, device: device)
        let authorized = try stage.authorized()
        let outcome = await Task { await stage.run().carryOut(authorized) }.value
        #expect(outcome.failure != nil)
        #expect(device.slots[7] == .null && outcome.records.map(\.state) == [.released])
    }

    @Test func `a dead link is tried again until the release reads back`() async throws {
        let stage = try Stage(Self.damper)
        let device = stage.device
        stage.time.onWait { count in device.state.withLock { $0.isDead = count < 6 } }
        let outcome = await stage.run().carryOut(try stage.authorized())
        #expect(outcome.failure == nil && outcome.records.map(\.state) == [.released])
        // After 900 s pauses of 1, 2, 4, 8, 16 and 32 seconds.
        #expect(stage.time.elapsed == .seconds(963))
        #expect(device.slots[7] == .null)
    }

    @Test func `what cannot be released is told with what is left`() async throws {
        let stage = try Stage(Self.pump, Self.damper)
        let device = stage.device
        stage.time.onWait { _ in device.state.withLock { $0.isDead = true } }
        let outcome = await stage.run(releasePatience: .seconds(600)).carryOut(try stage.authorized())
        #expect(outcome.remaining.map(\.command.point) == ["damper"])
        let finding = try #require(outcome.remaining.first?.finding)
        #expect(finding.severity == .error && finding.code == "command-remains")
        #expect(finding.message.contains("40 % at priority 8 to analog-output,5 of device,1201 at 192.0.2.7:47808"))
        #expect(finding.message.contains("the cable is cut"))
        #expect(stage.unit.device.coils == [7: false])
        #expect(stage.unreleased == 1)
        #expect(stage.time.elapsed == .seconds(1500))
    }

    @Test func `what a run left is released by the next, once`() async throws {
        let stage = try Stage(Self.damper, Self.setpoint)
        let device = stage.device
        let unit = stage.unit
        stage.time.onWait { _ in device.state.withLock { $0.isDead = true } }
        _ = await stage.run(releasePatience: .zero).carryOut(try stage.authorized())
        device.state.withLock { $0.isDead = false }
        let held = CommandHistory(stage.log.engagement).held(of: stage.order)
        #expect(held.map(\.command.point) == ["damper"] && held.map(\.way) == [.relinquish])
        #expect(device.slots[7] == .real(40))
        let outcome = await stage.run().release(held)
        #expect(outcome.records.map(\.state) == [.released] && device.slots[7] == .null && stage.unreleased == 0)
        #expect(CommandHistory(stage.log.engagement).held(of: stage.order).isEmpty)
        #expect(unit.device.holdingRegisters[101] == 0x4120)
        #expect(CommandHistory(stage.log.engagement).unreleased == 0)
    }

    @Test(arguments: [true, false])
    func `after a crash the log is enough to release`(wasWritten: Bool) async throws {
        let stage = try Stage(Self.setpoint)
        let command = stage.order.commands[0]
        // The run died after its first record, before or after it wrote.
        try stage.record(
            CommandRecord(
                HeldCommand(command, of: stage.order.digest, .restore([0x1111, 0x4120])), .begins, detail: "",
                unreleased: 1))
        if wasWritten {
            let commander = try ModbusCommander { [unit = stage.unit] in unit }
            try await commander.write(AuthorizedCommand(command, of: stage.order.digest))
            #expect(stage.unit.device.holdingRegisters[101] == 0x41AC)
        }
        let held = CommandHistory(stage.log.engagement).held(of: stage.order)
        #expect(held.map(\.way) == [.restore([0x1111, 0x4120])])
        let outcome = await stage.run().release(held)
        #expect(outcome.records.map(\.state) == [.released])
        #expect(stage.unit.device.holdingRegisters == [100: 0x1111, 101: 0x4120])
    }

    @Test func `what somebody else wrote meanwhile is left to them`() async throws {
        let stage = try Stage(Self.damper)
        let device = stage.device
        stage.time.onWait { _ in device.state.withLock { $0.slots?[7] = .real(66) } }
        let outcome = await stage.run().carryOut(try stage.authorized())
        #expect(outcome.records.map(\.state) == [.overtaken])
        #expect(device.slots[7] == .real(66) && stage.unreleased == 0)
    }

    @Test(arguments: [(3_600_000 as Int64, 0), (-86_400_000, 900)])
    func `clocks that jump never hold a command longer`(jump: Int64, seconds: Int) async throws {
        let stage = try Stage(Self.damper)
        let time = stage.time
        let device = stage.device
        device.state.withLock { $0.onWrite = { if $0.writes.count == 1 { time.set(jump) } } }
        // A clock that was set back makes the log refuse what comes after; the release does not depend on it.
        let outcome = await stage.run(recording: { try stage.record($0) }).carryOut(try stage.authorized())
        #expect(device.slots[7] == .null && outcome.remaining.isEmpty)
        #expect(time.elapsed == .seconds(seconds))
    }

    @Test func `commands are released each at its time`() async throws {
        let stage = try Stage(Self.setpoint, Self.damper, Self.pump)
        let outcome = await stage.run().carryOut(try stage.authorized())
        #expect(outcome.records.map(\.command.point) == ["pump", "damper", "setpoint"])
        #expect(
            stage.log.recorded.map { $0.draft.measurements.first { $0.name == "unreleased-commands" }?.value }
                == [1, 1, 2, 2, 3, 3, 2, 1, 0])
        #expect(stage.time.elapsed == .seconds(1800))
    }
}
