import FoundationEssentials
import PhaseLoom
import PhaseLoomFormats
import PhaseLoomOverlays
import Testing

/// Expected values: the scenarios of the framework (rows 2-25 to 2-36), and what the laws named there say of whom they
/// bind; written before the overlays' reasons.
@Suite struct AdviceSampleTests {
    struct Sample: Sendable, CustomTestStringConvertible {
        let name: String
        let expected: [String: Advice.Verdict]
        /// Overlays that must not be advised.
        let absent: [String]
        var testDescription: String { name }
    }

    static let samples = [
        Sample(
            name: "managed-small-business",
            expected: [
                "small-business": .voluntary, "managed-services": .contractual, "itil-4": .contractual,
                "breach-notification": .mandatory,
            ], absent: ["hipaa", "glba", "sox", "fedramp", "cmmc", "enterprise", "smart-home", "cctv"]),
        Sample(
            name: "healthcare-support",
            expected: [
                "hipaa": .mandatory, "iso-27001": .contractual, "breach-notification": .mandatory,
                "managed-services": .contractual,
            ], absent: ["fedramp", "cmmc", "sox", "glba", "small-business", "network-build"]),
        Sample(
            name: "federal-contractor", expected: ["network-build": .voluntary],
            absent: ["hipaa", "fedramp", "smart-home", "managed-services", "ftc-act"]),
        Sample(
            name: "agency-cloud", expected: ["fedramp": .mandatory, "cloud-migration": .voluntary],
            absent: ["cmmc", "hipaa", "small-business"]),
        Sample(
            name: "hospital-campus",
            expected: [
                "hipaa": .mandatory, "smart-building": .voluntary, "cctv": .voluntary, "enterprise": .voluntary,
                "fcc-part-15": .mandatory,
            ], absent: ["small-business", "smart-home", "fedramp"]),
        Sample(
            name: "condominium",
            expected: ["smart-home": .voluntary, "smart-home-technicians": .mandatory, "fcc-part-15": .mandatory],
            absent: ["smart-building", "enterprise", "hipaa", "managed-services", "cmmc"]),
    ]

    @Test(arguments: samples)
    func `each scenario gets its overlays, and they go together`(sample: Sample) throws {
        let recommendation = Recommendation(from: .shipped, knowing: try Self.facts(sample.name))
        let verdicts = Dictionary(uniqueKeysWithValues: recommendation.advice.map { ($0.overlay.text, $0) })
        for (overlay, verdict) in sample.expected {
            #expect(verdicts[overlay]?.verdict == verdict, "\(overlay)")
        }
        for overlay in sample.absent { #expect(verdicts[overlay]?.applies == false, "\(overlay)") }
        #expect(recommendation.questions.map(\.fact.id) == [], "everything is known")
        let overlays = try recommendation.applying.map { advice in
            try Catalogue.shipped.overlay(named: advice.overlay.text)(options: advice.options)
        }
        let base = try Catalogue.shipped.base(named: recommendation.base.text)
        #expect(try base.composed(with: OverlaySet(overlays)).findings.filter { $0.severity != .note } == [])
    }

    @Test func `levels and baselines follow from the facts`() throws {
        let agency = Recommendation(from: .shipped, knowing: try Self.facts("agency-cloud"))
        #expect(agency.advice.first { $0.overlay == "fedramp" }?.options["baseline"] == "moderate")
        let contractor = Recommendation(from: .shipped, knowing: try Self.facts("federal-contractor"))
        let cmmc = contractor.advice.first { $0.overlay == "cmmc" }
        #expect(cmmc?.applies == true && cmmc?.options["level"] == "2")
    }

    @Test func `when little is known, what matters is asked`() throws {
        let recommendation = Recommendation(from: .shipped, knowing: try Self.facts("first-call"))
        let asked = Set(recommendation.questions.map(\.fact.id))
        #expect(asked.isSuperset(of: ["data-classes", "public-company", "jurisdictions"]))
        #expect(!asked.contains("sector") && !asked.contains("deliverables"))
        #expect(recommendation.advice.first { $0.overlay == "ml-feedback" }?.applies == true)
    }

    static func facts(_ name: String) throws -> Facts {
        let folder = #filePath.replacing("Tests/PhaseLoomOverlaysTests/AdviceSampleTests.swift", with: "Samples/Facts/")
        let bytes = Array(try Data(contentsOf: URL(filePath: folder + name + ".json")))
        return try FactsFile.read(bytes, from: name, knowing: Catalogue.shipped.knownFacts)
    }
}
