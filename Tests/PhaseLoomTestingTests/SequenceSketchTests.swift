import PhaseLoom
import PhaseLoomTesting
import Testing

@Suite struct SequenceSketchTests {
    static let repair = DeclarativeOverlay(
        identity: OverlayIdentity(id: "repair", title: "Repair", summary: "Repairs what broke.", cites: ["None"])
    ) {
        Artifact("triage-record", "Triage record")
        Track("recovery", "Recovery")
        Compress(from: .assessment, through: .design, into: "triage", "Triage")
            .deferring("baseline-recorded", to: .closeout)
        Produce("triage-record", in: .assessment)
        Expect("triage-recorded", "The triage is recorded", atGateOf: .design).needing("triage-record").mandated()
        Waive("billing-reconciled", because: "nothing is billed", onAuthorityOf: "the provider")
        Perform("replace", "Replace the part", during: .execution).after("isolate")
        Perform("isolate", "Isolate the fault", during: .execution)
        Insert("restore", "Restore").after(.execution).before(.validation).onTrack("recovery")
            .when(Trigger("data-lost", "Data were lost"))
        Expect("restored", "Data are restored", atGateOf: .validation).needing("test-report")
        LoopBack("retry", from: .validation, to: .execution, while: "restored", atMost: 3)
    }

    @Test func `a sequence comes out as a person would write it`() throws {
        let sequence = try BaseSequence.standard.composed(with: [Self.repair])
        let written = """
            # P1 T P5 P6, then what was left
            intake
            triage < intake
            execution < triage
            restore < execution
            validation < restore

            transfer < validation
            closeout < transfer
            triage gate: baseline-recorded>closeout, triage-recorded!
            execution activities: isolate, replace < isolate
            restore track: recovery
            restore when: data-lost
            validation gate: restored
            closeout gate: billing-reconciled~
            loop retry: validation -> execution, 3 times, while restored
            """
        #expect(SequenceSketch.lines(of: sequence) == SequenceSketch.lines(of: written))
    }

    @Test func `a base alone is its phases and their order`() throws {
        #expect(
            SequenceSketch.lines(of: try BaseSequence.adoption.composed()) == [
                "adoption", "implementation < adoption", "assessment < implementation", "improvement < assessment",
                "loop next-cycle: improvement -> adoption, 10 times, while targets-reached",
            ])
    }
}
