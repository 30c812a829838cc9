extension Explainer {
    func explain(_ overlay: DeclarativeOverlay) -> Explanation {
        let id = overlay.identity.id
        let options = overlay.options.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
        let given = options.isEmpty ? "" : " with \(options.joined(separator: ", "))"
        return Explanation(
            kind: .overlay, name: id.text, title: overlay.identity.title,
            reasons: [
                .init(by: [id], text: "version \(overlay.identity.version)\(given)", cites: overlay.identity.cites)
            ],
            position: [], influences: contributions.filter { $0.by == id }.map(\.reason))
    }

    func explainWithParts(_ phase: ComposedPhase) -> [Explanation] {
        [explain(phase)] + phase.entry.map { explain($0, .entry, in: phase) }
            + phase.activities.map { explain($0, in: phase) } + phase.gate.map { explain($0, .criterion, in: phase) }
    }

    private func explain(_ phase: ComposedPhase) -> Explanation {
        let members = Set([phase.id] + sequence.absorbed.filter { $0.value == phase.id }.map(\.key))
        var reasons: [Explanation.Reason] = []
        var influences: [Explanation.Reason] = []
        for source in contributions {
            switch source.change.operation {
            case .insert(let insert) where members.contains(insert.id):
                let taken = insert.id == phase.id ? "" : ", which became part of this phase"
                let when = insert.when.isEmpty ? "" : ", when \(insert.when.map(\.id.text).joined(separator: " or "))"
                reasons.append(source.reason("\(source.change.operation.summary)\(when)\(taken)"))
            case .compress(let compress) where members.contains(compress.id) && isAt(compress.from, phase):
                reasons.append(source.reason)
            case .produce(let produce) where aims(produce.target, at: phase): influences.append(source.reason)
            case .consume(let consume) where aims(consume.target, at: phase): influences.append(source.reason)
            default: break
            }
        }
        return Explanation(
            kind: .phase, name: phase.id.text, title: phase.title, reasons: reasons, position: position(of: phase),
            influences: influences + resolutions(naming: [phase.id.text]))
    }

    private func position(of phase: ComposedPhase) -> [Explanation.Reason] {
        let demands = sequence.precedences.filter { $0.then == phase.id || $0.first == phase.id }
        if demands.isEmpty {
            return [.init(by: phase.attribution.by, text: "nothing orders it: it may run at any time", cites: [])]
        }
        return demands.map { demand in
            let side = demand.then == phase.id ? "after '\(demand.first)'" : "before '\(demand.then)'"
            let text = demand.isDirect ? side : "\(side), which other demands imply"
            return .init(by: demand.attribution.by, text: text, cites: demand.attribution.cites)
        }
    }

    private func explain(_ activity: ComposedActivity, in phase: ComposedPhase) -> Explanation {
        let sources = contributions.filter { source in
            switch source.change.operation {
            case .perform(let perform): perform.id == activity.id && aims(perform.target, at: phase)
            case .insert(let insert): insert.id == activity.id && sequence.absorbed[insert.id] == phase.id
            default: false
            }
        }
        let position = activity.after.map { earlier in
            Explanation.Reason(by: activity.attribution.by, text: "after '\(earlier)'", cites: [])
        }
        return Explanation(
            kind: .activity, name: "\(phase.id)/\(activity.id)", title: activity.title,
            reasons: sources.isEmpty ? [inherited(activity.attribution)] : sources.map(\.reason), position: position,
            influences: [])
    }

    private func inherited(_ attribution: Attribution) -> Explanation.Reason {
        .init(by: attribution.by, text: "came with a phase that became part of this one", cites: attribution.cites)
    }

    private func explain(
        _ obligation: ComposedObligation, _ kind: Explanation.Kind, in phase: ComposedPhase
    ) -> Explanation {
        var reasons: [Explanation.Reason] = []
        var influences: [Explanation.Reason] = []
        for source in contributions where concerns(source.change.operation, obligation, in: phase) {
            switch source.change.operation {
            case .limit(let limit): influences.append(source.reason(effect(of: limit, on: obligation)))
            case .waive(let waive):
                let effect = obligation.status == .waived ? "waives it" : "tried to waive it, which a mandate forbids"
                influences.append(source.reason("\(effect): \(waive.reason) (\(waive.authority))"))
            case .compress(let compress): influences.append(source.reason("defers it through '\(compress.id)'"))
            case .expect(let expect):
                let bound = expect.bound.map { ", \($0)" } ?? ""
                reasons.append(source.reason("\(source.change.operation.summary)\(bound)\(Self.words(expect.proof))"))
            case .require(let require):
                reasons.append(source.reason("\(source.change.operation.summary)\(Self.words(require.proof))"))
            default: reasons.append(source.reason)
            }
        }
        let name = "\(phase.id)/\(obligation.id)"
        if let bound = obligation.bound, reasons.count + influences.count > 1 {
            influences.append(.init(by: obligation.attribution.by, text: "together: \(bound)", cites: []))
        }
        return Explanation(
            kind: kind, name: name, title: obligation.statement, reasons: reasons, position: [],
            influences: influences + resolutions(naming: [name]))
    }

    private static func words(_ proof: Proof?) -> String { proof.map { ", shown by: \($0)" } ?? "" }

    private func effect(of limit: Limit, on obligation: ComposedObligation) -> String {
        guard let bound = obligation.bound else { return "limits it to \(limit.interval)" }
        let decides =
            (limit.interval.min != nil && limit.interval.min == bound.interval.min)
            || (limit.interval.max != nil && limit.interval.max == bound.interval.max)
        if decides { return "limits it to \(limit.interval), which is in force" }
        let stands = limit.interval.intersection(bound.interval) == bound.interval
        return stands
            ? "limits it to \(limit.interval); \(bound.interval) is stricter"
            : "limits it to \(limit.interval), which a resolution sets aside"
    }

    private func concerns(
        _ operation: Change.Operation, _ obligation: ComposedObligation, in phase: ComposedPhase
    ) -> Bool {
        func means(_ reference: ObligationReference) -> Bool {
            reference.id == obligation.id && reference.place.map { isAt($0, phase) } ?? true
        }
        return switch operation {
        case .require(let require): require.id == obligation.id && aims(require.target, at: phase)
        case .expect(let expect): expect.id == obligation.id && aims(expect.target, at: phase)
        case .limit(let limit): means(limit.criterion)
        case .waive(let waive): means(waive.obligation)
        case .compress(let compress):
            obligation.deferredTo != nil && compress.deferrals.contains { means($0.obligation) }
        default: false
        }
    }

    func explain(_ loop: ComposedLoop) -> Explanation {
        let sources = contributions.filter { source in
            if case .loopBack(let other) = source.change.operation { other.id == loop.id } else { false }
        }
        return Explanation(
            kind: .loop, name: loop.id.text,
            title: "from '\(loop.from)' back to '\(loop.to)', at most \(loop.limit) times",
            reasons: sources.map(\.reason), position: [], influences: resolutions(naming: [loop.id.text]))
    }

    func explain(_ track: ComposedTrack) -> Explanation {
        let sources = contributions.filter { source in
            if case .track(let other) = source.change.operation { other.id == track.id } else { false }
        }
        let users = sequence.phases.filter { $0.track == track.id }.map { phase in
            Explanation.Reason(by: phase.attribution.by, text: "carries '\(phase.id)'", cites: [])
        }
        return Explanation(
            kind: .track, name: track.id.text, title: track.title, reasons: sources.map(\.reason), position: [],
            influences: users)
    }

    func explain(_ artifact: ComposedArtifact) -> Explanation {
        let sources = contributions.filter { source in
            if case .artifact(let other) = source.change.operation { other.id == artifact.id } else { false }
        }
        var uses: [Explanation.Reason] = []
        for phase in sequence.phases {
            let roles = [
                ("produced by", phase.produces.contains(artifact.id)),
                ("consumed by", phase.consumes.contains(artifact.id)),
                ("needed to enter", phase.entry.contains { $0.needs.contains(artifact.id) }),
                ("needed at the gate of", phase.gate.contains { $0.needs.contains(artifact.id) }),
                ("one way to enter", phase.entry.contains { $0.offers(artifact.id) }),
                ("one way to pass the gate of", phase.gate.contains { $0.offers(artifact.id) }),
            ]
            for (role, applies) in roles where applies {
                uses.append(.init(by: phase.attribution.by, text: "\(role) '\(phase.id)'", cites: []))
            }
        }
        return Explanation(
            kind: .artifact, name: artifact.id.text, title: artifact.title, reasons: sources.map(\.reason),
            position: [], influences: uses)
    }

    /// The integrator's decisions on conflicts about an element.
    private func resolutions(naming names: [String]) -> [Explanation.Reason] {
        sequence.resolutions.filter { resolution in
            names.contains { name in
                resolution.conflict.hasSuffix(":\(name)") || resolution.conflict.contains(":\(name).")
                    || resolution.conflict.contains("<\(name)<") || resolution.conflict.contains(":\(name)<")
            }
        }
        .map { resolution in
            .init(
                by: [resolution.choose],
                text:
                    "stands by resolution of '\(resolution.conflict)': \(resolution.reason) (\(resolution.authority))",
                cites: [])
        }
    }

    private func isAt(_ anchor: Anchor, _ phase: ComposedPhase) -> Bool {
        switch anchor {
        case .phase(let id): id == phase.id || sequence.absorbed[id] == phase.id
        case .point(let point): phase.points.contains(point)
        }
    }

    private func aims(_ target: Target, at phase: ComposedPhase) -> Bool {
        switch target {
        case .at(let anchor): isAt(anchor, phase)
        case .every: true
        case .track(let track):
            phase.track == track || sequence.absorbed.values.contains(phase.id)
        case .producing(let artifact): phase.produces.contains(artifact)
        }
    }
}
