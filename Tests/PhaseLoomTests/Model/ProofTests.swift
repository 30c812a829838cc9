import PhaseLoom
import PhaseLoomTesting
import Testing

@Suite struct ProofTests {
    private static let accuracy = Bound("roc_auc", .atLeast(0.85))

    @Test(arguments: [
        (Proof.present("a"), ["a"]), (.signed("a", by: "client", separately: true), ["a"]),
        (.measured(accuracy, of: nil), []), (.measured(accuracy, of: "a"), ["a"]),
        (.all([.present("b"), .present("a"), .signed("b", by: "client", separately: false)]), ["a", "b"]),
        (.any([.present("a"), .present("b")]), []),
        (.any([.all([.present("a"), .present("b")]), .all([.present("c"), .present("b")])]), ["b"]),
        (.all([.present("a"), .any([.present("b"), .signed("b", by: "client", separately: false)])]), ["a", "b"]),
        (.all([]), []), (.any([]), []),
    ])
    func `needs what every way to show it needs`(proof: Proof, needs: [ID]) {
        #expect(proof.needs == needs)
    }

    @Test(arguments: [
        (Proof.present("plan"), "plan handed in"),
        (.signed("sheet", by: "client", separately: false), "sheet signed by client"),
        (.signed("sheet", by: "client", separately: true), "sheet signed by client, someone other than its recorder"),
        (.measured(accuracy, of: nil), "roc_auc at least 0.85"),
        (.measured(Bound("kept", .within(30...90), unit: "d"), of: "log"), "kept from 30 to 90 d in log"),
        (
            .all([.present("plan"), .any([.present("a"), .signed("b", by: "client", separately: false)])]),
            "plan handed in and (a handed in or b signed by client)"
        ),
        (.any([.all([.present("a"), .present("b")]), .present("c")]), "(a handed in and b handed in) or c handed in"),
    ])
    func `reads as words`(proof: Proof, words: String) {
        #expect(proof.description == words)
    }

    @Test(arguments: [
        (Proof.all([.present("a")]), Proof.present("a")),
        (.any([.all([.present("a")])]), .present("a")),
        (.all([.present("b"), .present("a"), .present("b")]), .all([.present("a"), .present("b")])),
        (
            .all([.all([.present("c")]), .all([.present("a"), .all([.present("b")])])]),
            .all([.present("a"), .present("b"), .present("c")])
        ),
        (
            .any([.any([.present("b"), .present("a")]), .all([.present("d"), .present("c")])]),
            .any([.present("a"), .present("b"), .all([.present("c"), .present("d")])])
        ),
        (.any([.all([.present("a"), .present("a")]), .present("a")]), .present("a")),
    ])
    func `has one canonical form`(proof: Proof, canonical: Proof) {
        #expect(proof.canonical == canonical)
    }

    @Test func `keeps apart what differs in one field`() {
        let parts: [Proof] = [
            .present("a"), .signed("a", by: "b", separately: false), .signed("a", by: "b", separately: true),
            .signed("a", by: "c", separately: false), .measured(Bound("m", .atLeast(1)), of: nil),
            .measured(Bound("m", .atLeast(1)), of: "a"), .measured(Bound("m", .atMost(1)), of: nil),
            .measured(Bound("m", .atLeast(1), unit: ""), of: nil),
            .measured(Bound("m", .atLeast(1), unit: "d"), of: nil),
        ]
        guard case .all(let kept) = Proof.all(parts.reversed() + parts).canonical else {
            Issue.record("a list of several parts stays a list")
            return
        }
        #expect(Set(kept) == Set(parts) && kept.count == parts.count)
    }

    @Test(arguments: 0..<8 as Range<UInt64>)
    func `the canonical form means the same, however it is written`(seed: UInt64) {
        var random = RandomProof(seed: seed)
        for _ in 0..<200 {
            let proof = random.proof()
            let canonical = proof.canonical
            #expect(canonical.canonical == canonical)
            #expect(random.rewritten(proof).canonical == canonical)
            #expect(canonical.needs == proof.needs && canonical.artifacts == proof.artifacts)
            for world in 0..<(1 << 6) { #expect(canonical.holds(in: world) == proof.holds(in: world)) }
        }
    }

    /// An artifact is needed exactly when the proof fails although everything else is there.
    @Test(arguments: 0..<8 as Range<UInt64>)
    func `needs just what cannot be missing`(seed: UInt64) {
        var random = RandomProof(seed: seed)
        for _ in 0..<200 {
            let proof = random.proof()
            let missing = (0..<6).filter { !proof.holds(in: 0b111111 & ~(1 << $0)) }
            #expect(proof.needs == missing.map(RandomProof.artifact), "\(proof)")
            #expect(Set(proof.needs).isSubset(of: proof.artifacts))
        }
    }

    @Test(arguments: [16, 17, 1000])
    func `has at most sixteen levels`(levels: Int) throws {
        // Lists of alternating kinds, none of which the canonical form takes in.
        let proof = (1..<levels).reduce(Proof.present("a")) { inner, level in
            let other = Proof.present(ID("level-\(level)"))
            return level.isMultiple(of: 2) ? .all([inner, other]) : .any([inner, other])
        }
        if levels <= 16 {
            #expect(try proof.checked() == proof.canonical)
        } else {
            let error = #expect(throws: InvalidValue.self) { try proof.checked() }
            #expect(error?.message == "the proof has more than 16 levels")
        }
    }

    @Test(arguments: [(255, true), (256, false), (5000, false)])
    func `has at most 256 parts`(count: Int, isAccepted: Bool) throws {
        let proof = Proof.all((0..<count).map { .present(ID("a\($0)")) })
        if isAccepted {
            #expect(try proof.checked().needs.count == count)
        } else {
            let error = #expect(throws: InvalidValue.self) { try proof.checked() }
            #expect(error?.message == "the proof has more than 256 parts")
        }
    }

    @Test(arguments: [Proof.all([]), .any([]), .all([.present("a"), .any([])])])
    func `has no empty list`(proof: Proof) {
        let error = #expect(throws: InvalidValue.self) { try proof.checked() }
        #expect(error?.description == "the proof has a list without parts: name at least one")
    }
}

extension Proof {
    /// Whether the proof holds when just those artifacts are there whose bits are set, signed and measured as asked.
    fileprivate func holds(in world: Int) -> Bool {
        switch self {
        case .present, .signed, .measured: needs.allSatisfy { world >> RandomProof.number(of: $0) & 1 == 1 }
        case .all(let parts): parts.allSatisfy { $0.holds(in: world) }
        case .any(let parts): parts.contains { $0.holds(in: world) }
        }
    }
}
