import BuildingPoints
import Modbus
import PhaseLoom

extension InventoryRegister {
    /// Takes what the point's registers or bits hold.
    mutating func take(_ values: [UInt16], at time: Timestamp?) {
        raw = values
        valueTime = time
        readErrors = []
        if point.table.holdsBits || point.type == .bit {
            value = values.first.map { .boolean($0 != 0) }
        } else if point.type == .uint16, point.conversion == .identity, point.notImplemented.isEmpty {
            value = values.first.map { .unsigned(UInt64($0)) }
        }
    }
}

extension RegisterPoint {
    /// A point that no map names: one register or bit as it stands.
    init(unnamed table: ModbusTable, _ address: UInt16) {
        self.init("\(table.rawValue) \(address)", table, address, table.holdsBits ? .bit : .uint16)
    }

    /// Whether the point is one of a unit, as the map has it.
    func belongs(to unit: UInt8) -> Bool { self.unit == nil || self.unit == unit }
}
