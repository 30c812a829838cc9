/// Adds a criterion to gates: "expect, at the gate of validation, a ROC AUC of at least 0.85".
public struct Expect: Statement, Hashable {
    /// The identifier of the criterion; it means the same statement wherever it stands.
    public let id: ID
    /// What must be met before the gate opens.
    public let statement: String
    /// The phases whose gates ask for it.
    public let target: Target
    /// The artifacts that show that it is met.
    public private(set) var needs: [ID] = []
    /// How evidence shows that it is met, in canonical form; `nil` when the artifacts alone do.
    public private(set) var proof: Proof?
    /// What it asks of a measurement, if it does.
    public private(set) var bound: Bound?
    /// Whether a law or a contract demands it.
    public private(set) var isMandated = false
    /// The later phase at whose gate it comes due instead, if it is deferred.
    public private(set) var deferral: Anchor?

    /// States what must be met before gates open.
    public init(_ id: ID, _ statement: String, atGateOf target: Target) {
        self.id = id
        self.statement = statement
        self.target = target
    }

    /// Names the artifacts that show that the criterion is met.
    public func needing(_ artifacts: ID...) -> Expect { needing(artifacts) }
    /// Names the artifacts that show that the criterion is met.
    public func needing(_ artifacts: [ID]) -> Expect { with { $0.needs = ($0.needs + artifacts).sortedAndUnique } }
    /// Says how evidence shows that the criterion is met; what several proofs say must all hold.
    ///
    /// The criterion needs the artifacts that the proof needs.
    ///
    /// - Precondition: the proof keeps to its limits; one that comes from outside goes through ``Proof/checked()`` first.
    public func proven(by proof: Proof?) -> Expect {
        with {
            $0.proof = Proof.stated($0.proof, proof)
            $0.needs = ($0.needs + ($0.proof?.needs ?? [])).sortedAndUnique
        }
    }
    /// Asks for an artifact with the signature of a role; separately: of someone other than who recorded the artifact.
    public func signed(_ artifact: ID, by role: ID, separately: Bool = false) -> Expect {
        proven(by: .signed(artifact, by: role, separately: separately))
    }
    /// Asks for a measurement within an interval.
    public func measured(_ measure: ID, _ interval: Interval, unit: String? = nil) -> Expect {
        measured(Bound(measure, interval, unit: unit))
    }
    /// Asks for a measurement within a bound.
    public func measured(_ bound: Bound?) -> Expect { with { $0.bound = bound } }
    /// Marks the criterion as demanded by a law or a contract, so that no overlay can waive it.
    public func mandated() -> Expect { with { $0.isMandated = true } }
    /// Lets the criterion come due at the gate of a later phase.
    public func deferred(to anchor: Anchor?) -> Expect { with { $0.deferral = anchor } }

    /// The change that the sentence states.
    public var change: Change { Change(.expect(self)) }
}
