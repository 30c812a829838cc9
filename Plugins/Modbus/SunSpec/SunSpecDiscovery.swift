extension ModbusReader {
    /// Finds the models of SunSpec that a device has.
    ///
    /// Each model costs one request for its number and length. Whatever a device answers, the search ends: addresses
    /// only rise, and there are at most ``SunSpecChain/limit`` models.
    ///
    /// - Parameters:
    ///   - unit: the device.
    ///   - bases: where the mark `SunS` may stand.
    /// - Returns: the chain; `nil` when the mark stands nowhere.
    /// - Throws: ``ModbusError``, but no refusal.
    public func sunSpec(unit: UInt8, bases: [UInt16] = SunSpecChain.bases) throws(ModbusError) -> SunSpecChain? {
        for base in bases {
            if case .success(SunSpecChain.mark) = try pair(at: base, unit) { return try chain(from: base, unit) }
        }
        return nil
    }

    /// Reads all registers of a model, its number and length among them.
    ///
    /// - Parameters:
    ///   - block: the model, as ``sunSpec(unit:bases:)`` found it.
    ///   - unit: the device.
    /// - Returns: two registers more than its length; fewer where the model ends beyond the last address.
    /// - Throws: ``ModbusError``.
    public func contents(of block: SunSpecBlock, unit: UInt8) throws(ModbusError) -> [UInt16] {
        var registers: [UInt16] = []
        let end = min(block.end, 65_536)
        while let address = UInt16(exactly: Int(block.address) + registers.count), Int(address) < end {
            let quantity = UInt16(min(end - Int(address), ModbusLimits.registersToRead))
            registers += try self.registers(of: .holdingRegisters, at: address, quantity: quantity, unit: unit)
        }
        return registers
    }

    private func chain(from base: UInt16, _ unit: UInt8) throws(ModbusError) -> SunSpecChain {
        var blocks: [SunSpecBlock] = []
        var next = Int(base) + 2
        while blocks.count < SunSpecChain.limit {
            guard next < 65_535 else { return SunSpecChain(base: base, blocks: blocks, end: .beyondTable) }
            let address = UInt16(next)
            let head: [UInt16]
            switch try pair(at: address, unit) {
            case .success(let registers): head = registers
            case .failure(let exception):
                return SunSpecChain(base: base, blocks: blocks, end: .refused(exception, at: address))
            }
            guard head[0] != SunSpecChain.endModel else { break }
            guard head[0] != 0 else { return SunSpecChain(base: base, blocks: blocks, end: .noModel(at: address)) }
            blocks.append(SunSpecBlock(model: head[0], at: address, length: head[1]))
            next += 2 + Int(head[1])
        }
        return SunSpecChain(base: base, blocks: blocks, end: blocks.count < SunSpecChain.limit ? .complete : .endless)
    }

    /// Reads two registers, which the answer is checked to have.
    private func pair(at address: UInt16, _ unit: UInt8) throws(ModbusError) -> Result<[UInt16], ModbusException> {
        do throws(ModbusError) {
            return .success(try registers(of: .holdingRegisters, at: address, quantity: 2, unit: unit))
        } catch {
            guard case .refused(let exception) = error else { throw error }
            return .failure(exception)
        }
    }
}
