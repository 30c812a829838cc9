public import BACnet
public import BuildingPoints
public import FieldLinks
public import Modbus

/// What of a building is surveyed, and how.
public struct SurveyPlan: Sendable {
    /// The name of the building; empty for none.
    public var site = ""
    /// How much is read of each object.
    public var depth = SurveyDepth.full
    /// The addresses of broadcasts by which devices are looked for.
    public var broadcasts: [Endpoint] = []
    /// The network behind routers that broadcasts go to; `nil` for the one where they are sent.
    public var network: NetworkAddress?
    /// Which instances are of interest, and how long to listen.
    public var sweep = SweepPlan()
    /// The addresses of devices that are asked by themselves.
    public var devices: [Endpoint] = []
    /// The gateways and devices of Modbus.
    public var gateways: [ModbusGateway] = []
    /// How many trunks are read at the same time; all devices of one address share a trunk.
    public var lanes = 4

    /// Makes a plan of nothing.
    public init() {}
}

/// A gateway or device of Modbus TCP, with the units behind it.
public struct ModbusGateway: Hashable, Sendable {
    /// The name that the design gives the trunk; empty for none.
    public let trunk: String
    /// The name or address of the host.
    public let host: String
    /// The port.
    public let port: UInt16
    /// The units that are asked, in their order.
    public let units: [UInt8]
    /// The points that are read of them.
    public let points: [RegisterPoint]
    /// The models of SunSpec whose points are read of them, where they have them.
    public let models: [SunSpecModel]

    /// Names a gateway.
    ///
    /// - Parameters:
    ///   - trunk: the name that the design gives the trunk; empty for none.
    ///   - host: the name or address of the host.
    ///   - port: the port.
    ///   - units: the units, in the order in which they are asked.
    ///   - points: the points; with a name for the trunk, those that a map puts on another one are left out.
    ///   - models: the models of SunSpec.
    public init(
        trunk: String = "", host: String, port: UInt16 = 502, units: [UInt8], points: [RegisterPoint] = [],
        models: [SunSpecModel] = []
    ) {
        self.trunk = trunk
        self.host = host
        self.port = port
        self.units = units
        self.points = points.filter { trunk.isEmpty || $0.trunk.isEmpty || $0.trunk == trunk }
        self.models = models
    }

    /// The gateway as inventories name it: by its trunk, or like `10.0.0.1:502`.
    public var endpoint: String { trunk.isEmpty ? "\(host):\(port)" : trunk }
}

/// What a survey opens to reach the building.
public struct SurveyLinks: Sendable {
    let bacnet: @Sendable (_ broadcast: Endpoint?) throws(LinkError) -> BACnetTrunk
    let modbus: @Sendable (_ gateway: ModbusGateway) throws(LinkError) -> ModbusTrunk

    /// Makes links.
    ///
    /// - Parameters:
    ///   - bacnet: opens a client of BACnet that hears an address of broadcasts as well, if one is given.
    ///   - modbus: makes a client for a gateway.
    public init(
        bacnet: @escaping @Sendable (_ broadcast: Endpoint?) throws(LinkError) -> BACnetTrunk,
        modbus: @escaping @Sendable (_ gateway: ModbusGateway) throws(LinkError) -> ModbusTrunk
    ) {
        self.bacnet = bacnet
        self.modbus = modbus
    }
}
