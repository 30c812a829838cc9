/// A phase while it is being composed.
struct PhaseDraft {
    let id: ID
    var title: String
    var track: ID
    /// The insertions of the phase.
    var claims: ShortList
    var condition: Condition
    var points: [ExtensionPoint] = []
    var consumes: [ID] = []
    var produces: [ID] = []
    var activities: [ActivityDraft] = []
    /// The obligations at the phase, by their place in the composer's list.
    var obligations: [Int] = []
}

/// An activity while it is being composed.
struct ActivityDraft {
    let id: ID
    var title: String
    var claims: ShortList
    var condition: Condition
    /// The activities of the same phase that come first, and who says so.
    var after: [(activity: ID, claim: Int)]
}

/// What an obligation means wherever it stands.
struct ObligationDefinition {
    let id: ID
    var isEntry: Bool
    var statement: String
    var measure: ID?
    var unit: String?
    var claims: ShortList
    /// The places where the obligation stands, as indices of drafts.
    var places: ShortList = []
}

/// An obligation at one phase while it is being composed.
struct ObligationDraft {
    let phase: Int
    let definition: Int
    /// The insertions of the obligation here.
    var claims: ShortList
    var limits: [Int] = []
    var waivers: [Int] = []
    /// The artifacts that show here that it holds.
    var needs: [ID] = []
    /// How evidence shows it, if the artifacts alone do not.
    var proof: Proof?
    var interval: Interval = .unbounded
    var status: Status = .plain
    /// The phase whose gate it blocks instead, and who says so.
    var deferral: (phase: Int, claim: Int)?
    /// Whether a party defers it where it inserts it.
    var isDeferred: Bool

    init(phase: Int, definition: Int, claim: Int, _ wording: Composer.Wording) {
        self.phase = phase
        self.definition = definition
        claims = ShortList(claim)
        needs = wording.needs
        proof = wording.proof
        interval = wording.bound?.interval ?? .unbounded
        status = wording.isMandated ? .mandated : .plain
        isDeferred = wording.deferral != nil
    }
}

/// A demand that one node comes before another, while the order is being composed.
struct Edge {
    let first: Int
    let then: Int
    /// The changes that demand it; none for the inner order of a phase that holds several points.
    var claims: ShortList
    /// The edges after it in the chains of those that leave and that reach the same node.
    var nextOutgoing: Int?
    var nextIncoming: Int?
}

/// A compression whose ends are known.
struct CompressionDraft {
    let claim: Int
    let change: Compress
    let from: Int
    let through: Int
}
