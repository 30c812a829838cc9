/// Registers in a row that are read together.
public struct ModbusBlock: Hashable, Sendable {
    /// The first address, from 0.
    public let address: UInt16
    /// How many registers.
    public let quantity: UInt16

    /// Describes registers in a row.
    public init(address: UInt16, quantity: UInt16) {
        self.address = address
        self.quantity = quantity
    }

    /// The first address behind the registers.
    public var end: Int { Int(address) + Int(quantity) }

    /// Merges places so that few requests read them all.
    ///
    /// A place is never cut, even one that is beyond the limit by itself.
    ///
    /// - Parameters:
    ///   - blocks: the places, in any order, also overlapping.
    ///   - gap: how many registers that nobody asked for may lie between two places.
    ///   - limit: how many registers a merged block may have.
    /// - Returns: the merged blocks by address, each with the indices of its places.
    /// - Complexity: O(*n* log *n*) in the number of places.
    public static func merging(
        _ blocks: [ModbusBlock], gap: Int = 10, limit: Int = 125
    ) -> [(block: ModbusBlock, parts: [Int])] {
        let order = blocks.indices.sorted { one, other in
            (blocks[one].address, blocks[one].quantity, one) < (blocks[other].address, blocks[other].quantity, other)
        }
        var merged: [(block: ModbusBlock, parts: [Int])] = []
        for index in order {
            let next = blocks[index]
            if let last = merged.last {
                let end = max(last.block.end, next.end)
                let quantity = UInt16(clamping: end - Int(last.block.address))
                if Int(next.address) - last.block.end <= gap, Int(quantity) <= limit {
                    merged[merged.count - 1].block = ModbusBlock(address: last.block.address, quantity: quantity)
                    merged[merged.count - 1].parts.append(index)
                    continue
                }
            }
            merged.append((next, [index]))
        }
        return merged
    }
}
