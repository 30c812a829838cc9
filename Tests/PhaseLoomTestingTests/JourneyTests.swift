import PhaseLoom
import PhaseLoomTesting
import Testing

@Suite struct JourneyTests {
    private static let time = Timestamp(milliseconds: 1_795_000_000_000)

    @Test(arguments: ["assessment", "execution", "validation", "closeout"] as [ID])
    func `the phases before the target have passed and it is open`(target: ID) throws {
        let sequence = try BaseSequence.standard.composed(with: [])
        var journey = try Journey(through: sequence, at: Self.time)
        try journey.lead(to: target)
        let states = sequence.phases.map { journey.engagement.progress(of: $0.id)?.state }
        let place = try #require(sequence.phases.firstIndex { $0.id == target })
        #expect(states.prefix(place).allSatisfy { $0 == .passed })
        #expect(states[place] == .open)
        #expect(states.dropFirst(place + 1).allSatisfy { $0 == .pending || $0 == .ready })
    }

    @Test func `what is handed in and who signs can be chosen`() throws {
        let digest = Digest(of: [1])
        var journey = try Journey(through: try BaseSequence.standard.composed(with: []), at: Self.time)
        journey.drafts["design-specification"] = EvidenceDraft(artifact: "design-specification", digest: digest)
        try journey.lead(to: "execution")
        #expect(
            journey.engagement.evidence(of: "design-specification", inForceAt: Self.time).last?.draft.digest == digest)
        #expect(throws: Refusal.self) { try journey.perform(.open(phase: "intake")) }
    }
}
