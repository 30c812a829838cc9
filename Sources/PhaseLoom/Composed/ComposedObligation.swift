/// A criterion at a gate, or a requirement for entry, in a composed sequence.
public struct ComposedObligation: Hashable, Sendable {
    /// The identifier, unique in its phase.
    public let id: ID
    /// What must hold.
    public let statement: String
    /// The artifacts that show that it holds, in order of identifiers.
    public let needs: [ID]
    /// How evidence shows it, in canonical form; `nil` when the artifacts and the bound say everything.
    public let proof: Proof?
    /// What it asks of a measurement, if it does.
    public let bound: Bound?
    /// How binding it is.
    public let status: Status
    /// The phase whose gate it blocks instead of this one.
    public let deferredTo: ID?
    /// When it has to be met at all; not always only where it came from a conditional phase.
    public let condition: Condition
    /// Who waived it, and why; empty unless the status is waived.
    public let waivers: [Waiver]
    /// Who put it here.
    public let attribution: Attribution

    /// Makes an obligation of its parts.
    package init(
        id: ID, statement: String, needs: [ID], proof: Proof? = nil, bound: Bound?, status: Status, deferredTo: ID?,
        condition: Condition, waivers: [Waiver], attribution: Attribution
    ) {
        self.id = id
        self.statement = statement
        self.needs = needs
        self.proof = proof
        self.bound = bound
        self.status = status
        self.deferredTo = deferredTo
        self.condition = condition
        self.waivers = waivers
        self.attribution = attribution
    }

    /// Whether an artifact is one of several that can show that it holds.
    func offers(_ artifact: ID) -> Bool {
        guard let proof, !needs.contains(artifact) else { return false }
        return proof.artifacts.contains(artifact)
    }

    /// A decision that an obligation need not be met.
    public struct Waiver: Hashable, Sendable {
        /// The overlay that waives.
        public let by: ID
        /// Why the obligation need not be met.
        public let reason: String
        /// Who decides so.
        public let authority: String

        /// Records a waiver.
        package init(by: ID, reason: String, authority: String) {
            self.by = by
            self.reason = reason
            self.authority = authority
        }
    }
}
