import PhaseLoom
import Testing

/// The contradictions that the framework promises to find, each with claimants, values, citations and ways out.
@Suite struct ConflictTests {
    static func overlay(_ id: ID, cites: [String] = [], @OverlayBuilder _ body: () -> OverlayBody) -> DeclarativeOverlay
    {
        DeclarativeOverlay(
            identity: OverlayIdentity(id: id, title: "\(id)", summary: "For a test.", cites: cites), body: body())
    }

    static func conflicts(
        _ overlays: [DeclarativeOverlay], resolving resolutions: [Resolution] = []
    ) -> [Conflict] {
        do {
            _ = try BaseSequence.standard.composed(with: OverlaySet(overlays), resolving: resolutions)
            return []
        } catch {
            return error.conflicts
        }
    }

    static let recording = overlay("recording") {
        Expect("recordings-retained", "Recordings are kept", atGateOf: .validation)
            .measured("retention-days", .atLeast(7), unit: "d")
    }
    static let cards = overlay("card-payment", cites: ["PCI DSS 4.0, 9.2.1.1"]) {
        Limit("recordings-retained", to: .atLeast(90))
    }
    static let privacy = overlay("privacy", cites: ["Regulation (EU) 2016/679, 5(1)(e)"]) {
        Limit("recordings-retained", to: .atMost(30))
    }

    @Test func `ninety days against thirty days`() throws {
        let conflicts = Self.conflicts([Self.recording, Self.cards, Self.privacy])
        let conflict = try #require(conflicts.first)
        #expect(conflicts.count == 1)
        #expect(conflict.code == .bound)
        #expect(conflict.target == "bound:validation/recordings-retained")
        #expect(conflict.claims.map(\.by) == ["card-payment", "privacy"])
        #expect(conflict.claims.map(\.value) == ["at least 90 d", "at most 30 d"])
        #expect(
            conflict.claims.map(\.cites) == [["PCI DSS 4.0, 9.2.1.1"], ["Regulation (EU) 2016/679, 5(1)(e)"]])
        #expect(conflict.waysOut.contains("leave out 'privacy'"))
    }

    @Test(arguments: [("card-payment", 90.0, nil), ("privacy", 7.0, 30.0)] as [(ID, Double?, Double?)])
    func `a resolution decides exactly one conflict`(choose: ID, min: Double?, max: Double?) throws {
        let decision = Resolution(
            conflict: "bound:validation/recordings-retained", choose: choose, reason: "counsel", authority: "board")
        let sequence = try BaseSequence.standard.composed(
            with: OverlaySet([Self.recording, Self.cards, Self.privacy]), resolving: [decision])
        let criterion = sequence.phase("validation")?.gate.first { $0.id == "recordings-retained" }
        #expect(criterion?.bound?.interval.min == min)
        #expect(criterion?.bound?.interval.max == max)
        #expect(sequence.resolutions == [decision])
    }

    @Test func `a stale resolution fails`() {
        let decision = Resolution(
            conflict: "bound:validation/recordings-retained", choose: "privacy", reason: "counsel", authority: "board")
        let conflicts = Self.conflicts([Self.recording, Self.privacy], resolving: [decision])
        #expect(conflicts.map(\.code) == [.staleResolution])
        #expect(conflicts.map(\.target) == ["bound:validation/recordings-retained"])
    }

    @Test func `a resolution cannot choose a party that claims nothing`() {
        let decision = Resolution(
            conflict: "bound:validation/recordings-retained", choose: "nobody", reason: "counsel", authority: "board")
        let conflicts = Self.conflicts([Self.recording, Self.cards, Self.privacy], resolving: [decision])
        #expect(conflicts.map(\.code) == [.bound, .refusedResolution])
    }

    @Test func `a conflict that no choice can end refuses its resolution, and is not called stale`() {
        let slip = Self.overlay("slip") { Insert("x", "X").after("desing") }
        let decision = Resolution(conflict: "phase:desing", choose: "slip", reason: "r", authority: "a")
        let conflicts = Self.conflicts([slip], resolving: [decision])
        #expect(conflicts.map(\.code) == [.missingAnchor, .refusedResolution])
        #expect(conflicts.last?.message == "no choice can end 'phase:desing'")
    }

    @Test func `an overlay that excludes itself, and one that requires a slip of the pen`() {
        var lonely = Self.overlay("lonely") { Track("t", "T") }
        lonely.identity.excludes = ["lonely"]
        #expect(Self.conflicts([lonely]).map(\.message) == ["overlay 'lonely' excludes itself"])
        var needy = Self.overlay("needy") { Track("t", "T") }
        needy.identity.requires = ["recordin"]
        #expect(Self.conflicts([needy, Self.recording]).first?.waysOut.first == "did you mean 'recording'?")
    }

    static let triangle: [DeclarativeOverlay] = [
        overlay("first") {
            Insert("a", "A").after(.intake).before(.closeout)
            Order("a", before: "b").ifPresent()
        },
        overlay("second") {
            Insert("b", "B").after(.intake).before(.closeout)
            Order("b", before: "c").ifPresent()
        },
        overlay("third") {
            Insert("c", "C").after(.intake).before(.closeout)
            Order("c", before: "a").ifPresent()
        },
    ]

    @Test func `a cycle over three overlays in which each pair is fine`() throws {
        for left in 0..<3 {
            #expect(Self.conflicts(Self.triangle.enumerated().filter { $0.offset != left }.map(\.element)) == [])
        }
        let conflict = try #require(Self.conflicts(Self.triangle).first)
        #expect(conflict.code == .cycle)
        #expect(conflict.target == "order:a<b<c<a")
        #expect(conflict.claims.map(\.by) == ["first", "second", "third"])
        #expect(conflict.claims.map(\.value) == ["a before b", "b before c", "c before a"])
    }

    @Test func `the smallest clash leaves out bystanders`() throws {
        let bystanders = [Self.recording, Self.cards, Self.overlay("idle") { Track("t", "T") }]
        let clash = try #require(BaseSequence.standard.smallestClash(among: OverlaySet(Self.triangle + bystanders)))
        #expect(clash.overlays == ["first", "second", "third"])
        #expect(clash.conflicts.map(\.code) == [.cycle])
        #expect(BaseSequence.standard.smallestClash(among: OverlaySet(bystanders)) == nil)
    }

    @Test func `a waived mandate`() throws {
        let law = Self.overlay("law", cites: ["45 CFR 164.308"]) {
            Expect("risk-analysed", "Risks are analysed", atGateOf: .design).mandated()
        }
        let haste = Self.overlay("haste") {
            Waive("risk-analysed", because: "no time", onAuthorityOf: "project lead")
        }
        let conflict = try #require(Self.conflicts([law, haste]).first)
        #expect(conflict.code == .mandate)
        #expect(conflict.target == "mandate:design/risk-analysed")
        #expect(Set(conflict.claims.map(\.by)) == ["law", "haste"])
        #expect(conflict.claims.contains { $0.cites == ["45 CFR 164.308"] })

        // An integrator can confirm the mandate, never the waiver.
        let decide = { (choice: ID) in
            Resolution(conflict: "mandate:design/risk-analysed", choose: choice, reason: "law", authority: "counsel")
        }
        #expect(Self.conflicts([law, haste], resolving: [decide("law")]) == [])
        #expect(
            Self.conflicts([law, haste], resolving: [decide("haste")]).map(\.code) == [.mandate, .refusedResolution])
    }

    @Test func `a waiver stays visible with who and why`() throws {
        let board = Self.overlay("board") { Expect("board-approved", "The board approves", atGateOf: .design) }
        let small = Self.overlay("small") {
            Waive("board-approved", because: "no board", onAuthorityOf: "owner")
        }
        let sequence = try BaseSequence.standard.composed(with: [board, small])
        let criterion = sequence.phase("design")?.gate.first { $0.id == "board-approved" }
        #expect(criterion?.status == .waived)
        #expect(criterion?.waivers == [.init(by: "small", reason: "no board", authority: "owner")])
    }

    @Test func `partly overlapping compressions`() throws {
        let one = Self.overlay("one") { Compress(from: .assessment, through: .design, into: "triage", "Triage") }
        let other = Self.overlay("other") { Compress(from: .scoping, through: .validation, into: "rush", "Rush") }
        let conflict = try #require(Self.conflicts([one, other]).first)
        #expect(conflict.code == .compression)
        #expect(conflict.target == "compress:assessment..design|scoping..validation")
        #expect(conflict.claims.map(\.by) == ["one", "other"])
        let decision = Resolution(conflict: conflict.target, choose: "one", reason: "r", authority: "a")
        let sequence = try BaseSequence.standard.composed(with: [one, other], resolving: [decision])
        #expect(
            sequence.phases.map(\.id) == ["intake", "triage", "execution", "validation", "transfer", "closeout"])
    }

    @Test func `of nested compressions the outer names the phase`() throws {
        let inner = Self.overlay("inner") { Compress(from: .scoping, through: .design, into: "plan", "Plan") }
        let outer = Self.overlay("outer") { Compress(from: .assessment, through: .design, into: "triage", "Triage") }
        let sequence = try BaseSequence.standard.composed(with: [inner, outer])
        #expect(sequence.phases.map(\.id).prefix(3) == ["intake", "triage", "execution"])
        #expect(sequence.phase("plan")?.id == "triage")
        #expect(sequence.phase(holding: .scoping)?.id == "triage")
    }

    @Test func `compressions of one interval have to agree on the name`() {
        let one = Self.overlay("one") { Compress(from: .assessment, through: .design, into: "triage", "Triage") }
        let other = Self.overlay("other") { Compress(from: .assessment, through: .design, into: "rush", "Rush") }
        #expect(Self.conflicts([one, other]).map(\.target) == ["compress:assessment..design.into"])
    }

    @Test func `a missing anchor suggests the nearest`() throws {
        let slip = Self.overlay("slip") { Insert("x", "X").after("desing") }
        let conflict = try #require(Self.conflicts([slip]).first)
        #expect(conflict.code == .missingAnchor)
        #expect(conflict.target == "phase:desing")
        #expect(conflict.waysOut.first == "did you mean 'design'?")
        #expect(conflict.claims.map(\.by) == ["slip"])
    }

    static let missing: [(DeclarativeOverlay, String)] = [
        (overlay("o") { Expect("x", "X", atGateOf: "track:surveilance") }, "track:surveilance"),
        (overlay("o") { Consume("x", in: "producing:tset-report") }, "producer:tset-report"),
        (overlay("o") { Limit("report-singed", to: .atLeast(1)) }, "obligation:report-singed"),
        (
            overlay("o") { Waive("design/report-signed", because: "r", onAuthorityOf: "a") },
            "obligation:design/report-signed"
        ),
        (
            overlay("o") { LoopBack("l", from: .validation, to: .design, while: "nothing", atMost: 1) },
            "obligation:nothing"
        ),
        (overlay("o") { Perform("x", "X", during: .design).after("y") }, "activity:design/y"),
        (
            overlay("o") {
                Compress(from: .scoping, through: .design, into: "t", "T").deferring("report-signed", to: .closeout)
            }, "obligation:report-signed in scoping..design"
        ),
    ]

    @Test(arguments: missing.indices)
    func `no change ever silently does nothing`(_ index: Int) {
        let (overlay, target) = Self.missing[index]
        #expect(Self.conflicts([overlay]).map(\.target) == [target])
        // With 'if present' it may.
        var lenient = overlay
        lenient.body.changes = overlay.body.changes.map { $0.ifPresent() }
        #expect(Self.conflicts([lenient]) == [])
    }

    @Test func `an interaction that brings a conflict`() throws {
        let cameras = Self.overlay("cameras") {
            Expect("recordings-retained", "Recordings are kept", atGateOf: .validation)
                .measured("retention-days", .atLeast(60), unit: "d")
        }
        let health = Self.overlay("health", cites: ["45 CFR 164.316"]) {
            Together(with: "cameras") { Limit("recordings-retained", to: .atMost(30)) }
        }
        #expect(Self.conflicts([health]) == [])
        #expect(Self.conflicts([cameras]) == [])
        let conflict = try #require(Self.conflicts([cameras, health]).first)
        #expect(conflict.code == .bound)
        #expect(conflict.claims.map(\.by) == ["cameras", "health"])
    }

    @Test func `requires and excludes`() {
        var needy = Self.overlay("needy") { Track("t", "T") }
        needy.identity.requires = ["other"]
        var loner = Self.overlay("loner") { Track("u", "U") }
        loner.identity.excludes = ["needy"]
        #expect(
            Self.conflicts([needy, loner]).map(\.target) == [
                "overlay:loner excludes needy", "overlay:needy requires other",
            ])
    }

    @Test func `one overlay given twice with different options, and two overlays under one name`() {
        var twin = Self.cards
        twin.options = ["days": "90"]
        #expect(Self.conflicts([Self.cards, twin, Self.recording]).map(\.code) == [.overlayOptions])
        var other = Self.cards
        other.identity.title = "Another"
        #expect(Self.conflicts([Self.cards, other, Self.recording]).map(\.code) == [.overlayIdentity])
    }

    @Test func `every conflict is reported, not only the first`() {
        let mixed = Self.triangle + [Self.recording, Self.cards, Self.privacy]
        #expect(Self.conflicts(mixed).map(\.code) == [.bound, .cycle])
    }

    @Test func `one element described in two ways`() {
        let one = Self.overlay("one") { Insert("x", "X").after(.design) }
        let other = Self.overlay("other") { Insert("x", "Y").after(.design) }
        let conflicts = Self.conflicts([one, other])
        #expect(conflicts.map(\.target) == ["phase:x.title"])
        #expect(conflicts.first?.claims.map(\.value) == ["'X'", "'Y'"])
    }
}
