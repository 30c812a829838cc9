import BACnet
import FieldLinks

/// The clients of a run: one for all BACnet devices, one for each Modbus device or gateway.
actor CommanderPool {
    private let links: CommandLinks
    private let patience: Patience
    private var bacnet: BACnetCommander?
    private var modbus: [Endpoint: ModbusCommander] = [:]

    init(_ links: CommandLinks, patience: Patience) {
        self.links = links
        self.patience = patience
    }

    /// The client for a target.
    func commander(for target: CommandTarget) throws(CommandFault) -> any PointCommander {
        do throws(LinkError) {
            switch target {
            case .bacnet: return try bacnetCommander()
            case .modbus(let point): return try modbusCommander(point.endpoint)
            }
        } catch {
            throw CommandFault(error)
        }
    }

    /// Closes the client for a target: what went wrong may be its link, and the next one gets another.
    func drop(_ target: CommandTarget) {
        switch target {
        case .bacnet: bacnet = nil
        case .modbus(let point): modbus[point.endpoint] = nil
        }
    }

    private func bacnetCommander() throws(LinkError) -> BACnetCommander {
        if let bacnet { return bacnet }
        var settings = ExchangeSettings()
        settings.patience = patience
        let commander = try BACnetCommander(over: try links.bacnet(), settings)
        bacnet = commander
        return commander
    }

    private func modbusCommander(_ endpoint: Endpoint) throws(LinkError) -> ModbusCommander {
        if let commander = modbus[endpoint] { return commander }
        let connect = links.modbus
        let commander = try ModbusCommander(patience: patience) { () throws(LinkError) in try connect(endpoint) }
        modbus[endpoint] = commander
        return commander
    }
}
