import PhaseLoom
import PhaseLoomFormats
import PhaseLoomTesting
import Testing

@Suite struct PlanFileTests {
    static func expectRoundTrip(_ sequence: ComposedSequence, _ place: SourceLocation = #_sourceLocation) throws {
        let bytes = PlanFile.write(sequence)
        let copy = try PlanFile.read(bytes, from: "plan.json")
        #expect(copy == sequence, sourceLocation: place)
        #expect(copy.digest == sequence.digest && PlanFile.write(copy) == bytes, sourceLocation: place)
    }

    @Test func samplesReadBackEqual() throws {
        for sequence in try [
            Samples.base(), Samples.rich(), Samples.compressed(), Samples.unsound(), Samples.hostile(),
        ] {
            try Self.expectRoundTrip(sequence)
        }
    }

    @Test(arguments: 0..<6 as Range<UInt64>)
    func whatOverlaysAmountToReadsBackEqual(_ part: UInt64) throws {
        var composed = 0
        for seed in stride(from: part, to: 150, by: 6) {
            var generator = OverlayGenerator(seed: seed, friction: 0.02)
            let overlays = generator.overlays(1 + Int(seed % 8), changes: 1...5)
            guard let sequence = try? BaseSequence.standard.composed(with: OverlaySet(overlays)) else { continue }
            composed += 1
            try Self.expectRoundTrip(sequence)
        }
        #expect(composed > 5, "only \(composed) sets compose")
    }

    @Test(arguments: 0..<60 as Range<UInt64>)
    func sequencesWithHostileTextReadBackEqual(_ seed: UInt64) throws {
        try Self.expectRoundTrip(RandomSequence.make(seed: seed))
    }

    /// What overlay files would refuse, composition takes: empty texts, and an obligation said twice at one place.
    @Test func keepsWhatOverlayFilesRefuse() throws {
        let overlay = DeclarativeOverlay(identity: OverlayIdentity(id: "o", version: "", title: " ", summary: "")) {
            Artifact("x", "")
            Artifact("x", "")
            Track("t", "\n")
            Insert("p", "").onTrack("t").after(.design).before(.execution).producing("x").when(Trigger("s", ""))
            Expect("c", "", atGateOf: "p").needing("x")
            Expect("c", "", atGateOf: "p").needing("x")
            Perform("a", "", during: "p")
            Waive("report-signed", because: " ", onAuthorityOf: "\t")
        }
        try Self.expectRoundTrip(try BaseSequence.standard.composed(with: [overlay]))
    }

    @Test func keepsConditionsOfWhatWasAbsorbed() throws {
        let overlay = DeclarativeOverlay(identity: OverlayIdentity(id: "o", title: "O", summary: "", cites: ["Law"])) {
            Track("t", "T").citing("Track law")
            Artifact("x", "X").citing("Artifact law")
            Insert("p", "P").onTrack("t").after(.assessment).before(.design).producing("x")
                .when(
                    Trigger("s", "S", bound: Bound("m", .atLeast(1), unit: "")), Trigger("r", "R", needs: ["timeline"]))
            Expect("c", "C", atGateOf: "p").needing("x")
            Compress(from: .assessment, through: .design, into: "short", "Short").deferring("c", to: .closeout)
        }
        let sequence = try BaseSequence.standard.composed(with: [overlay])
        #expect(sequence.phase("short")?.productionConditions["x"]?.triggers.count == 2)
        #expect(sequence.tracks.first { $0.id == "t" }?.attribution.cites == ["Track law"])
        try Self.expectRoundTrip(sequence)
    }

    @Test func keepsProofsBeyondTheLimitsOfOverlayFiles() throws {
        let overlay = DeclarativeOverlay(identity: OverlayIdentity(id: "o", title: "O", summary: "")) {
            for (target, name) in [(Target.validation, "v"), (.transfer, "t")] {
                let ways = (0..<200).map { Proof.measured(Bound(ID("\(name)\($0)"), .atLeast(1)), of: "test-report") }
                Expect("c", "C", atGateOf: target).proven(by: .any(ways))
            }
            Compress(from: .validation, through: .transfer, into: "handover", "Handover")
        }
        try Self.expectRoundTrip(try BaseSequence.standard.composed(with: [overlay]))
    }

    @Test func keepsResolutionsAndTheBoundOfACriterionThatBecameARequirement() throws {
        let one = DeclarativeOverlay(identity: OverlayIdentity(id: "one", title: "One", summary: "")) {
            Expect("x", "X", atGateOf: .design).measured("m", .atLeast(1))
        }
        let other = DeclarativeOverlay(identity: OverlayIdentity(id: "other", title: "Other", summary: "")) {
            Require("x", "X", toEnter: .design)
        }
        let decision = Resolution(conflict: "obligation:x.kind", choose: "other", reason: "Sooner", authority: "Client")
        let sequence = try BaseSequence.standard.composed(with: [one, other], resolving: [decision])
        #expect(sequence.phase("design")?.entry.first { $0.id == "x" }?.bound != nil)
        #expect(sequence.resolutions == [decision])
        try Self.expectRoundTrip(sequence)
    }

    @Test func readsOverlaysInOrderWhateverWasAssignedToThem() throws {
        var overlay = DeclarativeOverlay(identity: OverlayIdentity(id: "o", title: "O", summary: "")) {
            Artifact("x", "X").citing("a", "b")
            Produce("x", in: .design)
        }
        let inOrder = overlay
        overlay.body.changes.reverse()
        overlay.body.changes[1].cites.reverse()
        let sequence = try BaseSequence.standard.composed(with: [overlay])
        let read = try PlanFile.read(PlanFile.write(sequence), from: "plan.json")
        #expect(read.overlays == [inOrder] && read.phases == sequence.phases)
    }

    @Test func hasTheSequenceAsItIsShown() throws {
        let sequence = try Samples.rich()
        let plan = try JSONReader.read(PlanFile.write(sequence)).value
        let shown = try JSONReader.read(Array(SequenceJSON().render(sequence, for: Surface()).utf8)).value
        #expect(plan["sequence"] == shown)
        #expect(plan.canonicalBytes == PlanFile.write(sequence))
        guard case .object(let members) = plan else { return #expect(Bool(false), "a plan is an object") }
        #expect(
            members.map(\.key) == [
                "absorbed", "digest", "format", "overlays", "precedences", "produces", "resolutions", "sequence",
                "sources", "title",
            ])
        let rest = JSONValue.object(members.filter { $0.key != "digest" })
        #expect(plan["digest"] == .string("sha256:" + SHA256.hexadecimal(rest.canonicalBytes)))
        #expect(
            plan["overlays"]
                == .array(
                    try sequence.overlays.map { overlay in
                        try JSONReader.read(Array(OverlayFile.write(overlay).utf8)).value
                    }))
    }
}
