import PhaseLoom
import Testing

/// Compression, and phases between two points that one phase holds, as the design's fine print says.
@Suite struct CollapseTests {
    static let triage = ConflictTests.overlay("triage") {
        Compress(from: .assessment, through: .design, into: "triage", "Triage")
            .deferring("baseline-recorded", to: .closeout)
    }

    static func composed(_ overlays: DeclarativeOverlay..., on base: BaseSequence = .standard) throws
        -> ComposedSequence
    {
        try base.composed(with: OverlaySet(overlays))
    }

    @Test func `the collapsed phase holds the points, in the order in which an engagement passes them`() throws {
        let sequence = try Self.composed(Self.triage)
        #expect(
            sequence.phases.map(\.id) == ["intake", "triage", "execution", "validation", "transfer", "closeout"])
        let phase = try #require(sequence.phase("triage"))
        #expect(phase.points == [.assessment, .scoping, .design])
        #expect(phase.after == ["intake"])
        #expect(sequence.phase("execution")?.after == ["triage"])
        #expect(sequence.absorbed["scoping"] == "triage")
    }

    @Test func `a phase without activities stands as one, in the order of the phases`() throws {
        let phase = try #require(try Self.composed(Self.triage).phase("triage"))
        #expect(phase.activities.map(\.id) == ["assessment", "scoping", "design"])
        #expect(phase.activities.map(\.after) == [[], ["assessment"], ["scoping"]])
    }

    @Test func `activities keep their order, and those of one name are told apart`() throws {
        let work = ConflictTests.overlay("work") {
            Perform("look", "Look", during: .assessment)
            Perform("write", "Write", during: .assessment).after("look")
            Perform("look", "Look", during: .scoping)
        }
        let phase = try #require(try Self.composed(Self.triage, work).phase("triage"))
        #expect(phase.activities.map(\.id) == ["assessment.look", "write", "scoping.look", "design"])
        #expect(phase.activities.map(\.after) == [[], ["assessment.look"], ["write"], ["scoping.look"]])
    }

    @Test func `it consumes what the phases did not produce themselves, and produces what they did`() throws {
        let phase = try #require(try Self.composed(Self.triage).phase("triage"))
        #expect(phase.consumes == ["qualified-request"])
        #expect(
            phase.produces == [
                "acceptance-criteria", "baseline-record", "design-review", "design-specification", "resource-plan",
                "statement-of-work", "timeline",
            ])
    }

    @Test func `a criterion stays at its gate unless it is deferred`() throws {
        let sequence = try Self.composed(Self.triage)
        let gate = try #require(sequence.phase("triage")?.gate)
        #expect(
            gate.map(\.id) == [
                "baseline-recorded", "deliverables-testable", "design-complete", "design-reviewed", "scope-bounded",
                "statement-signed",
            ])
        #expect(gate.map(\.deferredTo) == ["closeout", nil, nil, nil, nil, nil])
        #expect(sequence.isSound)
    }

    @Test func `an entry requirement whose need is produced inside becomes a criterion`() throws {
        let entry = ConflictTests.overlay("entry") {
            Require("baseline-fresh", "The baseline is fresh", toEnter: .design).needing("baseline-record")
            Require("request-known", "The request is known", toEnter: .design).needing("qualified-request")
        }
        let phase = try #require(try Self.composed(Self.triage, entry).phase("triage"))
        #expect(phase.gate.contains { $0.id == "baseline-fresh" })
        #expect(phase.entry.contains { $0.id == "request-known" })
        #expect(!phase.entry.contains { $0.id == "baseline-fresh" })
    }

    @Test func `a loop inside becomes a loop of the phase on itself`() throws {
        let loop = ConflictTests.overlay("loop") {
            LoopBack("again", from: .design, to: .scoping, while: "design-reviewed", atMost: 2)
        }
        let sequence = try Self.composed(Self.triage, loop)
        #expect(sequence.loops.map(\.from) == ["triage"])
        #expect(sequence.loops.map(\.to) == ["triage"])
        #expect(sequence.isSound)
    }

    @Test func `a conditional phase brings its condition along`() throws {
        let extra = ConflictTests.overlay("extra") {
            Insert("site-visit", "Visit the site").after(.assessment).before(.scoping)
                .when(Trigger("remote", "The site is remote")).producing("visit-report")
            Artifact("visit-report", "Visit report")
            Expect("visited", "The site is visited", atGateOf: "site-visit").needing("visit-report")
        }
        let sequence = try Self.composed(Self.triage, extra)
        let phase = try #require(sequence.phase("triage"))
        let condition = Condition(clauses: [[Trigger("remote", "The site is remote")]])
        #expect(phase.condition.isAlways)
        #expect(phase.activities.first { $0.id == "site-visit" }?.condition == condition)
        #expect(phase.gate.first { $0.id == "visited" }?.condition == condition)
        #expect(phase.condition(ofProducing: "visit-report") == condition)
        #expect(sequence.isSound)
    }

    @Test func `other overlays keep aiming at what was collapsed`() throws {
        let later = ConflictTests.overlay("later") {
            Insert("order-parts", "Order parts").after("scoping").before(.execution)
            Expect("parts-listed", "The parts are listed", atGateOf: "scoping")
            Insert("brief", "Brief the team").after("triage").before(.execution)
        }
        let sequence = try Self.composed(Self.triage, later)
        #expect(sequence.phase("order-parts")?.after == ["triage"])
        #expect(sequence.phase("brief")?.after == ["triage"])
        #expect(sequence.phase("triage")?.gate.contains { $0.id == "parts-listed" } == true)
    }

    @Test func `acceptance criteria have to exist before execution opens, compressed or not`() throws {
        let rush = ConflictTests.overlay("rush") {
            Compress(from: .scoping, through: .execution, into: "rush", "Rush")
        }
        #expect(try Self.composed(rush).findings.map(\.code).contains(.acceptanceLate))
    }

    static let merged = BaseSequence(id: "merged", title: "Merged", standIns: [.operations: "end"]) {
        Artifact("acceptance-criteria", "Acceptance criteria").broughtToTheEngagement()
        Insert("start", "Start").holding(.intake, .assessment)
        Insert("plan", "Plan").after("start").holding(.scoping, .design)
        Insert("work", "Work").after("plan").holding(.execution)
        Insert("end", "End").after("work").holding(.validation, .transfer, .closeout)
    }

    @Test func `a phase between two points that one phase holds becomes an activity of it`() throws {
        let between = ConflictTests.overlay("between") {
            Artifact("memo", "Memo")
            Insert("memo-writing", "Write a memo").after(.scoping).before(.design).producing("memo")
            Expect("memo-read", "The memo is read", atGateOf: "memo-writing").needing("memo")
            Insert("review", "Review").after("memo-writing").before(.design)
            Insert("outside", "Outside").after(.scoping).before(.execution)
        }
        let sequence = try Self.composed(between, on: Self.merged)
        #expect(sequence.phases.map(\.id) == ["start", "plan", "outside", "work", "end"])
        let plan = try #require(sequence.phase("plan"))
        #expect(plan.activities.map(\.id) == ["memo-writing", "review"])
        #expect(plan.activities.map(\.after) == [[], ["memo-writing"]])
        #expect(plan.produces == ["memo"])
        #expect(plan.gate.map(\.id) == ["memo-read"])
        #expect(sequence.phase("outside")?.after == ["plan"])
        #expect(sequence.isSound)
    }

    @Test func `an operations phase takes its point over from the phase that stands in`() throws {
        let managed = ConflictTests.overlay("managed") {
            Artifact("service-review", "Service review")
            Insert("operations", "Operations").after(.transfer).before(.closeout).holding(.operations)
                .producing("service-review")
            Expect("reviewed", "The period is reviewed", atGateOf: "operations").needing("service-review")
            LoopBack("next-period", from: "operations", to: "operations", while: "reviewed", atMost: 35)
        }
        let sequence = try Self.composed(managed)
        #expect(sequence.phase(holding: .operations)?.id == "operations")
        #expect(sequence.phase(holding: .closeout)?.points == [.closeout])
        #expect(sequence.isSound)
    }

    @Test func `a phase that takes in one with a point holds the point`() throws {
        let managed = ConflictTests.overlay("managed") {
            Artifact("service-review", "Service review")
            Insert("operations", "Operations").after(.transfer).before(.closeout).holding(.operations)
                .producing("service-review")
            Expect("reviewed", "The period is reviewed", atGateOf: .operations).needing("service-review")
            LoopBack("next-period", from: "operations", to: "operations", while: "reviewed", atMost: 35)
        }
        let sequence = try Self.composed(managed, on: Self.merged)
        let end = try #require(sequence.phase(holding: .operations))
        #expect(end.id == "end")
        #expect(end.points == [.validation, .transfer, .closeout, .operations])
        #expect(end.gate.map(\.id) == ["reviewed"])
        #expect(sequence.loops.map(\.from) == ["end"])
        #expect(sequence.isSound)
    }

    @Test func `two phases that hold one point are an error`() throws {
        let rival = ConflictTests.overlay("rival") {
            Insert("rival", "Rival").after(.scoping).before(.execution).holding(.design)
        }
        #expect(try Self.composed(rival).findings.map(\.code).contains(.pointContested))
    }
}
