/// What an obligation waits for: an artifact, or one of several, before a phase opens or before its gate does.
struct Need {
    let phase: Int
    let isEntry: Bool
    /// The artifacts of which any is enough; hardly ever more than one.
    let artifacts: [ID]
    /// When the obligation has to be met at all.
    let condition: Condition
    /// The phases that produce any of the artifacts.
    let producers: [Int]
    /// The phase that has the obligation, and the obligation's place among those to enter or at the gate.
    let owner: Int
    let place: Int
    let isOfEntry: Bool
}

extension Verifier {
    /// Decides whether every obligation can be met.
    ///
    /// An artifact can be handed in as soon as a phase that produces it is open. Forward chaining over the openings and
    /// gates of all phases, in which a need counts on producers that run whenever the need arises, either reaches the end
    /// (then every run does) or stops; then the choices of triggers are tried, the fewest first, for a run that stops.
    ///
    /// - Complexity: O(*n* + *e*) for phases with their needs and precedences; with conditional producers that the first
    ///   pass cannot count on, times the choices of the triggers concerned.
    mutating func checkNeeds() {
        if areAllNeedsMetInTime { return }
        let needs = collectNeeds().filter { need in !isUnsupplied(need) }
        guard !needs.isEmpty else { return }
        let certain = Chaining(phases, index, needs) { need, producer in
            need.condition.implies(condition(of: need, suppliedBy: producer))
        }
        if certain.isComplete { return }
        let contested = needs.indices.filter { !certain.isMet[$0] }.map { needs[$0] }
        let rest = needs.indices.filter { certain.isMet[$0] }.map { needs[$0] }
        let conditions = contested.flatMap { need in
            [need.condition] + need.producers.map { condition(of: need, suppliedBy: $0) }
        }
        let triggers = Set(conditions.flatMap(\.triggers).map(\.id)).sorted()
        guard triggers.count <= 12 else {
            reportUndecided(contested, triggers)
            return
        }
        for choice in Self.subsets(of: triggers) {
            let active = contested.filter { $0.condition.holds(with: choice) }
            let run = Chaining(phases, index, rest + active) { need, producer in
                let condition = condition(of: need, suppliedBy: producer)
                return need.condition.implies(condition) || condition.holds(with: choice)
            }
            if !run.isComplete {
                reportBlocked(run, choice)
                return
            }
        }
    }

    /// Whether the artifacts that obligations need always come from phases before them, which leaves nothing to decide.
    private var areAllNeedsMetInTime: Bool {
        for place in phases.indices {
            for index in phases[place].entry.indices where !isMetInTime(entry: index, of: place) { return false }
            for index in phases[place].gate.indices where !isMetInTime(criterion: index, of: place) { return false }
        }
        return true
    }

    // Obligations are large: their parts are looked at in place, not copied.

    private func isMetInTime(entry index: Int, of place: Int) -> Bool {
        phases[place].entry[index].status == .waived
            || phases[place].entry[index].needs.allSatisfy { isInTime($0, at: place, orItself: false) }
                && phases[place].entry[index].proof?.isShown { isInTime($0, at: place, orItself: false) } != false
    }

    private func isMetInTime(criterion index: Int, of place: Int) -> Bool {
        if phases[place].gate[index].status == .waived { return true }
        let due = phases[place].gate[index].deferredTo.flatMap { self.index[$0] } ?? place
        return phases[place].gate[index].needs.allSatisfy { isInTime($0, at: due, orItself: true) }
            && phases[place].gate[index].proof?.isShown { isInTime($0, at: due, orItself: true) } != false
    }

    /// Whether an artifact always comes from a phase before another one, or from that one itself if that is in time.
    private func isInTime(_ artifact: ID, at place: Int, orItself: Bool) -> Bool {
        guard let supply = supplies[artifact] else { return false }
        return supply.isEntry || supply.steady.contains { $0 == place ? orItself : isBefore($0, place) }
    }

    private mutating func collectNeeds() -> [Need] {
        var needs: [Need] = []
        for owner in phases.indices {
            collectNeeds(of: phases[owner].entry, isEntry: true, owner, &needs)
            collectNeeds(of: phases[owner].gate, isEntry: false, owner, &needs)
        }
        return needs
    }

    private mutating func collectNeeds(
        of obligations: [ComposedObligation], isEntry: Bool, _ owner: Int, _ needs: inout [Need]
    ) {
        for place in obligations.indices where obligations[place].status != .waived {
            guard let choices = obligations[place].choices else {
                let isMet = isEntry ? isMetInTime(entry: place, of: owner) : isMetInTime(criterion: place, of: owner)
                if !isMet {
                    reportUndecided(obligations[place], owner)
                }
                continue
            }
            for artifacts in choices where !artifacts.contains(where: isBrought) {
                needs.append(
                    Need(
                        phase: obligations[place].deferredTo.flatMap { index[$0] } ?? owner, isEntry: isEntry,
                        artifacts: artifacts,
                        condition: phases[owner].condition.and(obligations[place].condition),
                        producers: Array(Set(artifacts.flatMap { Array(producers(of: $0)) })).sorted(), owner: owner,
                        place: place, isOfEntry: isEntry))
            }
        }
    }

    private func obligation(of need: Need) -> ComposedObligation {
        need.isOfEntry ? phases[need.owner].entry[need.place] : phases[need.owner].gate[need.place]
    }

    /// Reports a need that nobody supplies, or only phases that may be skipped.
    private mutating func isUnsupplied(_ need: Need) -> Bool {
        if need.producers.contains(where: { condition(of: need, suppliedBy: $0).isAlways }) { return false }
        let obligation = obligation(of: need)
        let (phase, due) = (phases[need.owner].id, phases[need.phase].id)
        let name = "'\(obligation.id)' of '\(phase)'" + (due == phase ? "" : ", due at '\(due)',")
        let subjects = ["\(phase)/\(obligation.id)"] + need.artifacts.map(\.text) + (due == phase ? [] : [due.text])
        if need.producers.isEmpty {
            report(
                .needUnproduced,
                "\(name) needs \(need.words), which no phase produces",
                subjects: subjects, overlays: obligation.attribution.by,
                hint: "let a phase produce it, or declare it as brought to the engagement")
            return true
        }
        let conditions = need.producers.map { condition(of: need, suppliedBy: $0) }
        guard let gap = need.condition.uncovered(by: conditions) else { return false }
        let when = gap.isEmpty ? "no trigger holds" : "only \(gap.map { "'\($0)'" }.joined(separator: ", ")) holds"
        report(
            .needConditional,
            "\(name) needs \(need.words), which nobody produces when \(when)",
            subjects: subjects + need.producers.map { phases[$0].id.text },
            overlays: obligation.attribution.by + need.producers.flatMap { phases[$0].attribution.by },
            hint: "let a phase that always runs produce it")
        return true
    }

    private mutating func reportUndecided(_ needs: [Need], _ triggers: [ID]) {
        report(
            .needUndecided,
            "\(triggers.count) triggers decide whether \(needs.count) needs are met, too many to try",
            subjects: needs.map { "\(phases[$0.owner].id)/\(obligation(of: $0).id)" }.sortedAndUnique,
            overlays: needs.flatMap { obligation(of: $0).attribution.by },
            hint: "let phases that always run produce what the obligations need")
    }

    private mutating func reportBlocked(_ run: Chaining, _ choice: Set<ID>) {
        for cycle in run.shortestCycles(phases) {
            var steps: [String] = []
            var overlays: [ID] = []
            for link in cycle {
                switch link {
                case .need(let need, let producer):
                    let verb = need.isEntry ? "cannot open" : "cannot pass its gate"
                    let source =
                        producer == need.phase ? "it produces only once open" : "'\(phases[producer].id)' produces"
                    steps.append(
                        "'\(phases[need.phase].id)' \(verb) without \(need.words) (\(obligation(of: need).id)), "
                            + "which \(source)")
                    overlays += obligation(of: need).attribution.by + phases[producer].attribution.by
                case .precedence(let later, let earlier):
                    steps.append("'\(phases[later].id)' waits for '\(phases[earlier].id)'")
                    overlays += blame(earlier, later)
                }
            }
            let triggers = choice.sorted().map { "'\($0)'" }.joined(separator: ", ")
            let condition = choice.isEmpty ? "" : "when \(triggers) holds, "
            report(
                .needBlocked, condition + steps.joined(separator: "; "),
                subjects: cycle.flatMap { link in link.subjects(phases) }.withoutRepetition, overlays: overlays,
                hint: "let an earlier phase produce what is needed, or move the obligation to a later phase")
        }
    }

    private func blame(_ earlier: Int, _ later: Int) -> [ID] {
        let demand = sequence.precedences.first { $0.first == phases[earlier].id && $0.then == phases[later].id }
        return demand?.attribution.by ?? phases[later].attribution.by
    }

    /// All subsets, the smaller first.
    private static func subsets(of triggers: [ID]) -> [Set<ID>] {
        (0..<(1 << triggers.count)).sorted { ($0.nonzeroBitCount, $0) < ($1.nonzeroBitCount, $1) }.map { mask in
            Set(triggers.indices.filter { mask & (1 << $0) != 0 }.map { triggers[$0] })
        }
    }
}
