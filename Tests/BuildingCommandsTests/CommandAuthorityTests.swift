import PhaseLoom
import PhaseLoomTesting
import Testing

@testable import BuildingCommands

/// Expected values: section 7 of the domain's page, "writes", and the rules of signatures of the engagement.
@Suite struct CommandAuthorityTests {
    private let order: CommandOrder

    init() throws { order = try CommandOrder(CommandOrderTests.file(CommandOrderTests.damper)) }

    private func code(_ engagement: Engagement, _ order: CommandOrder, at time: Timestamp = ManualTime.start)
        -> CommandRefusal.Code?
    {
        do throws(CommandRefusal) {
            _ = try CommandAuthority.authorize(order, in: engagement, at: time)
            return nil
        } catch {
            return error.code
        }
    }

    @Test func `a signed order may be carried out`() throws {
        let engagement = try Stage.engagement(for: order)
        let authorized = try CommandAuthority.authorize(order, in: engagement, at: ManualTime.start)
        #expect(authorized.commands.map(\.command) == order.commands)
        #expect(authorized.signers == ["Grace"] && authorized.digest == order.digest)
    }

    @Test func `what asks for no signature of the operator allows nothing`() throws {
        var journey = try Journey(asking: nil)
        try journey.lead(to: "execution")
        #expect(code(journey.engagement, order) == .notForeseen)
        for overlay in [Ordering(role: "client"), Ordering(separately: false)] {
            var journey = try Journey(asking: overlay)
            journey.drafts["command-order"] = EvidenceDraft(artifact: "command-order", digest: order.digest)
            try journey.lead(to: "execution")
            #expect(code(journey.engagement, order) == .notForeseen)
        }
    }

    @Test func `an order that is unsigned, or signed by who handed it in, is refused`() throws {
        for signers in [["operator": ""], ["operator": "Ada"]] as [[ID: String]] {
            var journey = try Journey(asking: Ordering())
            journey.drafts["command-order"] = EvidenceDraft(artifact: "command-order", digest: order.digest)
            journey.signers = signers
            #expect(throws: Refusal.self) { try journey.lead(to: "execution") }
            #expect(code(journey.engagement, order) == .unsigned)
            // Somebody's signature in another role does not help.
            try journey.perform(.sign(artifact: "command-order", role: "client"), by: "Grace")
            #expect(code(journey.engagement, order) == .unsigned)
        }
    }

    @Test func `a waiver opens the phase and allows nothing`() throws {
        var journey = try Journey(asking: Ordering())
        journey.drafts["command-order"] = EvidenceDraft(artifact: "command-order", digest: order.digest)
        journey.signers = ["operator": ""]
        #expect(throws: Refusal.self) { try journey.lead(to: "execution") }
        let waiver = WaiverGrant(
            phase: "execution", obligation: "commands-ordered", authority: "Grace", reason: "haste")
        try journey.perform(.waive(waiver))
        try journey.perform(.open(phase: "execution"))
        #expect(code(journey.engagement, order) == .unsigned)
    }

    @Test func `a file that changed after it was signed is refused`() throws {
        let engagement = try Stage.engagement(for: order)
        let row = CommandOrderTests.damper.replacing("40", with: "41")
        #expect(code(engagement, try CommandOrder(CommandOrderTests.file(row))) == .changed)
        var journey = try Journey(asking: Ordering())
        journey.drafts["command-order"] = EvidenceDraft(artifact: "command-order", digest: order.digest)
        try journey.lead(to: "execution")
        // A newer order takes the place of the older one.
        journey.drafts["command-order"] = EvidenceDraft(artifact: "command-order", digest: Digest(of: [1]))
        try journey.handIn("command-order")
        #expect(code(journey.engagement, order) == .changed)
    }

    @Test func `an order is carried out once`() throws {
        let stage = try Stage(CommandOrderTests.damper)
        for state in [CommandRecord.State.begins, .released] {
            try stage.record(
                CommandRecord(
                    HeldCommand(order.commands[0], of: order.digest, .relinquish), state, detail: "", unreleased: 0))
            #expect(code(stage.log.engagement, order) == .repeated)
        }
    }

    @Test func `commands belong to execution and validation`() throws {
        var journey = try Journey(asking: Ordering())
        journey.drafts["command-order"] = EvidenceDraft(artifact: "command-order", digest: order.digest)
        try journey.lead(to: "design")
        for artifact in journey.engagement.plan.sequence.phase("design")?.produces ?? [] {
            try journey.handIn(artifact)
        }
        #expect(code(journey.engagement, order) == .phase)
        var held = try Journey(asking: Ordering())
        held.drafts["command-order"] = EvidenceDraft(artifact: "command-order", digest: order.digest)
        try held.lead(to: "validation")
        #expect(code(held.engagement, order) == nil)
        try held.perform(.hold(reason: "it rains"))
        #expect(code(held.engagement, order) == .phase)
    }

    @Test(arguments: [
        ("2026-11-21T09:00:00Z", CommandRefusal.Code.time), ("2026-11-21T09:30:00Z", nil),
        ("2026-11-21T10:00:00Z", .time), ("2026-11-20T09:30:00Z", .time),
    ])
    func `a command has its time`(now: String, expected: CommandRefusal.Code?) throws {
        let row = CommandOrderTests.setpoint.replacing("T09:00", with: "T09:10")
        let order = try CommandOrder(CommandOrderTests.file(row))
        #expect(code(try Stage.engagement(for: order), order, at: try Timestamp(parsing: now)) == expected)
        let far = try CommandOrder(CommandOrderTests.file(row.replacing("2026-11-21T10", with: "2026-11-22T10")))
        let time = try Timestamp(parsing: "2026-11-21T09:30:00Z")
        #expect(code(try Stage.engagement(for: far), far, at: time) == .time)
    }
}
