/// Adds an entry requirement: "require a finished bandwidth assessment to enter scoping".
public struct Require: Statement, Hashable {
    /// The identifier of the requirement; it means the same statement wherever it stands.
    public let id: ID
    /// What must hold before the phase may open.
    public let statement: String
    /// The phases that may not open before it holds.
    public let target: Target
    /// The artifacts that show that it holds.
    public private(set) var needs: [ID] = []
    /// How evidence shows that it holds, in canonical form; `nil` when the artifacts alone do.
    public private(set) var proof: Proof?
    /// Whether a law or a contract demands it.
    public private(set) var isMandated = false

    /// States what must hold before phases may open.
    public init(_ id: ID, _ statement: String, toEnter target: Target) {
        self.id = id
        self.statement = statement
        self.target = target
    }

    /// Names the artifacts that show that the requirement holds.
    public func needing(_ artifacts: ID...) -> Require { needing(artifacts) }
    /// Names the artifacts that show that the requirement holds.
    public func needing(_ artifacts: [ID]) -> Require { with { $0.needs = ($0.needs + artifacts).sortedAndUnique } }
    /// Says how evidence shows that the requirement holds; what several proofs say must all hold.
    ///
    /// The requirement needs the artifacts that the proof needs.
    ///
    /// - Precondition: the proof keeps to its limits; one that comes from outside goes through ``Proof/checked()`` first.
    public func proven(by proof: Proof?) -> Require {
        with {
            $0.proof = Proof.stated($0.proof, proof)
            $0.needs = ($0.needs + ($0.proof?.needs ?? [])).sortedAndUnique
        }
    }
    /// Asks for an artifact with the signature of a role; separately: of someone other than who recorded the artifact.
    public func signed(_ artifact: ID, by role: ID, separately: Bool = false) -> Require {
        proven(by: .signed(artifact, by: role, separately: separately))
    }
    /// Marks the requirement as demanded by a law or a contract, so that no overlay can waive it.
    public func mandated() -> Require { with { $0.isMandated = true } }

    /// The change that the sentence states.
    public var change: Change { Change(.require(self)) }
}
