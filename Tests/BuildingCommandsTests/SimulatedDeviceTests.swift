import BACnet
import FieldLinks
import PhaseLoom
import PhaseLoomTesting
import SimulatedBuilding
import Testing

@testable import BuildingCommands

/// Commands to devices that keep the rules of priorities by themselves (ANSI/ASHRAE 135-2020, clause 19.2).
@Suite struct SimulatedDeviceTests {
    private let object: ObjectIdentifier
    private let network = SimulatedNetwork()

    init() throws { object = try #require(ObjectIdentifier(.analogOutput, 5)) }

    private func add(at peer: BACnetPeer, commandable: Bool = true) throws {
        let plain = SimulatedObject(
            object, CharacterString("DAMPER"), [.presentValue: [.real(20)], .units: [.enumerated(98)]])
        let device = try #require(
            SimulatedBACnetDevice(instance: 1201, [commandable ? plain.commandable(.real(20)) : plain]))
        network.add(device, at: peer)
    }

    private func run(_ stage: Stage) -> CommandRun {
        CommandRun(
            over: CommandLinks(
                bacnet: { [network] in network },
                modbus: { _ throws(LinkError) in throw LinkError(.unreachable, "no network") }), time: stage.time,
            after: CommandHistory(stage.log.engagement), record: { try stage.record($0) })
    }

    /// What left that writes, in words.
    private var writes: [String] {
        network.sent.compactMap { sent in
            guard case .confirmedRequest(let request) = sent.message.apdu,
                case .writeProperty(let write) = request.content
            else { return nil }
            return "\(write.object) \(write.value.reference) \(write.value.priority ?? 0)"
        }
    }

    @Test(arguments: ["192.0.2.7", "192.0.2.7 3:7f"])
    func `a device gets its value and gives it back`(endpoint: String) async throws {
        let row = CommandOrderTests.damper.replacing("192.0.2.7", with: endpoint)
        let stage = try Stage(row)
        guard case .bacnet(let point) = stage.order.commands[0].target else { return }
        try add(at: point.peer)
        let held = try await CommandSurvey(over: CommandLinks(bacnet: { [network] in network }) { _ in stage.unit })
            .rows(of: stage.order.commands)
        #expect(held.map { $0.standing?.description } == ["it holds 20, the priority is free"])
        let outcome = await run(stage).carryOut(try stage.authorized())
        #expect(outcome.failure == nil && outcome.records.map(\.state) == [.released])
        #expect(writes == Array(repeating: "analog-output,5 present-value 8", count: 2))
        let after = network.device(at: point.peer)?[object]
        #expect(after?.properties[.presentValue] == [.real(20)])
        #expect(after?.properties[.priorityArray] == Array(repeating: .null, count: 16))
        #expect(stage.log.recorded.contains { $0.draft.findings.contains { $0.message.contains("it holds 40") } })
    }

    @Test func `a device that refuses to be written is left as it was`() async throws {
        let stage = try Stage(CommandOrderTests.damper)
        guard case .bacnet(let point) = stage.order.commands[0].target else { return }
        try add(at: point.peer, commandable: false)
        let outcome = await run(stage).carryOut(try stage.authorized())
        #expect((outcome.failure as? CommandFault)?.message.contains("the device answers with the error") == true)
        #expect(outcome.records.map(\.state) == [.released])
        #expect(network.device(at: point.peer)?[object]?.properties[.presentValue] == [.real(20)])
    }
}
