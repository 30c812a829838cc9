public import Modbus

extension ModbusReader {
    /// Reads the value of a point, with its scale factor in the same request where one request can.
    ///
    /// Where it cannot, the scale factor is read before and after the value, and again when it changed between.
    ///
    /// - Parameters:
    ///   - point: the point; one without an address has no value.
    ///   - unit: the device.
    /// - Returns: what the registers say; ``RegisterValue/Condition/badScaleFactor`` when the scale factor changes
    ///   all the time.
    /// - Throws: ``ModbusError``.
    public func value(of point: RegisterPoint, unit: UInt8) throws(ModbusError) -> RegisterValue {
        if let block = point.block { return point.value(of: try registers(in: block, of: point.table, unit)) }
        guard let address = point.address, let quantity = UInt16(exactly: point.count), let factor = point.scaleFactor
        else { return point.value(of: [], scaleFactor: nil) }
        let value = ModbusBlock(address: address, quantity: quantity)
        let scale = ModbusBlock(address: factor, quantity: 1)
        var before = try registers(in: scale, of: point.table, unit).first
        for _ in 0..<3 {
            let found = try registers(in: value, of: point.table, unit)
            let after = try registers(in: scale, of: point.table, unit).first
            if before == after { return point.value(of: found, scaleFactor: after) }
            before = after
        }
        return point.value(of: try registers(in: value, of: point.table, unit), scaleFactor: nil)
    }

    private func registers(
        in block: ModbusBlock, of table: ModbusTable, _ unit: UInt8
    ) throws(ModbusError) -> [UInt16] {
        guard table.holdsBits else {
            return try registers(of: table, at: block.address, quantity: block.quantity, unit: unit)
        }
        return try bits(of: table, at: block.address, quantity: block.quantity, unit: unit).map { $0 ? 1 : 0 }
    }
}
