extension Verifier {
    /// Checks that loops lead back and are decided where they begin.
    mutating func checkLoops(_ misplaced: [ID: [ID]]) {
        for loop in sequence.loops {
            guard let from = index[loop.from], let to = index[loop.to] else { continue }
            if from != to, !isBefore(to, from) {
                report(
                    .loopForward,
                    "loop '\(loop.id)' leads from '\(loop.from)' to '\(loop.to)', which does not come before",
                    subjects: [loop.id.text, loop.from.text, loop.to.text], overlays: loop.attribution.by,
                    hint: "order '\(loop.to)' before '\(loop.from)', or loop back to an earlier phase")
            }
            let gate = phases[from].gate
            for criterion in loop.criteria { check(criterion, of: loop, gate, misplaced[loop.id] ?? []) }
        }
    }

    private mutating func check(
        _ criterion: ID, of loop: ComposedLoop, _ gate: [ComposedObligation], _ misplaced: [ID]
    ) {
        let decided = gate.first { $0.id == criterion }
        guard let decided, decided.deferredTo == nil, !misplaced.contains(criterion) else {
            report(
                .loopUndecided,
                "loop '\(loop.id)' waits for '\(criterion)', which the gate of '\(loop.from)' does not decide",
                subjects: [loop.id.text, criterion.text, loop.from.text], overlays: loop.attribution.by,
                hint: "put the criterion at the gate of '\(loop.from)', or loop from the phase that decides it")
            return
        }
        if decided.status == .waived {
            report(
                .loopWaived, .warning, "loop '\(loop.id)' depends on '\(criterion)', which is waived",
                subjects: [loop.id.text, criterion.text, loop.from.text],
                overlays: loop.attribution.by + decided.waivers.map(\.by),
                hint: "drop the waiver, or expect that the loop is never taken for it")
        }
    }

    /// Checks the rules of the framework: points, acceptance criteria, mandates, deferrals, floating phases.
    mutating func checkRules() {
        checkPoints()
        checkAcceptance()
        for place in phases.indices {
            checkStanding(of: phases[place].entry, at: place)
            checkStanding(of: phases[place].gate, at: place)
        }
        let starts = phases.indices.filter { phases[$0].after.isEmpty }
        guard starts.count > 1 else { return }
        let followed = Set(phases.flatMap(\.after))
        for place in starts where !followed.contains(phases[place].id) {
            let phase = phases[place]
            report(
                .phaseFloating, .note, "'\(phase.id)' may run at any time before the engagement ends",
                subjects: [phase.id.text], overlays: phase.attribution.by,
                hint: "put it after or before another phase if that is not meant")
        }
    }

    private mutating func checkPoints() {
        for point in ExtensionPoint.allCases where holders[point].count != 1 {
            let holders = holders[point].map { phases[$0] }
            let names = holders.map(\.id).sorted()
            report(
                holders.isEmpty ? .pointUnheld : .pointContested,
                holders.isEmpty
                    ? "no phase holds \(point)"
                    : "\(names.map { "'\($0)'" }.joined(separator: ", ")) all hold \(point)",
                subjects: [point.description] + names.map(\.text),
                overlays: holders.isEmpty ? [.base] : holders.flatMap(\.attribution.by),
                hint: holders.isEmpty ? "let a phase hold it" : "let one phase hold it")
        }
    }

    private mutating func checkAcceptance() {
        let criteria: ID = "acceptance-criteria"
        guard let execution = holder(of: .execution), !isBrought(criteria) else { return }
        let late = producers(of: criteria)
        let isKnown = late.contains {
            isBefore($0, execution) && phases[$0].condition(ofProducing: criteria).isAlways
        }
        if isKnown { return }
        report(
            .acceptanceLate, "'\(phases[execution].id)' may open before acceptance criteria exist",
            subjects: [phases[execution].id.text, criteria.text] + late.map { phases[$0].id.text },
            overlays: (Array(late) + [execution]).flatMap { phases[$0].attribution.by },
            hint: "let a phase that always runs produce '\(criteria)' before execution")
    }

    private mutating func checkStanding(of obligations: [ComposedObligation], at place: Int) {
        for index in obligations.indices
        where obligations[index].status == .mandated || obligations[index].deferredTo != nil {
            checkStanding(obligations[index], at: place)
        }
    }

    private mutating func checkStanding(_ obligation: ComposedObligation, at place: Int) {
        if let due = obligation.deferredTo.flatMap({ index[$0] }) {
            checkDeferral(of: obligation, from: place, to: due)
        }
        guard obligation.status == .mandated else { return }
        let phase = phases[place]
        let subjects = ["\(phase.id)/\(obligation.id)"]
        if !phase.condition.and(obligation.condition).isAlways {
            report(
                .mandateConditional, .warning, "mandated '\(obligation.id)' is skipped when '\(phase.id)' is",
                subjects: subjects, overlays: obligation.attribution.by + phase.attribution.by,
                hint: "put the mandate at a phase that always runs")
        }
        guard let execution = holder(of: .execution), execution != place else { return }
        if isBefore(place, execution), let due = obligation.deferredTo.flatMap({ index[$0] }), !isBefore(due, execution)
        {
            report(
                .mandateLate, "mandated '\(obligation.id)' is deferred to '\(phases[due].id)', after execution opens",
                subjects: subjects + [phases[due].id.text], overlays: obligation.attribution.by,
                hint: "let it come due before '\(phases[execution].id)'")
        } else if !isBefore(place, execution), !isBefore(execution, place) {
            report(
                .mandateLate, .warning, "mandated '\(obligation.id)' may be met only after execution opens",
                subjects: subjects, overlays: obligation.attribution.by + phase.attribution.by,
                hint: "order '\(phase.id)' before or after '\(phases[execution].id)'")
        }
    }

    private mutating func checkDeferral(of obligation: ComposedObligation, from place: Int, to due: Int) {
        let closeout = holder(of: .closeout)
        let isInTime = closeout.map { due == $0 || isBefore(due, $0) } ?? true
        if isBefore(place, due), isInTime { return }
        let (phase, later) = (phases[place].id, phases[due].id)
        report(
            .deferralLate,
            isInTime
                ? "'\(obligation.id)' of '\(phase)' is deferred to '\(later)', which does not come after it"
                : "'\(obligation.id)' of '\(phase)' is deferred to '\(later)', which may come after closeout",
            subjects: ["\(phase)/\(obligation.id)", later.text], overlays: obligation.attribution.by,
            hint: closeout == place
                ? "let it come due at once" : "defer it to a phase after '\(phase)' and no later than closeout")
    }

    /// Notes artifacts and tracks that are used and nobody declares: probably a slip of the pen.
    mutating func checkDeclarations(_ composition: CompositionRemarks) {
        if composition.undeclaredArtifacts.isEmpty, composition.undeclaredTracks.isEmpty { return }
        for artifact in sequence.artifacts where composition.undeclaredArtifacts.contains(artifact.id) {
            let declared = sequence.artifacts.map(\.id).filter { !composition.undeclaredArtifacts.contains($0) }
            report(
                .artifactUndeclared, .note, "artifact '\(artifact.id)' is used but nobody declares it",
                subjects: [artifact.id.text], overlays: artifact.attribution.by,
                hint: Suggestion.nearest(to: artifact.id.text, among: declared.map(\.text))
                    .map { "did you mean '\($0)'?" } ?? "declare it with a title")
        }
        for track in sequence.tracks where composition.undeclaredTracks.contains(track.id) {
            let declared = sequence.tracks.map(\.id).filter { !composition.undeclaredTracks.contains($0) }
            report(
                .trackUndeclared, .note, "track '\(track.id)' is used but nobody declares it",
                subjects: [track.id.text], overlays: track.attribution.by,
                hint: Suggestion.nearest(to: track.id.text, among: declared.map(\.text))
                    .map { "did you mean '\($0)'?" } ?? "declare it with a title")
        }
    }
}
