// The one way to write a proof, and how large one may be.

extension Proof {
    /// The levels that a proof from outside may have.
    public static let depthLimit = 16
    /// The parts that a proof from outside may have: artifacts, signatures, measurements and the lists of them.
    public static let partLimit = 256

    /// The same proof with lists inside lists of their kind taken in, repetitions left out and parts in a stable order.
    ///
    /// Two proofs that differ in nothing else have the same canonical form. A list of one part is that part.
    ///
    /// - Complexity: O(*n* log *n*) in the number of parts, at each level.
    public var canonical: Proof {
        switch self {
        case .present, .signed, .measured: return self
        case .all(let parts):
            return Self.canonical(parts, Proof.all) { if case .all(let inner) = $0 { inner } else { nil } }
        case .any(let parts):
            return Self.canonical(parts, Proof.any) { if case .any(let inner) = $0 { inner } else { nil } }
        }
    }

    private static func canonical(
        _ parts: [Proof], _ make: ([Proof]) -> Proof, members: (Proof) -> [Proof]?
    ) -> Proof {
        let flat = parts.map(\.canonical).flatMap { members($0) ?? [$0] }
        let sorted = flat.map { (key: $0.key, proof: $0) }.sorted { $0.key.lexicographicallyPrecedes($1.key) }
        var unique: [Proof] = []
        for part in sorted where unique.last != part.proof { unique.append(part.proof) }
        return unique.count == 1 ? unique[0] : make(unique)
    }

    /// The proof as words of which no two proofs have the same: a rank, then the fields; lists end with a word.
    private var key: [String] {
        switch self {
        case .present(let artifact): ["1", artifact.text]
        case .signed(let artifact, let role, let separately):
            ["2", artifact.text, role.text, separately ? "separately" : ""]
        case .measured(let bound, let artifact):
            [
                "3", bound.measure.text, artifact?.text ?? "", bound.interval.min?.canonicalText ?? "",
                bound.interval.max?.canonicalText ?? "", bound.unit.map { "in \($0)" } ?? "",
            ]
        case .all(let parts): ["4"] + parts.flatMap(\.key) + [""]
        case .any(let parts): ["5"] + parts.flatMap(\.key) + [""]
        }
    }

    /// The canonical form of a proof that comes from outside.
    ///
    /// - Throws: ``InvalidValue`` when a list is empty, or there are more than ``depthLimit`` levels or ``partLimit``
    ///   parts.
    /// - Complexity: O(*n* log *n*) in the number of parts, at each level.
    public func checked() throws(InvalidValue) -> Proof {
        var count = 0
        try check(level: 1, &count)
        return canonical
    }

    private func check(level: Int, _ count: inout Int) throws(InvalidValue) {
        count += 1
        guard level <= Self.depthLimit else {
            throw InvalidValue("the proof has more than \(Self.depthLimit) levels", hint: "use fewer levels")
        }
        guard count <= Self.partLimit else {
            throw InvalidValue("the proof has more than \(Self.partLimit) parts", hint: "state several obligations")
        }
        guard let members else { return }
        guard !members.isEmpty else {
            throw InvalidValue("the proof has a list without parts", hint: "name at least one")
        }
        for part in members { try part.check(level: level + 1, &count) }
    }

    /// What a statement says by its proofs together.
    ///
    /// - Precondition: the result keeps to the limits.
    static func stated(_ one: Proof?, _ other: Proof?) -> Proof? {
        do {
            return try joined(one, other)?.checked()
        } catch {
            preconditionFailure(error.description)
        }
    }
}
