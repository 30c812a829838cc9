import CCTV
import PhaseLoom
import Testing

/// Expected values: row 24 of the framework's overlay catalogue, P4s P5s P6s beside P4-P6 and survey < field of view <
/// recording < acceptance; pixel densities of IEC 62676-4:2014 and :2025.
@Suite struct CCTVTests {
    @Test func `the surveillance phases stand among the eight of the base`() throws {
        #expect(
            try composed().phases.map(\.id.text) == [
                "intake", "assessment", "scoping", "camera-survey", "design", "execution", "field-of-view-test",
                "recording-validation", "final-acceptance", "validation", "transfer", "closeout",
            ])
    }

    @Test(arguments: [
        ("camera-survey", ["scoping"]),
        ("design", ["scoping"]),
        ("execution", ["camera-survey", "design"]),
        ("field-of-view-test", ["camera-survey", "design"]),
        ("recording-validation", ["execution", "field-of-view-test"]),
        ("validation", ["execution"]),
        ("final-acceptance", ["recording-validation"]),
        ("transfer", ["final-acceptance", "validation"]),
    ])
    func `each surveillance phase runs beside one of the main track`(phase: String, after: [String]) throws {
        #expect(try composed().phase(try ID(phase))?.after.map(\.text) == after)
    }

    @Test func `the four phases share the surveillance track`() throws {
        let phases = try composed().phases.filter { $0.track == "surveillance" }
        #expect(
            phases.map(\.id) == ["camera-survey", "field-of-view-test", "recording-validation", "final-acceptance"])
    }

    @Test(arguments: [
        ("detect", "pixel-density at least 25 px/m", "IEC 62676-4:2014"),
        ("observe", "pixel-density at least 62.5 px/m", "IEC 62676-4:2014"),
        ("recognise", "pixel-density at least 125 px/m", "IEC 62676-4:2014"),
        ("identify", "pixel-density at least 250 px/m", "IEC 62676-4:2014"),
        ("overview", "pixel-density at least 20 px/m", "IEC 62676-4:2025"),
        ("outline", "pixel-density at least 40 px/m", "IEC 62676-4:2025"),
        ("discern", "pixel-density at least 80 px/m", "IEC 62676-4:2025"),
        ("perceive", "pixel-density at least 125 px/m", "IEC 62676-4:2025"),
        ("characterise", "pixel-density at least 250 px/m", "IEC 62676-4:2025"),
        ("validate", "pixel-density at least 500 px/m", "IEC 62676-4:2025"),
        ("scrutinise", "pixel-density at least 1500 px/m", "IEC 62676-4:2025"),
    ])
    func `the purpose sets the pixel density`(purpose: String, bound: String, source: String) throws {
        let gate = try composed(["purpose": purpose]).phase("field-of-view-test")?.gate
        let criterion = gate?.first { $0.id == "pixel-density-met" }
        #expect(criterion?.bound?.description == bound)
        #expect(criterion?.attribution.cites == [source])
    }

    @Test func `recordings are shown to last and to play back before acceptance`() throws {
        let gate = try composed(["retention": "90"]).phase("recording-validation")?.gate ?? []
        #expect(gate.map(\.id) == ["playback-succeeds", "recorded-picture-serves", "recordings-retained"])
        #expect(gate.last?.bound == Bound("retention-days", .atLeast(90), unit: "d"))
        #expect(gate.last?.needs == ["recording-report", "storage-calculation"])
    }

    @Test func `a privacy rule narrows the retention to the day`() throws {
        let sequence = try BaseSequence.standard.composed(
            with: [try CCTV(), rule("privacy", .atMost(30))])
        let gate = sequence.phase("recording-validation")?.gate
        #expect(gate?.first { $0.id == "recordings-retained" }?.bound?.interval == .exactly(30))
    }

    @Test func `ninety days for card payments and thirty for privacy leave none`() throws {
        let overlays: OverlaySet = [try CCTV(), rule("privacy", .atMost(30)), rule("card-payment", .atLeast(90))]
        let report = #expect(throws: ConflictReport.self) { try BaseSequence.standard.composed(with: overlays) }
        #expect(report?.conflicts.map(\.code) == [.bound])
        let claimants = report?.conflicts.first?.claims.map(\.by) ?? []
        #expect(claimants.contains("privacy") && claimants.contains("card-payment"))
    }

    @Test func `federal money excludes makers, and nobody can waive that`() throws {
        let plain = try composed().phase("camera-survey")?.gate ?? []
        #expect(!plain.contains { $0.id == "equipment-permitted" })
        let federal = try composed(["federal": "yes"]).phase("camera-survey")?.gate
        #expect(federal?.first { $0.id == "equipment-permitted" }?.status == .mandated)
    }

    @Test func `coverage and storage follow their options`() throws {
        let gate = try composed(["coverage": "0.95", "fill": "0.7"]).phase("camera-survey")?.gate ?? []
        #expect(gate.first { $0.id == "zones-covered" }?.bound?.description == "coverage at least 0.95")
        #expect(gate.first { $0.id == "storage-reserve-kept" }?.bound?.description == "storage-fill at most 0.7")
    }

    @Test(arguments: [
        (["retention": "0"], "it takes a whole number from 1 to 3650"),
        (["retention": "a month"], "it takes a whole number from 1 to 3650"),
        (["coverage": "1.1"], "it takes a number from 0.01 to 1"),
        (["retension": "30"], "did you mean 'retention'?"),
        (["federal": "maybe"], "it takes 'yes' or 'no'"),
    ])
    func `options that cannot be are refused with a hint`(options: [String: String], hint: String) {
        let error = #expect(throws: InvalidValue.self) { try CCTV(options: options) }
        #expect(error?.hint == hint)
    }

    private static let grant = Fact("federal-grant", "Does a federal grant or loan pay for the equipment?", .flag)
    private static let cameras = Facts.Value.words(["cameras"])

    /// Section 889 binds agencies and, through 2 CFR 200.216, grants by law, and contractors through FAR 52.204-25.
    @Test(
        arguments: [
            ("federal-agency", "government", [], false, .mandatory, true),
            ("state-agency", "government", [], true, .mandatory, true),
            ("enterprise", "defence", [], false, .contractual, true),
            ("small-business", "technology", ["fci"], false, .contractual, true),
            ("enterprise", "manufacturing", ["personal", "cui"], false, .contractual, true),
            ("enterprise", "retail", ["personal"], false, .voluntary, false),
        ] as [(ID, ID, [ID], Bool, Advice.Verdict, Bool)])
    func `excluded makers are refused for agencies, grants and contractors`(
        client: ID, sector: ID, data: [ID], grant: Bool, verdict: Advice.Verdict, isFederal: Bool
    ) {
        var known = Facts()
        known[Fact.deliverables] = Self.cameras
        known[Fact.client] = .words([client])
        known[Fact.sector] = .words([sector])
        known[Fact.dataClasses] = .words(data)
        known[Self.grant] = .flag(grant)
        let advice = Advice(on: "cctv", weighing: CCTV.applicability, knowing: known)
        #expect(advice.verdict == verdict && advice.questions == [])
        #expect(advice.options == (isFederal ? ["federal": "yes"] : [:]))
    }

    @Test(
        arguments: [
            (cameras, .voluntary, ["client", "data-classes", "federal-grant", "sector"]),
            (.words(["network"]), .unneeded, []),
        ] as [(Facts.Value, Advice.Verdict, [ID])])
    func `with cameras it asks who buys and who pays`(
        deliverables: Facts.Value, verdict: Advice.Verdict, questions: [ID]
    ) {
        var known = Facts()
        known[Fact.deliverables] = deliverables
        let advice = Advice(on: "cctv", weighing: CCTV.applicability, knowing: known)
        #expect(advice.verdict == verdict && advice.questions.map(\.id) == questions)
    }

    private func composed(_ options: [String: String] = [:]) throws -> ComposedSequence {
        let sequence = try BaseSequence.standard.composed(with: [try CCTV(options: options)])
        #expect(sequence.findings.allSatisfy { $0.severity == .note })
        return sequence
    }

    private func rule(_ id: ID, _ interval: Interval) -> DeclarativeOverlay {
        DeclarativeOverlay(identity: OverlayIdentity(id: id, title: "Rule", summary: "A rule of another domain.")) {
            Limit("recordings-retained", to: interval)
        }
    }
}
