/// A criterion or entry requirement that code decides instead of its needs, bound and proof.
///
/// An overlay brings criteria for obligations that it states. An engagement pins which obligations code decides when it
/// starts; without that code they are undefined, never met.
public protocol Criterion: Sendable {
    /// The obligation that it decides, wherever it stands.
    var obligation: ID { get }

    /// Decides on the evidence at hand.
    ///
    /// A pure function: equal evidence gives an equal judgement.
    func judge(_ view: EvidenceView) -> Judgement
}

/// What a criterion sees of an engagement.
public struct EvidenceView: Sendable {
    /// The phase at which the obligation stands.
    public let phase: ComposedPhase
    /// The obligation to decide.
    public let obligation: ComposedObligation
    /// The moment of the decision.
    public let time: Timestamp
    /// The evidence in force: neither stale nor outside its validity, in the order in which it was recorded.
    public let evidence: [Evidence]

    /// The evidence of one artifact, the latest last.
    public func evidence(of artifact: ID) -> [Evidence] { evidence.filter { $0.draft.artifact == artifact } }

    /// What the needs, the bound and the proof of the obligation say by themselves.
    public let declared: Judgement
}
