import BuildingPoints
import Modbus

extension RegisterPoint {
    /// A point that no map names: one register or bit as it stands.
    init(unnamed table: ModbusTable, _ address: UInt16) {
        self.init("\(table.rawValue) \(address)", table, address, table.holdsBits ? .bit : .uint16)
    }

    /// Whether the point is one of a unit, as the map has it.
    func belongs(to unit: UInt8) -> Bool { self.unit == nil || self.unit == unit }

    /// What a request for the point is called in faults, such as `holding-registers 100`.
    var place: String { "\(table.rawValue)\(address.map { " \($0)" } ?? "")" }
}

extension InventoryUnit.Identification {
    /// Takes an object of the identification.
    init(_ object: ModbusIdentificationObject) { self.init(number: object.id, text: object.text) }
}
