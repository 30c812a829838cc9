/// The phases that a target picks: nearly always one, for which no list is made.
struct PickedPhases: Sequence, IteratorProtocol {
    private var one: Int?
    private var rest: ArraySlice<Int>

    init(_ phase: Int) {
        one = phase
        rest = []
    }

    init(_ phases: [Int]) {
        one = nil
        rest = phases[...]
    }

    mutating func next() -> Int? {
        if let phase = one {
            one = nil
            return phase
        }
        return rest.popFirst()
    }
}
