import PhaseLoom
import Testing

@Suite struct CatalogueTests {
    private struct Always: Criterion {
        let obligation: ID
        func judge(_ view: EvidenceView) -> Judgement { Judgement(.met) }
    }

    private struct Count: Collector {
        static let id: ID = "count"
        static let help = "Counts nothing at all."
        static let up = OverlayOption<Int>.integer("up", help: "how far it counts", default: 3, in: 1...9)
        static let down = OverlayOption<Int>.integer("down", help: "where it starts", default: 9, in: 1...9)
        static let options = [up.descriptor, down.descriptor]
        let values: OptionValues
        init(_ values: OptionValues) throws(InvalidValue) {
            guard values[Self.up] != values[Self.down] else {
                throw InvalidValue("there is nothing to count", hint: "go further")
            }
            self.values = values
        }
        func collect(in context: CollectorContext) async throws -> CollectorReport {
            let file = try context.write("count", [UInt8(values[Self.up])])
            return CollectorReport(evidence: [CollectedEvidence("count", file)])
        }
    }

    private struct Meters: ConfigurableOverlay {
        static let identity = OverlayIdentity(id: "meters", title: "Meters", summary: "Meters.")
        static let coded = OverlayOption<Bool>.flag("coded", help: "whether code decides", default: true)
        static let options = [coded.descriptor]
        static var collectors: [any Collector.Type] { [Count.self] }
        static let terms = [Term("meter", "Something that counts.", seeAlso: ["measurement"])]
        let values: OptionValues
        init(_ values: OptionValues) { self.values = values }
        var body: OverlayBody { Expect("metered", "It is metered", atGateOf: .validation) }
        var criteria: [any Criterion] { values[Self.coded] ? [Always(obligation: "metered")] : [] }
    }

    private struct Rival: ConfigurableOverlay {
        static let identity = OverlayIdentity(id: "rival", title: "Rival", summary: "Rival.")
        let values: OptionValues
        init(_ values: OptionValues) { self.values = values }
        var body: OverlayBody { Expect("metered", "It is metered", atGateOf: .validation) }
        var criteria: [any Criterion] { [Always(obligation: "metered")] }
    }

    private let catalogue = Catalogue(overlays: [Rival.self, Meters.self])

    // MARK: collectors

    @Test func `offers its own collectors and those of overlays`() {
        #expect(catalogue.allCollectors.map(\.name) == ["core/file", "core/measurements", "meters/count"])
        #expect(Catalogue(overlays: []).allCollectors.map(\.name) == ["core/file", "core/measurements"])
        #expect(catalogue.overlays.map { $0.collectors.map(\.id) } == [["count"], []])
    }

    @Test(arguments: [
        ("meters/coutn", "did you mean 'meters/count'?"), ("core/files", "did you mean 'core/file'?"),
        ("count", "the list shows what there is"), ("", "the list shows what there is"),
    ])
    func `suggests the nearest collector`(name: String, hint: String) {
        let error = #expect(throws: InvalidValue.self) { try catalogue.collector(named: name) }
        #expect(error?.message == "there is no collector '\(name)'")
        #expect(error?.hint == hint)
    }

    @Test(arguments: [
        (["up": "10"], "option 'up' cannot be '10'"), (["pu": "1"], "there is no option 'pu'"),
        (["up": "9"], "there is nothing to count"),
    ])
    func `refuses bad options of a collector`(options: [String: String], message: String) throws {
        let entry = try catalogue.collector(named: "meters/count")
        let error = #expect(throws: InvalidValue.self) { try entry(options: options) }
        #expect(error?.message == message)
    }

    @Test func `evidence carries the full name of its collector`() async throws {
        let collector = try catalogue.collector(named: "meters/count")(options: ["up": "4"])
        let report = try await collector.collect(
            in: CollectorContext(files: Nowhere(), clock: { Timestamp(milliseconds: 0) }))
        #expect(report.evidence.map(\.draft.collector) == ["meters/count"])
        #expect(report.evidence.map(\.draft.digest) == [Digest(of: [4])])
    }

    /// No files, and no place for results.
    private struct Nowhere: CollectorFiles {
        var keepsResults: Bool { false }
        func read(_ path: String, _ body: (FileStatus, [UInt8]) throws -> Void) throws -> FileStatus {
            throw CollectorError(.environment, ["no files"])
        }
        func write(_ name: String, _ fill: (_ put: ([UInt8]) throws -> Void) throws -> Void) throws {
            throw CollectorError(.environment, ["no place"])
        }
    }

    // MARK: terms

    @Test func `the glossary has the terms of overlays beside those of the core`() throws {
        #expect(catalogue.overlays.map { $0.terms.map(\.name) } == [["meter"], []])
        #expect(try catalogue.glossary.entries(named: "meters").map(\.by) == [["meters"]])
        #expect(try catalogue.glossary.entries(named: "gate").map(\.by) == [["core"]])
        #expect(Catalogue(overlays: []).glossary.entries == Glossary().entries)
    }

    // MARK: criteria

    @Test func `finds the criteria of overlays with their options`() throws {
        let meters = try Meters()
        #expect(try catalogue.criteria(of: [DeclarativeOverlay(meters)]).keys.sorted() == ["metered"])
        let uncoded = DeclarativeOverlay(try Meters(options: ["coded": "no"]))
        #expect(try catalogue.criteria(of: [uncoded]).isEmpty)
        let sequence = try BaseSequence.standard.composed(with: [meters])
        #expect(try catalogue.criteria(of: sequence.overlays).keys.sorted() == ["metered"])
    }

    @Test func `an overlay of a file brings no code unless it is the same`() throws {
        let same = DeclarativeOverlay(try Meters())
        var other = same
        other.body.changes.append(Artifact("m", "M").change)
        #expect(try catalogue.criteria(of: [other]).isEmpty)
        var unknown = same
        unknown.identity.id = "unknown"
        #expect(try catalogue.criteria(of: [unknown]).isEmpty)
        var odd = same
        odd.options = ["no-such": "1"]
        #expect(try catalogue.criteria(of: [odd]).isEmpty)
    }

    @Test func `two overlays cannot decide one obligation in code`() throws {
        let both = [DeclarativeOverlay(try Meters()), DeclarativeOverlay(try Rival())]
        let error = #expect(throws: InvalidValue.self) { try catalogue.criteria(of: both) }
        #expect(error?.message == "the code of 'meters' and that of 'rival' both decide 'metered'")
    }
}
