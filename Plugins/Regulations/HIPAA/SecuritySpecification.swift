import PhaseLoom

/// One implementation specification of the Security Rule, or a standard that has none and is required itself.
struct SecuritySpecification {
    /// Whether the rule leaves room for another measure.
    enum Kind {
        /// The specification is implemented, whatever the circumstances.
        case required
        /// It is implemented, or what is done instead is documented with its reasons.
        case addressable
        /// The standard has no specification: it is required itself.
        case standard
    }

    let name: String
    let kind: Kind
    /// The section of 45 CFR part 164 without the part's number, such as `308(a)(1)(ii)(A)`.
    let section: String
    let statement: String
    /// The title of the record that shows it.
    let record: String
    /// Where the record is made and the specification is decided.
    let place: Target

    init(
        _ name: String, _ kind: Kind, _ section: String, _ statement: String, record: String, at place: Target
    ) {
        self.name = name
        self.kind = kind
        self.section = section
        self.statement = statement
        self.record = record
        self.place = place
    }
}

extension SecuritySpecification {
    /// The record that shows it.
    var artifact: ID { "hipaa-\(name)" }

    /// The obligation that stands for it.
    var obligation: ID { kind == .addressable ? "hipaa-\(name)-addressed" : "hipaa-\(name)-in-place" }

    /// The section by which it is cited.
    var citation: String { "45 CFR 164.\(section)" }

    /// What the sequence is asked for: the record, and the criterion that nobody can waive.
    ///
    /// An addressable specification is mandated as the choice that it is: measures in place, or the security official's
    /// signature under the alternative that the record gives reasons for.
    @OverlayBuilder var changes: OverlayBody {
        Artifact(artifact, record)
        Produce(artifact, in: place)
        Expect(obligation, statement, atGateOf: place).needing(artifact).proven(by: proof).mandated()
            .citing([citation] + (kind == .addressable ? ["45 CFR 164.306(d)(3)"] : []))
    }

    private var proof: Proof? {
        guard kind == .addressable else { return nil }
        return .any([
            .measured(Bound("measures-in-place", .atLeast(1)), of: artifact),
            .signed(artifact, by: "security-official", separately: true),
        ])
    }
}
