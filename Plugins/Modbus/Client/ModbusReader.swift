/// A client that only reads: it has no function that could change anything in a device.
///
/// Its functions wait for the answers: call them where waiting holds nobody up.
public final class ModbusReader {
    private let exchange: ModbusExchange

    /// Makes a reader over an exchange, which is used for nothing else.
    public init(_ exchange: ModbusExchange) { self.exchange = exchange }

    /// The octets of the last frame that was taken for an answer, as evidence; none after a request without one.
    public var lastAnswer: [UInt8] { exchange.lastAnswer }

    /// Reads whatever a request that changes nothing asks for.
    ///
    /// - Parameters:
    ///   - reading: the request.
    ///   - unit: the device.
    /// - Returns: the answer, which fits the request.
    /// - Throws: ``ModbusError``.
    public func read(_ reading: ModbusReading, unit: UInt8) throws(ModbusError) -> ModbusResponse {
        try exchange.perform(.read(reading), unit: unit)
    }

    /// Reads bits in a row.
    ///
    /// - Parameters:
    ///   - table: coils or discrete inputs.
    ///   - address: the first address, from 0.
    ///   - quantity: how many, 1 to 2,000.
    ///   - unit: the device.
    /// - Returns: as many bits as were asked for; none if the table holds registers.
    /// - Throws: ``ModbusError``.
    public func bits(
        of table: ModbusTable, at address: UInt16, quantity: UInt16, unit: UInt8
    ) throws(ModbusError) -> [Bool] {
        switch try read(.table(table, address: address, quantity: quantity), unit: unit) {
        case .coils(let bits), .discreteInputs(let bits): bits.prefix(Int(quantity)).values
        default: []
        }
    }

    /// Reads registers in a row.
    ///
    /// - Parameters:
    ///   - table: holding or input registers.
    ///   - address: the first address, from 0.
    ///   - quantity: how many, 1 to 125.
    ///   - unit: the device.
    /// - Returns: as many registers as were asked for; none if the table holds bits.
    /// - Throws: ``ModbusError``.
    public func registers(
        of table: ModbusTable, at address: UInt16, quantity: UInt16, unit: UInt8
    ) throws(ModbusError) -> [UInt16] {
        switch try read(.table(table, address: address, quantity: quantity), unit: unit) {
        case .holdingRegisters(let registers), .inputRegisters(let registers): registers
        default: []
        }
    }

    /// Reads registers in many places with few requests; see ``ModbusBlock/merging(_:gap:limit:)``.
    ///
    /// Where a device refuses the address of a merged block, each of its parts is read by itself.
    ///
    /// - Parameters:
    ///   - blocks: the places.
    ///   - table: holding or input registers.
    ///   - unit: the device.
    ///   - gap: how many registers that nobody asked for may be read between two places.
    ///   - limit: how many registers one request may read, at most 125.
    /// - Returns: for each place in its order the registers, or the device's refusal.
    /// - Throws: ``ModbusError``, but no refusal.
    public func registers(
        in blocks: [ModbusBlock], of table: ModbusTable, unit: UInt8, gap: Int = 10, limit: Int = 125
    ) throws(ModbusError) -> [Result<[UInt16], ModbusException>] {
        var results = [Result<[UInt16], ModbusException>](repeating: .success([]), count: blocks.count)
        for merged in ModbusBlock.merging(blocks, gap: gap, limit: limit) {
            let whole = try attempt(merged.block, table, unit)
            let isApart = merged.parts.count > 1 && whole == .failure(.illegalDataAddress)
            for part in merged.parts {
                let block = blocks[part]
                let offset = Int(block.address) - Int(merged.block.address)
                results[part] =
                    isApart
                    ? try attempt(block, table, unit)
                    : whole.map { Array($0.dropFirst(offset).prefix(Int(block.quantity))) }
            }
        }
        return results
    }

    /// Reads a queue of registers, which stays as it is.
    ///
    /// - Parameters:
    ///   - address: the register that counts the queue, from 0.
    ///   - unit: the device.
    /// - Returns: at most 31 registers, the oldest first.
    /// - Throws: ``ModbusError``.
    public func queue(at address: UInt16, unit: UInt8) throws(ModbusError) -> [UInt16] {
        guard case .fifoQueue(let registers) = try read(.fifoQueue(address: address), unit: unit) else { return [] }
        return registers
    }

    private func attempt(
        _ block: ModbusBlock, _ table: ModbusTable, _ unit: UInt8
    ) throws(ModbusError) -> Result<[UInt16], ModbusException> {
        do throws(ModbusError) {
            return .success(try registers(of: table, at: block.address, quantity: block.quantity, unit: unit))
        } catch {
            guard case .refused(let exception) = error else { throw error }
            return .failure(exception)
        }
    }

    /// Reads what a device says about itself, in as many parts as it needs.
    ///
    /// - Parameters:
    ///   - access: how much is asked for.
    ///   - unit: the device.
    /// - Returns: the objects in the order of their numbers.
    /// - Throws: ``ModbusError``; a device that would go on without end is a fault of the code `wrong-value`.
    public func identification(
        _ access: ModbusIdentificationAccess, unit: UInt8
    ) throws(ModbusError) -> [ModbusIdentificationObject] {
        var objects: [ModbusIdentificationObject] = []
        var next: UInt8? = 0
        while let object = next {
            let response = try read(.identification(access, object: object), unit: unit)
            guard case .identification(let part) = response else { return objects }
            objects += part.objects
            next = part.next
            if let next, next <= object {
                throw .fault(
                    ModbusFault(.wrongValue, at: 5, "object '\(next)' follows on '\(object)': it would never end"))
            }
        }
        return objects
    }
}

/// One task at a time may use it: it has a connection and a place in what comes over it.
@available(*, unavailable)
extension ModbusReader: Sendable {}
