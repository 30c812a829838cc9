import PhaseLoom

/// Where loops run in the margin: long ones outside, and no two on one another.
struct LoopLayout {
    /// A loop, by the rows of its ends and its column.
    struct Arc {
        let id: ID
        let to: Int
        let from: Int
        var column = 0
    }

    /// The loops that lead back to an earlier phase; one that repeats its phase needs no arrow.
    private(set) var all: [Arc] = []
    private var count = 0

    /// No loops at all.
    init() {}

    init(_ sequence: ComposedSequence) {
        let rows = Dictionary(sequence.phases.enumerated().map { ($1.id, $0) }) { first, _ in first }
        all = sequence.loops.compactMap { loop in
            guard let to = rows[loop.to], let from = rows[loop.from], to < from else { return nil }
            return Arc(id: loop.id, to: to, from: from)
        }
        all.sort { ($0.to - $0.from, $0.id) < ($1.to - $1.from, $1.id) }
        for place in all.indices {
            let taken = all[..<place].filter { $0.to <= all[place].from && all[place].to <= $0.from }.map(\.column)
            all[place].column = (0...place).first { !taken.contains($0) } ?? place
            count = Swift.max(count, all[place].column + 1)
        }
    }

    /// The columns that the loops take, with room for an arrowhead.
    var width: Int { count == 0 ? 0 : 2 * count + 1 }

    func arriving(_ row: Int) -> [Int] { all.filter { $0.to == row }.map(\.column) }
    func leaving(_ row: Int) -> Set<ID> { Set(all.filter { $0.from == row }.map(\.id)) }
    func column(of id: ID) -> Int? { all.first { $0.id == id }?.column }
}
