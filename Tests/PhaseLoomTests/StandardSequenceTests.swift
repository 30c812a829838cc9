import PhaseLoom
import Testing

@Suite struct StandardSequenceTests {
    @Test func `has eight phases in order, each with inputs, outputs and a gate`() throws {
        let sequence = try BaseSequence.standard.composed()
        #expect(
            sequence.phases.map(\.id) == [
                "intake", "assessment", "scoping", "design", "execution", "validation", "transfer", "closeout",
            ])
        for phase in sequence.phases {
            #expect(!phase.consumes.isEmpty)
            #expect(!phase.produces.isEmpty)
            #expect(!phase.gate.isEmpty)
        }
        for (earlier, later) in zip(sequence.phases, sequence.phases.dropFirst()) {
            #expect(later.after == [earlier.id])
        }
    }

    @Test func `verifies without any finding`() throws {
        #expect(try BaseSequence.standard.composed().findings == [])
    }

    @Test func `covers the five pillars, each phase in exactly one`() throws {
        let sequence = try BaseSequence.standard.composed()
        for phase in sequence.phases { #expect(Set(phase.points.map(\.pillar)).count == 1) }
        let pillars = sequence.phases.compactMap(\.points.first?.pillar)
        #expect(
            pillars == [
                .intake, .scopingAndDesign, .scopingAndDesign, .scopingAndDesign, .execution, .validation, .closeout,
                .closeout,
            ])
    }

    @Test func `holds every extension point exactly once`() throws {
        let points = try BaseSequence.standard.composed().phases.flatMap(\.points)
        #expect(points.sorted() == ExtensionPoint.allCases)
    }

    @Test func `asks for the four baseline criteria before the first billable phase and before execution`() throws {
        let sequence = try BaseSequence.standard.composed()
        let assessment = try #require(sequence.phase(holding: .assessment))
        #expect(
            assessment.entry.map(\.id) == [
                "access-lawful", "assets-licensed", "authority-documented", "environment-ready",
            ])
        let execution = try #require(sequence.phase(holding: .execution))
        #expect(execution.entry.map(\.id) == ["acceptance-criteria-defined"])
    }
}
