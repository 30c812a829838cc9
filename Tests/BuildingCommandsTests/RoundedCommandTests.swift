import BACnet
import PhaseLoom
import PhaseLoomTesting
import Synchronization
import Testing

@testable import BuildingCommands

/// Commands to devices that make something else of a value than was ordered.
@Suite struct RoundedCommandTests {
    private static func damper(_ value: String, back: String = "") -> String {
        "damper,bacnet,192.0.2.7,1201,\"analog-output,5\",,,,,,\(value),%,,,15m,\(back),test,Ada"
    }

    private static func whole(_ number: Float) -> Float { number.rounded() }
    private static func limited(_ number: Float) -> Float { min(number, 30) }

    /// Half a per cent of 40.1 is 0.2005, of 40.3 it is 0.2015, of 200.8 it is 1.004.
    @Test(arguments: [("40.1", 40, true), ("40.3", 40, false), ("200.8", 201, true), ("-0.4", 0, false)])
    func `a device that rounds is released of what it holds`(value: String, held: Float, isAccepted: Bool) async throws
    {
        let device = PriorityDevice { $0.takes = Self.whole }
        let stage = try Stage(Self.damper(value), device: device)
        let outcome = await stage.run().carryOut(try stage.authorized())
        #expect(outcome.records.map(\.state) == [.released] && device.slots[7] == .null)
        #expect((outcome.failure == nil) == isAccepted)
        #expect(stage.time.elapsed == (isAccepted ? .seconds(900) : .zero))
        #expect(stage.states == ["command-begins", "command-holds", "command-released"] && stage.unreleased == 0)
        let after = try #require(stage.log.recorded.dropFirst().first?.draft)
        #expect(after.measurements.first { $0.name == "written-1" }?.value == Double(held))
        #expect(after.findings.first?.message.contains("the device made something else of it") == true)
    }

    @Test func `a device that clamps to a limit fails and is released at once`() async throws {
        let device = PriorityDevice { $0.takes = Self.limited }
        let stage = try Stage(Self.damper("40"), device: device)
        let outcome = await stage.run().carryOut(try stage.authorized())
        #expect((outcome.failure as? CommandFault)?.message.contains("does not read back: it holds 30") == true)
        #expect(outcome.records.map(\.state) == [.released] && device.slots[7] == .null)
        #expect(stage.time.elapsed == .zero && stage.unreleased == 0)
    }

    @Test(arguments: [("", 20), ("10.04", 10)] as [(String, Float)])
    func `a point without priorities gets back what it had, rounded too`(back: String, after: Float) async throws {
        let device = PriorityDevice { ($0.slots, $0.takes) = (nil, { Self.limited(Self.whole($0)) }) }
        let stage = try Stage(Self.damper("40", back: back), device: device)
        let outcome = await stage.run().carryOut(try stage.authorized())
        #expect(outcome.failure is CommandFault && outcome.records.map(\.state) == [.released])
        #expect(device.state.withLock { $0.present } == [.real(after)])
        #expect(stage.unreleased == 0)
    }

    @Test func `a value that its point held already is accepted and given back`() async throws {
        let device = PriorityDevice { ($0.slots, $0.takes) = (nil, Self.whole) }
        let stage = try Stage(Self.damper("20.1"), device: device)
        let outcome = await stage.run().carryOut(try stage.authorized())
        #expect(outcome.failure == nil && outcome.records.map(\.state) == [.released])
        #expect(device.state.withLock { $0.present } == [.real(20)])
    }

    /// Once it was read back, even what is near to the ordered value is somebody else's.
    @Test(arguments: [66, 40.1] as [Float])
    func `what somebody else wrote over a rounded value is left to them`(other: Float) async throws {
        let device = PriorityDevice { $0.takes = Self.whole }
        let stage = try Stage(Self.damper("40.1"), device: device)
        stage.time.onWait { _ in device.state.withLock { $0.slots?[7] = .real(other) } }
        let outcome = await stage.run().carryOut(try stage.authorized())
        #expect(outcome.records.map(\.state) == [.overtaken])
        #expect(outcome.records.first?.finding.severity == .warning)
        #expect(device.slots[7] == .real(other) && stage.unreleased == 0)
    }

    @Test func `a clamped value whose answer is lost, or which is cancelled, is released`() async throws {
        for isCancelled in [true, false] {
            let device = PriorityDevice {
                ($0.takes, $0.losesAnswer) = (Self.limited, true)
                $0.onWrite = {
                    if isCancelled, $0.writes.count == 1 { withUnsafeCurrentTask { $0?.cancel() } }
                    if $0.slots?[7] == .null { $0.losesAnswer = false }
                }
            }
            let stage = try Stage(Self.damper("40"), device: device)
            let authorized = try stage.authorized()
            let outcome = await Task { await stage.run().carryOut(authorized) }.value
            #expect(outcome.failure != nil)
            #expect(outcome.records.allSatisfy { $0.state == .released } && !outcome.records.isEmpty)
            #expect(device.slots[7] == .null)
        }
    }

    @Test(
        arguments: [
            (nil, 40, true), (nil, 40.1, true), (nil, 66, false), (nil, 30, false), ([30], 30, true),
            ([40], 40.1, false),
        ] as [([Double]?, Float, Bool)])
    func `after a crash the log tells what is ours`(written: [Double]?, held: Float, isOurs: Bool) async throws {
        let device = PriorityDevice { $0.slots?[7] = .real(held) }
        let stage = try Stage(Self.damper("40.1"), device: device)
        var command = HeldCommand(stage.order.commands[0], of: stage.order.digest, .relinquish)
        try stage.record(CommandRecord(command, .begins, detail: "", unreleased: 1))
        if written != nil {
            command.written = written
            try stage.record(CommandRecord(command, .holds, detail: "", unreleased: 1))
        }
        let found = CommandHistory(stage.log.engagement).held(of: stage.order)
        #expect(found == [command])
        let outcome = await stage.run().release(found)
        #expect(outcome.records.map(\.state) == [isOurs ? .released : .overtaken])
        #expect(device.slots[7] == (isOurs ? .null : .real(held)))
    }

    @Test func `states and counts are never rounded`() throws {
        let row = "mode,bacnet,192.0.2.7,1201,\"multi-state-value,5\",,,,,,300,,,,15m,,test,Ada"
        let target = try CommandOrder(CommandOrderTests.file(row)).commands[0].target
        #expect(target.isRounding([300], of: [300]) && !target.isRounding([301], of: [300]))
        let register = try CommandOrder(CommandOrderTests.file(CommandOrderTests.setpoint)).commands[0].target
        #expect(!register.isRounding([1, 0x41AC], of: [0, 0x41AC]))
    }
}
