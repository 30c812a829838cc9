import Governance
import PhaseLoom
import PhaseLoomTesting
import Testing

/// Expected values: row 31 of the framework's overlay catalogue, P2-P7 ‖ OCM, JOIN, go-live, and rows 1-55 to 1-57.
@Suite struct DigitalTransformationTests {
    private let track: [ID] = ["prepare-change", "align-change", "enable-change"]

    @Test(arguments: bases)
    func `keeps the contract`(base: BaseSequence) {
        #expect(OverlayContract.violations(of: DigitalTransformation.self, on: base) == [])
    }

    @Test(arguments: bases)
    func `the track runs from intake to transfer, beside the technical work`(base: BaseSequence) throws {
        let sequence = try composed(DigitalTransformation(), on: base)
        let intake = try #require(sequence.phase(holding: .intake)?.id)
        #expect(
            track.map { sequence.phase($0)?.track } == [
                "organisational-change", "organisational-change", "organisational-change",
            ])
        #expect(sequence.phase("prepare-change")?.after == [intake])
        #expect(sequence.phase("align-change")?.after == ["prepare-change"])
        #expect(sequence.phase("enable-change")?.after == ["align-change"])
        let technical = sequence.phase(holding: .validation)?.id
        #expect(
            sequence.phase(holding: .transfer)?.after.sorted()
                == ["enable-change", technical].compactMap(\.self).sorted())
        #expect(sequence.phase(holding: .execution)?.after.contains("prepare-change") == false)
    }

    @Test(arguments: [
        ("processes-documented", "process-documentation"), ("roles-mapped", "role-map"),
        ("sponsor-named", "sponsor-mandate"),
    ])
    func `three further inputs are brought to the engagement`(requirement: ID, artifact: ID) throws {
        let sequence = try composed(DigitalTransformation())
        #expect(sequence.phase("assessment")?.entry.first { $0.id == requirement }?.needs == [artifact])
        #expect(sequence.artifacts.first { $0.id == artifact }?.isEntry == true)
    }

    @Test(arguments: [
        ("staff-trained", "trained-share at least 75 % in readiness-milestones"),
        ("processes-signed-off", "readiness-milestones signed by process-owner"),
        ("support-staffed", "unfilled-support-posts exactly 0 in readiness-milestones"),
    ])
    func `technical readiness alone opens nothing`(requirement: ID, proof: String) throws {
        let sequence = try composed(DigitalTransformation(options: ["trained": "75"]))
        #expect(sequence.phase("transfer")?.entry.first { $0.id == requirement }?.proof?.description == proof)
    }

    @Test(arguments: bases)
    func `a board that decides on going live sees the milestones`(base: BaseSequence) throws {
        let board = try composed(DigitalTransformation(), Enterprise(), on: base).phase("go-live-board")
        #expect(board?.after.contains("enable-change") == true)
        #expect(board?.consumes.contains("readiness-milestones") == true)
    }

    @Test(arguments: ["0", "101", "most"])
    func `shares that cannot be are refused`(trained: String) {
        let error = #expect(throws: InvalidValue.self) { try DigitalTransformation(options: ["trained": trained]) }
        #expect(error?.hint == "it takes a whole number from 1 to 100")
    }

    @Test(
        arguments: [
            ([.organisationalChange: .flag(true)], .voluntary), ([.organisationalChange: .flag(false)], .unneeded),
            ([.delivery: .words(["ticket"])], .excluded), ([:], .unknown),
            ([.organisationalChange: .flag(true), .delivery: .words(["ticket"])], .excluded),
        ] as [([Fact: Facts.Value], Advice.Verdict)])
    func `it applies when the organisation changes`(facts: [Fact: Facts.Value], verdict: Advice.Verdict) {
        #expect(advice(on: DigitalTransformation.self, facts).verdict == verdict)
    }
}
