extension Composer {
    /// Puts a criterion or an entry requirement where it aims.
    mutating func place(obligation claim: Int) {
        guard let wording = wording(of: claim) else { return }
        let definition = define(wording, claim)
        let isEntry = definitions[definition].isEntry
        // What is needed to enter an interval is needed at its first phase, what is owed at its gate at its last.
        for phase in phases(at: wording.target, claim, lastNode: !isEntry) {
            if let known = obligation(definition, at: phase) {
                obligations[known].claims.append(claim)
                continue
            }
            definitions[definition].places.append(obligations.count)
            phases[phase].obligations.append(obligations.count)
            obligations.append(ObligationDraft(phase: phase, definition: definition, claim: claim, wording))
        }
    }

    /// Looks an obligation up among those of the phase or its places, whichever are fewer.
    private func obligation(_ definition: Int, at phase: Int) -> Int? {
        let (here, places) = (phases[phase].obligations, definitions[definition].places)
        return here.count <= places.count
            ? here.first { obligations[$0].definition == definition } : places.first { obligations[$0].phase == phase }
    }

    /// The definition of an obligation, to which a party's own words are added.
    private mutating func define(_ wording: Wording, _ claim: Int) -> Int {
        let id = wording.id
        if let known = definitionIndex[id] {
            definitions[known].claims.append(claim)
            if definitions[known].measure == nil {
                definitions[known].measure = wording.bound?.measure
                definitions[known].unit = wording.bound?.unit
            }
            return known
        }
        definitionIndex.set(id, to: definitions.count)
        definitions.append(
            ObligationDefinition(
                id: id, isEntry: wording.isEntry, statement: wording.statement, measure: wording.bound?.measure,
                unit: wording.bound?.unit, claims: ShortList(claim)))
        return definitions.count - 1
    }

    /// Joins the definitions, bounds, statuses and deferrals of all obligations.
    mutating func joinObligations() {
        for index in definitions.indices where definitions[index].claims.count > 1 { settleDefinition(index) }
        for (claim, limit) in contributions.limits {
            for place in obligations(limit.criterion, claim) { obligations[place].limits.append(claim) }
        }
        for (claim, waive) in contributions.waivers {
            for place in obligations(waive.obligation, claim) { obligations[place].waivers.append(claim) }
        }
        for index in obligations.indices {
            // What one party alone says is settled; the draft has it.
            if obligations[index].claims.count > 1 { joinNeeds(index) }
            if obligations[index].claims.count > 1 || !obligations[index].limits.isEmpty { joinBound(index) }
            if obligations[index].claims.count > 1 || !obligations[index].waivers.isEmpty { joinStatus(index) }
            joinDeferral(index)
        }
    }

    /// The places that a reference means; none is reported as missing.
    mutating func obligations(_ reference: ObligationReference, _ claim: Int) -> [Int] {
        var places = definitionIndex[reference.id].map { Array(definitions[$0].places) } ?? []
        if let anchor = reference.place {
            guard let place = place(of: anchor, claim) else { return [] }
            let meant = phases(within: place)
            places = places.filter { meant.contains(obligations[$0].phase) }
        }
        if places.isEmpty { note(reference.description, kind: .obligation, claim) }
        return places
    }

    /// The phases that a place stands for: one, or all of an interval that a compression names.
    private func phases(within place: Place) -> Set<Int> {
        if nodePhase[place.first] == nodePhase[place.last] { return [nodePhase[place.first]] }
        let forward = order.reachable(from: place.first)
        let backward = order.reachable(from: place.last, backwards: true)
        return Set(nodePhase.indices.filter { forward[$0] && backward[$0] }.map { nodePhase[$0] })
    }

    private mutating func settleDefinition(_ index: Int) {
        let element = "obligation:\(definitions[index].id)"
        let uses = definitions[index].claims.compactMap { claim in
            wording(of: claim).map { (claim: claim, value: $0) }
        }
        let statements = uses.map { ($0.claim, $0.value.statement) }
        if let statement = settle("statement", of: element, statements, describe: { "'\($0)'" }) {
            definitions[index].statement = statement
        }
        let kinds = uses.map { ($0.claim, $0.value.isEntry) }
        if let isEntry = settle("kind", of: element, kinds, describe: Self.kind) {
            definitions[index].isEntry = isEntry
        }
        let bounds = uses.compactMap { use in use.value.bound.map { (claim: use.claim, value: $0) } }
        let measures = bounds.map { ($0.claim, [$0.value.measure.text, $0.value.unit ?? ""]) }
        let measure = settle("measure", of: element, measures) { "\($0[0])\($0[1].isEmpty ? "" : " in \($0[1])")" }
        if let measure, let bound = bounds.first(where: { [$0.value.measure.text, $0.value.unit ?? ""] == measure }) {
            definitions[index].measure = bound.value.measure
            definitions[index].unit = bound.value.unit
        }
    }

    /// Settles which artifacts show at one place that an obligation holds, and how.
    private mutating func joinNeeds(_ index: Int) {
        let claims = obligations[index].claims.compactMap { claim in
            wording(of: claim).map { (claim: claim, value: $0) }
        }
        let element = claims.count > 1 ? "obligation:\(name(ofObligation: index))" : ""
        let proofs = claims.map { ($0.claim, $0.value.proof) }
        let proof = settle("proof", of: element, proofs) { $0.map { "'\($0)'" } ?? "nothing" }
        // What a proof needs is no further claim: where proofs differ, that is the one conflict.
        let needs = settle("needs", of: element, claims.map { ($0.claim, $0.value.ownNeeds) }, describe: Self.list)
        obligations[index].proof = proof ?? nil
        obligations[index].needs = ((needs ?? []) + (obligations[index].proof?.needs ?? [])).sortedAndUnique
    }

    /// What one party says about an obligation.
    struct Wording {
        let id: ID
        let target: Target
        let isEntry: Bool
        let statement: String
        let needs: [ID]
        let proof: Proof?
        let bound: Bound?
        let isMandated: Bool
        let deferral: Anchor?

        /// The artifacts that are needed besides those of the proof.
        var ownNeeds: [ID] {
            guard let proof else { return needs }
            let proven = proof.needs
            return needs.filter { !proven.contains($0) }
        }
    }

    func wording(of claim: Int) -> Wording? {
        switch contributions.all[claim].change.operation {
        case .require(let require):
            Wording(
                id: require.id, target: require.target, isEntry: true, statement: require.statement,
                needs: require.needs, proof: require.proof, bound: nil,
                isMandated: require.isMandated, deferral: nil)
        case .expect(let expect):
            Wording(
                id: expect.id, target: expect.target, isEntry: false, statement: expect.statement, needs: expect.needs,
                proof: expect.proof, bound: expect.bound,
                isMandated: expect.isMandated, deferral: expect.deferral)
        default: nil
        }
    }

    private static func list(_ needs: [ID]) -> String {
        needs.isEmpty ? "nothing" : needs.map(\.text).joined(separator: ", ")
    }

    private static func kind(_ isEntry: Bool) -> String { isEntry ? "entry requirement" : "gate criterion" }

    func name(ofObligation index: Int) -> String {
        "\(phases[obligations[index].phase].id)/\(definitions[obligations[index].definition].id)"
    }
}
