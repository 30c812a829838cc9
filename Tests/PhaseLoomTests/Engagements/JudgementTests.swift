@testable import PhaseLoom
import Testing

/// What evidence says about obligations, and why.
@Suite struct JudgementTests {
    // MARK: Verdicts

    static let conjunctions: [(Verdict, Verdict, and: Verdict, or: Verdict)] = [
        (.met, .met, .met, .met), (.met, .unmet, .unmet, .met), (.met, .undefined, .undefined, .met),
        (.unmet, .met, .unmet, .met), (.unmet, .unmet, .unmet, .unmet), (.unmet, .undefined, .unmet, .undefined),
        (.undefined, .met, .undefined, .met), (.undefined, .unmet, .unmet, .undefined),
        (.undefined, .undefined, .undefined, .undefined),
    ]

    @Test(arguments: conjunctions) func `verdicts join as in Kleene's logic of three values`(
        one: Verdict, other: Verdict, and: Verdict, or: Verdict
    ) {
        #expect(one.and(other) == and)
        #expect(one.or(other) == or)
        #expect(Judgement(one).and(Judgement(other)).verdict == and)
        #expect(Judgement(one).or(Judgement(other)).verdict == or)
    }

    @Test func `a reason is given once, and evidence in order`() {
        let one = Judgement(.undefined, ["'a' is missing"], evidence: [4, 2])
        let both = one.and(Judgement(.unmet, ["'a' is missing", "b was 1"], evidence: [3, 2]))
        #expect(both == Judgement(.unmet, ["'a' is missing", "b was 1"], evidence: [2, 3, 4]))
    }

    // MARK: Measurements

    static let scores: [(Measurement?, Verdict, String?)] = [
        (Measurement("score", 0.85), .met, nil), (Measurement("score", 0.80 + 0.05), .met, nil),
        (Measurement("score", 0.81), .unmet, "score was 0.81, needs at least 0.85, short by 0.04"),
        (Measurement("score", -1e300), .unmet, "score was -1e+300, needs at least 0.85, short by 1e+300"),
        (Measurement("score", .nan), .undefined, "score was undefined, needs at least 0.85"),
        (Measurement("score", .infinity), .undefined, "score was undefined, needs at least 0.85"),
        (Measurement("score", nil), .undefined, "score was undefined, needs at least 0.85"),
        (Measurement("score", 85, unit: "%"), .undefined, "score was measured in '%', needs it without a unit"),
        (Measurement("other", 1), .undefined, "score has not been measured, needs at least 0.85"),
        (nil, .undefined, "score has not been measured, needs at least 0.85"),
    ]

    @Test(arguments: scores) func `a bound is met by the measurement of its name and unit only`(
        measurement: Measurement?, verdict: Verdict, reason: String?
    ) throws {
        var desk = try Desk()
        try desk.pass("plan", "build")
        try desk.perform(.open(phase: "check"))
        try desk.hand("report", measurement.map { [$0] } ?? [])
        let decision = desk.engagement.gateDecisions(of: "check", in: desk.circumstances).last
        #expect(decision?.judgement.verdict == verdict)
        #expect(decision?.judgement.reasons == (reason.map { [$0] } ?? []))
    }

    @Test func `the upper end of a bound, its unit and the evidence are named`() throws {
        let limit = Desk.overlay("limit") {
            Expect("quick", "The answer comes quickly", atGateOf: .phase("build")).needing("product")
                .measured("latency", .atMost(200), unit: "ms")
        }
        var desk = try Desk(limit)
        try desk.pass("plan")
        try desk.perform(.open(phase: "build"))
        try desk.hand("product", [Measurement("latency", 212.5, unit: "ms")])
        #expect(desk.reasons(at: "build") == ["latency was 212.5 ms, needs at most 200 ms, over by 12.5 ms"])
        let number = desk.events.last?.number
        let decision = desk.engagement.gateDecisions(of: "build", in: desk.circumstances).last
        #expect(decision?.judgement.evidence == number.map { [$0] })
    }

    @Test func `the latest measurement counts, in the evidence of what the criterion needs`() throws {
        var desk = try Desk()
        try desk.pass("plan")
        try desk.perform(.open(phase: "build"))
        try desk.hand("product", [Measurement("score", 1)])
        try desk.perform(.gate(phase: "build"))
        try desk.perform(.open(phase: "check"))
        try desk.hand("report", [Measurement("score", 0.9)])
        try desk.hand("report", [Measurement("score", 0.5)])
        #expect(desk.reasons(at: "check") == ["score was 0.5, needs at least 0.85, short by 0.35"])
    }

    // MARK: Presence and validity

    @Test func `evidence counts from its first moment until before its last`() throws {
        var desk = try Desk()
        try desk.perform(.open(phase: "plan"))
        try desk.hand("drawing", validFrom: Desk.day(2), until: Desk.day(4))
        let reasons: [(Timestamp, String?)] = [
            (Desk.day(1), "'drawing' is valid from 2026-11-23T09:30:00Z"), (Desk.day(2), nil),
            (Desk.day(4).advanced(byMilliseconds: -1), nil),
            (Desk.day(4), "'drawing' was valid until 2026-11-25T09:30:00Z"),
        ]
        for (time, reason) in reasons {
            let judgement = desk.engagement.presence(of: "drawing", at: time)
            #expect(judgement.verdict == (reason == nil ? .met : .undefined))
            #expect(judgement.reasons == (reason.map { [$0] } ?? []))
        }
    }

    @Test func `what nobody handed in is undefined, not unmet`() throws {
        let desk = try Desk()
        #expect(
            desk.engagement.presence(of: "drawing", at: desk.now)
                == Judgement(.undefined, ["'drawing' has not been handed in"]))
        #expect(desk.engagement.presence(of: "nonsense", at: desk.now).verdict == .undefined)
    }

    // MARK: Signatures

    /// Who signs the drawing that Ada recorded, and what that shows to a criterion that wants the client's signature.
    static let signatures: [([(String, ID)], plainly: Verdict, separately: Verdict)] = [
        ([], .undefined, .undefined), ([("Ada", "client")], .met, .unmet), ([("Ben", "client")], .met, .met),
        ([("Ben", "provider")], .undefined, .undefined), ([("Ada", "client"), ("Ben", "client")], .met, .met),
        ([("Ada", "client"), ("Ben", "provider")], .met, .unmet),
    ]

    @Test(arguments: signatures) func `who records may not be the only one who approves`(
        signers: [(String, ID)], plainly: Verdict, separately: Verdict
    ) throws {
        var desk = try Desk()
        try desk.perform(.open(phase: "plan"))
        try desk.hand("drawing")
        for (name, role) in signers {
            desk.actor = name
            try desk.perform(.sign(artifact: "drawing", role: role))
        }
        for (isSeparate, verdict) in [(false, plainly), (true, separately)] {
            let proof = Proof.signed("drawing", by: "client", separately: isSeparate)
            #expect(desk.engagement.judge(needs: [], bound: nil, proof: proof, at: desk.now).verdict == verdict)
        }
    }

    @Test func `a signature is on one piece of evidence, and a new one has to be signed again`() throws {
        var desk = try Desk()
        try desk.perform(.open(phase: "plan"))
        try desk.hand("drawing")
        try desk.perform(.sign(artifact: "drawing", role: "client"))
        try desk.hand("drawing")
        let proof = Proof.signed("drawing", by: "client", separately: false)
        let judgement = desk.engagement.judge(needs: [], bound: nil, proof: proof, at: desk.now)
        #expect(judgement.reasons == ["'drawing' is not signed by the client"])
    }

    @Test func `only what counts can be signed, and once by each in a role`() throws {
        var desk = try Desk()
        #expect(desk.code(of: .sign(artifact: "drawing", role: "client")) == .unknown)
        try desk.perform(.open(phase: "plan"))
        try desk.hand("drawing")
        let number = desk.events.count
        #expect(desk.code(of: .sign(artifact: "drawing", number: 1, role: "client")) == .unknown)
        #expect(desk.code(of: .sign(artifact: "product", number: number, role: "client")) == .unknown)
        #expect(desk.code(of: .sign(artifact: "drawing", number: number, role: "client")) == nil)
        #expect(desk.code(of: .sign(artifact: "drawing", role: "client")) == .repeated)
        #expect(desk.code(of: .sign(artifact: "drawing", role: "provider")) == nil)
        try desk.hand("drawing", until: Desk.day(1))
        let short = desk.events.count
        desk.wait(days: 1)
        #expect(desk.code(of: .sign(artifact: "drawing", number: short, role: "client")) == .phase)
    }

    // MARK: All and any

    static let present = Proof.present("drawing")
    static let absent = Proof.present("product")
    static let proofs: [(Proof, Verdict)] = [
        (.all([present, absent]), .undefined), (.any([present, absent]), .met), (.any([absent, absent]), .undefined),
        (.all([present, .any([absent, present])]), .met), (.all([]), .met), (.any([]), .unmet),
        (.measured(Bound("size", .atLeast(3)), of: "drawing"), .met),
        (.measured(Bound("size", .atLeast(5)), of: "drawing"), .unmet),
        (.measured(Bound("size", .atLeast(5)), of: nil), .unmet),
        (.measured(Bound("size", .atLeast(3)), of: "product"), .undefined),
        (.any([.measured(Bound("size", .atLeast(5)), of: nil), absent]), .undefined),
        (.all([.measured(Bound("size", .atLeast(5)), of: nil), absent]), .unmet),
    ]

    @Test(arguments: proofs) func `parts of a proof count all together or one for all`(
        proof: Proof, verdict: Verdict
    ) throws {
        var desk = try Desk()
        try desk.perform(.open(phase: "plan"))
        try desk.hand("drawing", [Measurement("size", 4)])
        #expect(desk.engagement.judge(needs: [], bound: nil, proof: proof, at: desk.now).verdict == verdict)
    }

    // MARK: Code

    private struct AtLeastTwo: Criterion {
        let obligation: ID = "drawn"
        func judge(_ view: EvidenceView) -> Judgement {
            let count = view.evidence(of: "drawing").count
            return view.declared.and(
                count >= 2 ? Judgement(.met) : Judgement(.unmet, ["there is \(count) drawing, needs 2"]))
        }
    }

    @Test func `code decides what the engagement pins, and is undefined where it is missing`() throws {
        var desk = try Desk(Desk.plan([], coded: ["drawn"]))
        try desk.work(on: "plan")
        #expect(desk.reasons(at: "plan") == ["code decides 'drawn', and this program does not have it"])
        desk.criteria = ["drawn": AtLeastTwo()]
        #expect(desk.reasons(at: "plan") == ["there is 1 drawing, needs 2"])
        try desk.hand("drawing")
        try desk.perform(.gate(phase: "plan"))
        #expect(desk.state("plan") == .passed)
    }

    @Test func `code does not see what is stale or not valid`() throws {
        var desk = try Desk(Desk.plan([], coded: ["drawn"]))
        desk.criteria = ["drawn": AtLeastTwo()]
        try desk.perform(.open(phase: "plan"))
        try desk.hand("drawing", until: Desk.day(1))
        try desk.hand("drawing")
        #expect(desk.reasons(at: "plan").isEmpty)
        desk.wait(days: 1)
        #expect(desk.reasons(at: "plan") == ["there is 1 drawing, needs 2"])
    }

    @Test func `code that the engagement does not pin decides nothing`() throws {
        var desk = try Desk()
        desk.criteria = ["drawn": AtLeastTwo()]
        try desk.pass("plan")
    }
}
