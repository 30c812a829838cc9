import PhaseLoom
import PhaseLoomTesting

/// Makes random proofs about six artifacts, and other ways to write the same proof.
struct RandomProof {
    private var generator: SeededGenerator

    init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

    static func artifact(_ number: Int) -> ID { ID("artifact-\(number)") }

    static func number(of artifact: ID) -> Int { (0..<6).first { Self.artifact($0) == artifact } ?? 0 }

    mutating func proof(levels: Int = 4) -> Proof {
        let artifact = Self.artifact(Int.random(in: 0..<6, using: &generator))
        switch Int.random(in: 0..<(levels > 1 ? 7 : 3), using: &generator) {
        case 0: return .present(artifact)
        case 1: return .signed(artifact, by: "client", separately: Bool.random(using: &generator))
        case 2: return .measured(Bound("measure", .atLeast(1)), of: Bool.random(using: &generator) ? artifact : nil)
        case 3, 4: return .all(parts(levels - 1))
        default: return .any(parts(levels - 1))
        }
    }

    private mutating func parts(_ levels: Int) -> [Proof] {
        (0...Int.random(in: 0...2, using: &generator)).map { _ in proof(levels: levels) }
    }

    /// The same proof with parts shuffled, repeated and put into lists of their own.
    mutating func rewritten(_ proof: Proof) -> Proof {
        let written: Proof =
            switch proof {
            case .present, .signed, .measured: proof
            case .all(let parts): .all(rewritten(parts, Proof.all))
            case .any(let parts): .any(rewritten(parts, Proof.any))
            }
        return Bool.random(using: &generator) ? written : .all([.any([written, written])])
    }

    private mutating func rewritten(_ parts: [Proof], _ make: ([Proof]) -> Proof) -> [Proof] {
        var result: [Proof] = []
        for part in parts {
            let written = rewritten(part)
            result += Bool.random(using: &generator) ? [written] : [make([written, rewritten(part)])]
        }
        return result.shuffled(using: &generator)
    }
}
