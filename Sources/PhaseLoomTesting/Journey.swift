public import PhaseLoom

/// An engagement that is led by the book to a phase, with evidence for all that is asked on the way.
///
/// A test of what works late in an engagement need not act out what comes before:
///
/// ```swift
/// var journey = try Journey(through: sequence, at: time)
/// journey.drafts["command-order"] = EvidenceDraft(artifact: "command-order", digest: digest)
/// try journey.lead(to: "execution")
/// ```
public struct Journey: Sendable {
    /// The engagement as it is now.
    public private(set) var engagement: Engagement
    /// The moment of all that happens.
    public let time: Timestamp
    /// Who acts.
    public let actor: String
    /// What is handed in for an artifact instead of something invented.
    public var drafts: [ID: EvidenceDraft] = [:]
    /// Who signs in a role, `Grace` unless it is said; nobody where it is empty.
    public var signers: [ID: String] = [:]

    /// Starts an engagement.
    ///
    /// - Throws: `Refusal` when verification found an error in the sequence.
    public init(through sequence: ComposedSequence, at time: Timestamp, by actor: String = "Ada") throws(Refusal) {
        let plan = try EngagementPlan(sequence, digest: Digest(of: []), document: Digest(of: []))
        engagement = try Engagement.starting("campus", plan: plan, in: Circumstances(at: time, by: actor)).engagement
        self.time = time
        self.actor = actor
    }

    /// Carries out a command.
    ///
    /// - Parameters:
    ///   - command: the command.
    ///   - person: who gives it; `nil` for the one who acts.
    /// - Throws: `Refusal` when the rules stand against it.
    public mutating func perform(_ command: Command, by person: String? = nil) throws(Refusal) {
        _ = try engagement.perform(command, in: Circumstances(at: time, by: person ?? actor))
    }

    /// Finishes all phases before one, and opens it.
    ///
    /// - Throws: `Refusal` when the way is not open, because of what was put into ``drafts`` and ``signers``, or because
    ///   it takes more than evidence and signatures.
    /// - Complexity: O(*n*²) in the artifacts and obligations of the sequence.
    public mutating func lead(to target: ID) throws(Refusal) {
        let sequence = engagement.plan.sequence
        let produced = Set(sequence.phases.flatMap(\.produces))
        for artifact in sequence.artifacts.map(\.id) where !produced.contains(artifact) {
            // Some artifacts are only mentioned: nobody hands them in.
            do throws(Refusal) { try handIn(artifact) } catch  where error.code == .unknown { continue }
        }
        for phase in sequence.phases {
            try perform(.open(phase: phase.id))
            if phase.id == target { return }
            for artifact in phase.produces { try handIn(artifact) }
            for activity in phase.activities { try perform(.perform(phase: phase.id, activity: activity.id)) }
            try perform(.gate(phase: phase.id))
        }
    }

    /// Hands an artifact in with all that is asked of it anywhere, and signed in all roles that are asked for.
    ///
    /// - Throws: `Refusal` when it cannot be handed in, or not be signed.
    public mutating func handIn(_ artifact: ID) throws(Refusal) {
        let obligations = engagement.plan.sequence.phases.flatMap { $0.entry + $0.gate }
            .filter { $0.needs.contains(artifact) }
        let proofs = obligations.compactMap(\.proof)
        var draft = drafts[artifact] ?? EvidenceDraft(artifact: artifact, digest: Digest(of: Array(artifact.text.utf8)))
        for bound in obligations.compactMap(\.bound) + proofs.flatMap(\.bounds)
        where !draft.measurements.contains(where: { $0.name == bound.measure }) {
            let value = bound.interval.min ?? bound.interval.max
            draft.measurements.append(Measurement(bound.measure, value, unit: bound.unit))
        }
        try perform(.record(draft))
        for role in Set(proofs.flatMap { $0.roles(of: artifact) }).sorted() {
            let signer = signers[role, default: "Grace"]
            if !signer.isEmpty { try perform(.sign(artifact: artifact, role: role), by: signer) }
        }
    }
}

extension Proof {
    /// Every bound that it mentions.
    fileprivate var bounds: [Bound] {
        switch self {
        case .measured(let bound, _): [bound]
        case .all(let parts), .any(let parts): parts.flatMap(\.bounds)
        case .present, .signed: []
        }
    }

    /// The roles that it asks to sign an artifact.
    fileprivate func roles(of artifact: ID) -> [ID] {
        switch self {
        case .signed(artifact, let role, _): [role]
        case .all(let parts), .any(let parts): parts.flatMap { $0.roles(of: artifact) }
        case .present, .signed, .measured: []
        }
    }
}
