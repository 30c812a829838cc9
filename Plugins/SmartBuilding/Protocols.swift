/// The field protocols through which a building is integrated.
enum Protocols: String, CaseIterable {
    case both
    case bacnet
    case modbus

    var hasBACnet: Bool { self != .modbus }
    var hasModbus: Bool { self != .bacnet }
}
