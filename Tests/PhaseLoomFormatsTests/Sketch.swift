import PhaseLoom

/// Composed values with few words, for drawings that no composition made.
enum Sketch {
    static func sequence(
        _ phases: [ComposedPhase], overlays: [DeclarativeOverlay] = [], loops: [ComposedLoop] = [],
        tracks: [ComposedTrack] = [], absorbed: [ID: ID] = [:], findings: [Finding] = []
    ) -> ComposedSequence {
        ComposedSequence(
            base: "sketch", title: "A sketch", overlays: overlays, phases: phases, loops: loops, tracks: tracks,
            artifacts: [], precedences: [], absorbed: absorbed, resolutions: [], findings: findings)
    }

    static func phase(
        _ id: ID, _ title: String? = nil, after: [ID] = [], on track: ID = .mainTrack,
        points: [ExtensionPoint] = [], when: Condition = .always, consumes: [ID] = [], produces: [ID] = [],
        activities: [ComposedActivity] = [], entry: [ComposedObligation] = [], gate: [ComposedObligation] = [],
        by: [ID] = [.base]
    ) -> ComposedPhase {
        ComposedPhase(
            id: id, title: title ?? id.text, points: points, track: track, condition: when, after: after,
            consumes: consumes, produces: produces, productionConditions: [:], activities: activities, entry: entry,
            gate: gate, attribution: Attribution(by: by))
    }

    static func obligation(
        _ id: ID, _ statement: String, needs: [ID] = [], proof: Proof? = nil, bound: Bound? = nil,
        status: Status = .plain,
        deferredTo: ID? = nil, waivers: [ComposedObligation.Waiver] = [], by: [ID] = [.base], cites: [String] = []
    ) -> ComposedObligation {
        ComposedObligation(
            id: id, statement: statement, needs: needs, proof: proof, bound: bound, status: status,
            deferredTo: deferredTo,
            condition: .always, waivers: waivers, attribution: Attribution(by: by, cites: cites))
    }

    static func activity(_ id: ID, _ title: String, after: [ID] = [], by: [ID] = [.base]) -> ComposedActivity {
        ComposedActivity(id: id, title: title, condition: .always, after: after, attribution: Attribution(by: by))
    }

    static func loop(_ id: ID, from: ID, to: ID, while criteria: ID..., atMost limit: Int) -> ComposedLoop {
        ComposedLoop(
            id: id, from: from, to: to, criteria: criteria, limit: limit, attribution: Attribution(by: [.base]))
    }

    static func overlay(_ id: ID, _ title: String) -> DeclarativeOverlay {
        DeclarativeOverlay(identity: OverlayIdentity(id: id, title: title, summary: "")) { OverlayBody() }
    }
}
