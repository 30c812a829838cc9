/// The field protocols through which a building is integrated.
enum Protocols: String, CaseIterable {
    case both
    case bacnet
    case modbus

    /// The protocols as people name them.
    var title: String {
        switch self {
        case .both: "BACnet and Modbus"
        case .bacnet: "BACnet"
        case .modbus: "Modbus"
        }
    }

    var hasBACnet: Bool { self != .modbus }
    var hasModbus: Bool { self != .bacnet }
}
