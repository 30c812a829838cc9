public import Modbus

/// Registers or bits of a unit that one request reads.
public struct PollBlock: Hashable, Sendable {
    /// The table.
    public let table: ModbusTable
    /// The addresses, from 0.
    public internal(set) var addresses: Range<Int>
    /// How many points are in it.
    public internal(set) var points: Int
    private var limit: Int

    /// Joins points of a unit to as few requests as their addresses allow.
    ///
    /// A request reads up to 125 registers or 2000 bits (MODBUS Application Protocol V1.1b3, 6.1 to 6.4), and no more
    /// than the map says of any of its points.
    ///
    /// - Parameters:
    ///   - points: the points; those without addresses are left out.
    ///   - gap: the most registers that nobody asked for between two points of a request.
    /// - Returns: the blocks in the order of tables and addresses.
    /// - Complexity: O(*n* log *n*) in the number of points.
    public static func blocks(of points: [RegisterPoint], gap: Int) -> [PollBlock] {
        let placed = points.compactMap { point in point.addresses.map { (point: point, addresses: $0) } }
        let sorted = placed.stably {
            ($0.point.table.rawValue, $0.addresses.lowerBound) < ($1.point.table.rawValue, $1.addresses.lowerBound)
        }
        var blocks: [PollBlock] = []
        for (point, addresses) in sorted {
            let most = point.table.holdsBits ? 2000 : 125
            let next = PollBlock(
                table: point.table, addresses: addresses, points: 1, limit: min(point.maxBlock ?? most, most))
            if let last = blocks.last, let joined = last.joined(with: next, gap: gap) {
                blocks[blocks.count - 1] = joined
            } else {
                blocks.append(next)
            }
        }
        return blocks
    }

    /// Both blocks as one; `nil` where they lie too far apart or are too large.
    private func joined(with next: PollBlock, gap: Int) -> PollBlock? {
        guard table == next.table, next.addresses.lowerBound - addresses.upperBound <= gap else { return nil }
        let end = max(addresses.upperBound, next.addresses.upperBound)
        let limit = min(limit, next.limit)
        guard end - addresses.lowerBound <= limit else { return nil }
        return PollBlock(
            table: table, addresses: addresses.lowerBound..<end, points: points + next.points, limit: limit)
    }
}
