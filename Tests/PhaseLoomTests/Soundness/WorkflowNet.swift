/// A marking of a net whose places hold at most one token: one bit for each place.
typealias Marking = UInt128

/// A workflow net: places that hold at most one token, and transitions that move tokens.
///
/// It has what van der Aalst's workflow nets have (*The Application of Petri Nets to Workflow Management*, 1998), and
/// besides read arcs, reset arcs and transfer arcs, which a return to an earlier phase takes. It knows nothing of phases
/// and conditions; whoever translates a process says which places are work and which are memory.
struct WorkflowNet {
    /// A step of the process.
    struct Transition {
        let name: String
        /// The places whose tokens it takes.
        var takes: Marking = 0
        /// The places whose tokens it only looks at.
        var reads: Marking = 0
        /// Sets of places of each of which at least one has to be marked; an empty set never is.
        var readsAny: [Marking] = []
        /// The places that it empties, whether they are marked or not.
        var resets: Marking = 0
        /// The tokens that it moves where they are: from the one place to the other.
        var moves: [(from: Marking, to: Marking)] = []
        /// The places into which it puts a token.
        var gives: Marking = 0

        func isEnabled(in marking: Marking) -> Bool {
            marking & (takes | reads) == takes | reads && readsAny.allSatisfy { marking & $0 != 0 }
        }

        /// The marking after the step, and whether some place would have had to hold two tokens.
        func fire(in marking: Marking) -> (marking: Marking, isUnsafe: Bool) {
            var rest = marking & ~(takes | resets)
            var arriving = gives
            var isUnsafe = false
            for move in moves where rest & move.from != 0 {
                rest &= ~move.from
                isUnsafe = isUnsafe || arriving & move.to != 0
                arriving |= move.to
            }
            return (rest | arriving, isUnsafe || rest & arriving != 0)
        }
    }

    private(set) var places: [String] = []
    var transitions: [Transition] = []
    var initial: Marking = 0
    /// The place that is marked when the process has ended.
    var end: Marking = 0
    /// The places in which a token means that work is left over.
    var work: Marking = 0

    /// Whether the net has more places than a marking has bits, so that it cannot be searched.
    var isTooLarge: Bool { places.count > Marking.bitWidth }

    /// Adds a place.
    mutating func place(_ name: String, isWork: Bool) -> Marking {
        let place: Marking = 1 << Marking(places.count)
        places.append(name)
        if isWork { work |= place }
        return place
    }

    /// Adds a transition and says at which index it stands.
    @discardableResult mutating func add(_ transition: Transition) -> Int {
        transitions.append(transition)
        return transitions.count - 1
    }

    /// The names of the marked places.
    func describe(_ marking: Marking) -> [String] {
        places.indices.filter { marking & (1 << Marking($0)) != 0 }.map { places[$0] }
    }
}
