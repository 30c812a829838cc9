import PhaseLoom
import PhaseLoomTesting
import Testing

/// The code of the guides, compiled and run. What changes here changes there.
@Suite struct GuideExampleTests {
    let kept = DeclarativeOverlay(
        identity: OverlayIdentity(id: "kept", title: "Kept", summary: "Reports are kept.", cites: ["Contract, 4"])
    ) {
        Expect("reports-kept", "Reports are kept", atGateOf: .closeout)
            .needing("test-report").measured("kept-days", .atLeast(90), unit: "d")
    }
    let deleted = DeclarativeOverlay(
        identity: OverlayIdentity(
            id: "deleted", title: "Deleted", summary: "Reports are deleted.", cites: ["Contract, 9"])
    ) {
        Limit("reports-kept", to: .atMost(30))
    }

    @Test func `two rules clash where the guide says`() {
        let report = #expect(throws: ConflictReport.self) {
            try BaseSequence.standard.composed(with: [kept, deleted])
        }
        #expect(report?.conflicts.map(\.target) == ["bound:closeout/reports-kept"])
    }

    @Test func `a decision ends the clash`() throws {
        let decision = Resolution(
            conflict: "bound:closeout/reports-kept", choose: "kept", reason: "The audit needs them", authority: "Client"
        )
        let sequence = try BaseSequence.standard.composed(with: [kept, deleted], resolving: [decision])
        let criterion = sequence.phase("closeout")?.gate.first { $0.id == "reports-kept" }
        #expect(criterion?.bound?.interval == .atLeast(90))
    }

    @Test func `the proof of the guide reads as the guide says`() throws {
        let accepted = DeclarativeOverlay(
            identity: OverlayIdentity(id: "accepted", title: "Accepted", summary: "Deliveries are accepted.")
        ) {
            Expect("accepted", "The client accepts the delivery", atGateOf: .validation)
                .signed("test-report", by: "client", separately: true)
                .proven(
                    by: .any([.present("runbook"), .measured(Bound("coverage", .atLeast(0.95)), of: "test-report")]))
        }
        let sequence = try BaseSequence.standard.composed(with: [accepted])
        let criterion = sequence.phase("validation")?.gate.first { $0.id == "accepted" }
        #expect(sequence.isSound && criterion?.needs == ["test-report"])
        #expect(
            criterion?.proof?.description == "test-report signed by client, someone other than its recorder and "
                + "(runbook handed in or coverage at least 0.95 in test-report)")
    }

    @Test func `the overlay of the guide keeps the contract`() {
        #expect(OverlayContract.violations(of: Surveillance.self) == [])
    }

    @Test func `the collector of the guide keeps the contract`() async {
        let violations = await CollectorContract.violations(
            of: LineCount.self, given: ["file": "a.txt"], reading: ["a.txt": Array("one\ntwo\nthree\n".utf8)])
        #expect(violations == [])
    }

    @Test func `the overlay offers the collector as the guide says`() {
        #expect(Catalogue(overlays: [Surveillance.self]).allCollectors.last?.name == "surveillance/lines")
    }
}

private struct Surveillance: ConfigurableOverlay {
    static let identity = OverlayIdentity(
        id: "surveillance", title: "Surveillance", summary: "Camera systems.", cites: ["IEC 62676-4:2014"])
    static let retention = OverlayOption<Int>.integer(
        "retention", help: "days that recordings are kept", default: 30, in: 1...3650)
    static let options = [retention.descriptor]
    static var collectors: [any Collector.Type] { [LineCount.self] }
    let values: OptionValues

    init(_ values: OptionValues) { self.values = values }

    var body: OverlayBody {
        Artifact("camera-plan", "Camera plan")
        Insert("camera-survey", "Camera survey").after(.assessment).before(.execution).producing("camera-plan")
        Expect("retained", "Recordings are kept", atGateOf: "camera-survey").needing("camera-plan")
            .measured("retention-days", .atLeast(Double(values[Self.retention])), unit: "d")
    }
}

private struct LineCount: Collector {
    static let id: ID = "lines"
    static let help = "Counts the lines of a file."
    static let file = OverlayOption.file("file", help: "the file whose lines are counted")
    static let options = [file.descriptor]
    private let values: OptionValues

    init(_ values: OptionValues) { self.values = values }

    func collect(in context: CollectorContext) async throws -> CollectorReport {
        var lines = 0
        let file = try context.attach(values[Self.file]) { piece in
            lines += piece.count { $0 == UInt8(ascii: "\n") }
        }
        let count = Measurement("lines", Double(lines))
        return CollectorReport(evidence: [CollectedEvidence("line-count", file, measurements: [count])])
    }
}
