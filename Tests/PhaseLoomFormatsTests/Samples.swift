import PhaseLoom

/// The compositions that the golden files show: the standard base with overlays that use every kind of change.
enum Samples {
    /// The base alone.
    static func base() throws -> ComposedSequence { try BaseSequence.standard.composed() }

    /// Two tracks with a cross dependency, a condition, loops, bounds, a waiver, mandates and a deferral.
    static func rich() throws -> ComposedSequence {
        try BaseSequence.standard.composed(with: [surveillance, retraining, tightening])
    }

    /// The first phases collapsed into one after an incident, some of their duties owed at closeout.
    static func compressed() throws -> ComposedSequence {
        try BaseSequence.standard.composed(with: [surveillance, emergency])
    }

    /// Text that would steer a terminal, reorder what is read, or end a label, a cell or a tag.
    static func hostile() throws -> ComposedSequence { try BaseSequence.standard.composed(with: [hostileOverlay]) }

    static let surveillance = DeclarativeOverlay(
        identity: OverlayIdentity(
            id: "surveillance", version: "2.1.0", title: "Video surveillance", summary: "Cameras.",
            cites: ["IEC 62676-4:2014"]),
        options: ["retention": "30"]
    ) {
        Track("surveillance", "Surveillance")
        Artifact("placement-plan", "Placement plan")
        Artifact("camera-images", "Test images of every camera")
        Insert("camera-survey", "Survey the camera positions").after(.assessment).before(.execution)
            .onTrack("surveillance").consuming("baseline-record").producing("placement-plan")
        Insert("camera-bench", "Bench test of the cameras").after("camera-survey").before(.validation)
            .onTrack("surveillance").consuming("placement-plan").producing("camera-images")
        Insert("firmware-escalation", "Escalation to the camera vendor").after("camera-bench").before(.validation)
            .onTrack("surveillance")
            .when(
                Trigger(
                    "vendor-fault", "The fault lies in the vendor's firmware", needs: ["camera-images"],
                    bound: Bound("open-defects", .atLeast(1))))
        Expect(
            "identification-density", "Every door is covered at the density that identifies a person",
            atGateOf: "camera-survey"
        ).needing("placement-plan").measured("pixel-density", .atLeast(250), unit: "px/m").mandated()
            .citing("IEC 62676-4:2014, 6.7")
        Expect("retention", "Recordings are kept long enough, and no longer", atGateOf: .validation)
            .needing("test-report").measured("retention", .within(14...90), unit: "d").mandated()
        Perform("mark-doors", "Mark every door and the faces that it shows", during: "camera-survey")
        Perform("measure-light", "Measure the light by day and by night", during: "camera-survey").after("mark-doors")
        Consume("placement-plan", in: .execution)
    }

    static let retraining = DeclarativeOverlay(
        identity: OverlayIdentity(
            id: "retraining", title: "Retraining of a model", summary: "Models.", cites: ["ISO/IEC TS 4213:2022"])
    ) {
        Expect("model-accurate", "The model tells people from shadows", atGateOf: .validation).needing("test-report")
            .measured("roc-auc", .atLeast(0.85))
        LoopBack("retrain", from: .validation, to: .design, while: "model-accurate", atMost: 5)
        LoopBack("rebuild", from: .validation, to: .execution, while: "criteria-evidenced", atMost: 2)
        LoopBack("monthly-review", from: .closeout, to: .closeout, while: "service-levels-reviewed", atMost: 12)
        Perform("label-data", "Label the data, two people for each record", during: .design)
        Expect("labels-agreed", "Two people agree on each label", atGateOf: .design).needing("design-review")
            .deferred(to: .closeout)
        Require("data-released", "The data may be used for training", toEnter: .design).needing("access-grant")
            .mandated()
    }

    static let tightening = DeclarativeOverlay(
        identity: OverlayIdentity(id: "house-rules", title: "House rules of the client", summary: "Rules.")
    ) {
        Limit("retention", to: .atMost(30))
        Waive(
            "design-reviewed", because: "the pilot repeats a design that was reviewed in March",
            onAuthorityOf: "Head of operations")
        Insert("works-council", "Consent of the works council").after(.scoping).before(.execution)
        Perform("brief-guards", "Brief the guards", during: .transfer)
    }

    static let emergency = DeclarativeOverlay(
        identity: OverlayIdentity(id: "emergency", title: "Emergency replacement", summary: "Emergencies.")
    ) {
        Compress(from: .assessment, through: .design, into: "triage", "Triage and emergency design")
            .deferring("design-reviewed", to: .closeout).deferring("baseline-recorded", to: .transfer)
    }

    static let hostileText =
        "\u{1B}[31mred\u{1B}[0m \u{202E}desrever\u{2066} \u{7}bell | pipe * star _line_ <script>alert(1)</script> "
        + "`code` \"quoted\" ] ) } ; end %% -->\nnew\tline \\ # &amp; \u{85} e\u{301} 漢字カメラ 🎥 \u{200B}"

    static let hostileOverlay = DeclarativeOverlay(
        identity: OverlayIdentity(
            id: "hostile", version: hostileText, title: hostileText, summary: hostileText, cites: [hostileText]),
        options: ["option\u{1B}[2J": hostileText]
    ) {
        Track("other", hostileText)
        Artifact("thing", hostileText)
        Insert("hostile-phase", hostileText).after(.design).before(.validation).onTrack("other").producing("thing")
            .when(Trigger("maybe", hostileText))
        Expect("hostile-criterion", hostileText, atGateOf: "hostile-phase").needing("thing")
            .measured("measure", .atLeast(1), unit: hostileText)
        Perform("hostile-activity", hostileText, during: "hostile-phase")
        Waive("design-reviewed", because: hostileText, onAuthorityOf: hostileText)
    }

    /// A composition whose conflicts somebody decided, but which cannot run.
    static func unsound() throws -> ComposedSequence {
        let choice = Resolution(
            conflict: "bound:validation/retention", choose: "privacy", reason: "no card data is in view of a camera",
            authority: "Data protection officer")
        let mandate = Resolution(
            conflict: "mandate:camera-survey/identification-density", choose: "surveillance",
            reason: "the insurer asks for it", authority: "Head of security")
        return try BaseSequence.standard.composed(
            with: [surveillance, cards, privacy, careless], resolving: [choice, mandate])
    }

    static let careless = DeclarativeOverlay(
        identity: OverlayIdentity(id: "careless", title: "Careless additions", summary: "Mistakes.")
    ) {
        Artifact("site-photographs", "Photographs of the site")
        Insert("newsletter", "Write for the newsletter")
        Require("photographs-taken", "The site is photographed", toEnter: .design).needing("site-photographs")
        Expect("retrospective-early", "The retrospective is held early", atGateOf: .scoping).needing("retrospective")
    }

    static let cards = DeclarativeOverlay(
        identity: OverlayIdentity(id: "card-payment", title: "Cards", summary: "", cites: ["PCI DSS v4.0.1, 9.2.1.1"])
    ) { Limit("retention", to: .atLeast(90)) }

    static let privacy = DeclarativeOverlay(
        identity: OverlayIdentity(id: "privacy", title: "Privacy", summary: "", cites: ["GDPR, 5(1)(e)"])
    ) {
        Limit("retention", to: .atMost(30))
        Waive("identification-density", because: "nobody is to be identified", onAuthorityOf: "Privacy officer")
    }

    /// Overlays that cannot agree on how long recordings are kept.
    static func conflict() -> ConflictReport? {
        do {
            _ = try BaseSequence.standard.composed(with: [surveillance, cards, privacy])
            return nil
        } catch { return error }
    }
}
