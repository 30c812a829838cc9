public import BACnet
public import Modbus

/// A point as an integration matrix names it.
///
/// `bacnet:1201/analog-input,5` is an object of a device, `modbus:gateway/3/holding-registers/100` a register of unit 3
/// behind `gateway` at address 100 from 0, and `tag:supply-temperature` a point outside the building's network.
public enum PointReference: Hashable, Sendable, CustomStringConvertible {
    /// An object of a BACnet device.
    case bacnet(device: UInt32, object: BACnet.ObjectIdentifier)
    /// A register or bit of a Modbus unit, its address from 0.
    case modbus(trunk: String, unit: UInt8, table: ModbusTable, address: UInt16)
    /// A point that stands on no network of the building.
    case tag(String)

    /// Reads a reference; `nil` for anything that is none.
    ///
    /// - Complexity: O(*n*) in the length of the text.
    public init?(_ text: String) {
        let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2 else { return nil }
        let steps = parts[1].split(separator: "/", omittingEmptySubsequences: false)
        switch parts[0] {
        case "bacnet":
            guard steps.count == 2, let device = UInt32(steps[0]), let object = BACnet.ObjectIdentifier(steps[1]) else {
                return nil
            }
            self = .bacnet(device: device, object: object)
        case "modbus":
            guard steps.count == 4, !steps[0].isEmpty, let unit = UInt8(steps[1]),
                let table = ModbusTable(rawValue: String(steps[2])), let address = UInt16(steps[3])
            else { return nil }
            self = .modbus(trunk: String(steps[0]), unit: unit, table: table, address: address)
        case "tag":
            guard !parts[1].isEmpty else { return nil }
            self = .tag(String(parts[1]))
        default: return nil
        }
    }

    /// The reference as ``init(_:)`` reads it.
    public var description: String {
        switch self {
        case .bacnet(let device, let object): "bacnet:\(device)/\(object)"
        case .modbus(let trunk, let unit, let table, let address):
            "modbus:\(trunk)/\(unit)/\(table.rawValue)/\(address)"
        case .tag(let name): "tag:\(name)"
        }
    }
}
