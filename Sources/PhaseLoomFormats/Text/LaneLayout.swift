import PhaseLoom

/// Which column every phase stands in, and which lines run between the phases: the geometry of the text view.
///
/// Each track has a block of columns, as many as it has work at once. A line that leads into a phase runs in the
/// phase's own column, from the predecessor that it continues; a predecessor done earlier holds its line beside until
/// then, and one done later joins. So every line leads to exactly one phase, and the drawing says what the partial
/// order says. Time counts rows: that of phase *n* is 2*n*, the turn between it and the next 2*n* + 1.
struct LaneLayout {
    /// The column of each phase.
    private(set) var columns: [Int] = []
    /// How many columns there are.
    private(set) var count = 0
    /// The turns below each phase, top down.
    private(set) var turns: [[Turn]] = []
    private var lanes: [Lane] = []

    /// A line that runs down one column.
    private struct Lane {
        /// The phase above it; the phase itself where nothing precedes it.
        let source: Int
        /// The phase that it leads to.
        let target: Int
        /// Whether it waits for the line that leads into its phase.
        let isHeld: Bool
        let begin: Int
        let end: Int
        let track: ID
        var column = 0
    }

    /// Columns joined by one horizontal line; each says whether a line reaches it from above and leaves it below.
    struct Turn {
        var ends: [Int: (up: Bool, down: Bool)] = [:]
        /// The columns whose lines only pass.
        var passing: Set<Int> = []
    }

    init(_ sequence: ComposedSequence) {
        let phases = sequence.phases
        let rows = Dictionary(phases.enumerated().map { ($1.id, $0) }) { first, _ in first }
        let before = phases.enumerated().map { row, phase in
            phase.after.compactMap { rows[$0] }.filter { $0 < row }.sorted()
        }
        let parents = phases.indices.map { Self.parent(of: $0, among: before[$0], phases) }
        makeLanes(phases, before, parents)
        assignColumns(phases)
        columns = phases.indices.map { row in lanes.first { $0.target == row && !$0.isHeld }?.column ?? 0 }
        turns = phases.indices.map { makeTurns(below: $0, before, parents) }
    }

    /// The predecessor whose line a phase continues: on its own track if possible, of the base if possible, the latest.
    private static func parent(of row: Int, among before: [Int], _ phases: [ComposedPhase]) -> Int? {
        func rank(_ other: Int) -> Int {
            (phases[other].track == phases[row].track ? 2 : 0) + (phases[other].attribution.by.contains(.base) ? 1 : 0)
        }
        return before.max { (rank($0), $0) < (rank($1), $1) }
    }

    private mutating func makeLanes(_ phases: [ComposedPhase], _ before: [[Int]], _ parents: [Int?]) {
        for row in phases.indices {
            let parent = parents[row]
            lanes.append(
                Lane(
                    source: parent ?? row, target: row, isHeld: false, begin: parent.map { 2 * $0 + 1 } ?? 2 * row,
                    end: 2 * row, track: phases[row].track))
            guard let parent else { continue }
            for other in before[row] where other < parent {
                lanes.append(
                    Lane(
                        source: other, target: row, isHeld: true, begin: 2 * other + 1, end: 2 * parent + 1,
                        track: phases[other].track))
            }
        }
    }

    private mutating func assignColumns(_ phases: [ComposedPhase]) {
        let others = Set(phases.map(\.track)).subtracting([.mainTrack]).sorted()
        for track in [.mainTrack] + others {
            var busyUntil: [Int] = []
            let order = lanes.indices.filter { lanes[$0].track == track }.sorted { one, other in
                Self.rank(lanes[one], phases) < Self.rank(lanes[other], phases)
            }
            for lane in order {
                let source = lanes.firstIndex { $0.target == lanes[lane].source && !$0.isHeld }
                let own = source.map { lanes[$0] }.flatMap { $0.track == track ? $0.column - count : nil }
                var slot = own ?? 0
                if !busyUntil.indices.contains(slot) || busyUntil[slot] >= lanes[lane].begin {
                    slot = busyUntil.firstIndex { $0 < lanes[lane].begin } ?? busyUntil.endIndex
                }
                if slot == busyUntil.endIndex { busyUntil.append(0) }
                busyUntil[slot] = lanes[lane].end
                lanes[lane].column = count + slot
            }
            count += busyUntil.count
        }
    }

    /// The order in which lanes choose: as they begin; of those that begin together the base's first.
    private static func rank(_ lane: Lane, _ phases: [ComposedPhase]) -> (Int, Int, Int, Int) {
        let isBase = phases[lane.target].attribution.by.contains(.base)
        return (lane.begin, lane.isHeld ? 1 : 0, isBase ? 0 : 1, lane.target)
    }

    private func makeTurns(below row: Int, _ before: [[Int]], _ parents: [Int?]) -> [Turn] {
        var active = Set(lanes.filter { $0.begin <= 2 * row && $0.end > 2 * row }.map(\.column))
        var fork = Turn()
        let own = columns[row]
        var leaving = Set(lanes.filter { $0.begin == 2 * row + 1 && $0.source == row }.map(\.column))
        let joined = before.indices.filter { target in
            parents[target].map { $0 < row } ?? false && before[target].contains(row)
        }.map { columns[$0] }
        for column in leaving { fork.ends[column] = (active.contains(column), true) }
        for column in joined { fork.ends[column] = (true, true) }
        leaving.formUnion(joined)
        if !leaving.isEmpty { fork.ends[own] = (true, leaving.contains(own)) }
        fork.passing = active.subtracting(fork.ends.keys)
        active.formUnion(leaving)
        var turns = [fork]
        for target in parents.indices where parents[target] == row {
            let held = lanes.filter { $0.isHeld && $0.target == target }.map(\.column)
            guard !held.isEmpty else { continue }
            active.subtract(held)
            var join = Turn(ends: [columns[target]: (true, true)])
            for column in held { join.ends[column] = (true, false) }
            join.passing = active.subtracting([columns[target]])
            turns.append(join)
        }
        return turns
    }

    /// The columns whose lines run beside a phase, its own not among them.
    func passing(_ row: Int) -> Set<Int> {
        Set(lanes.filter { $0.begin < 2 * row && $0.end > 2 * row }.map(\.column))
    }

    /// Whether anything comes after a phase.
    func continues(below row: Int) -> Bool { turns[row].first.map { !$0.ends.isEmpty } ?? false }
}
