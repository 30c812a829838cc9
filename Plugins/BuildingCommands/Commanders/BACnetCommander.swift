public import BACnet
import BuildingPoints
public import FieldLinks

/// What commands points of BACnet devices, on a thread of its own.
///
/// It reads through a client that cannot write, and writes through a link that carries nothing but the one ordered
/// value, or the end of it, at the ordered object and priority.
public actor BACnetCommander: PointCommander {
    private let executor: TrunkExecutor
    private let reader: BACnetReader
    private let writer: BACnetExchange
    private let link: CommandingLink
    /// The thread of the trunk.
    public nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    /// Opens a client with a thread of its own.
    ///
    /// - Throws: `LinkError` when the system has no thread left.
    public init(
        over link: any MessageLink, _ settings: ExchangeSettings = ExchangeSettings()
    ) throws(LinkError) {
        executor = try TrunkExecutor()
        reader = BACnetReader(over: link, settings)
        self.link = CommandingLink(link)
        writer = BACnetExchange(over: self.link, settings)
    }

    /// Reads what a point holds, without writing.
    public func standing(of command: PointCommand) throws(CommandFault) -> PointStanding {
        guard case .bacnet(let point) = command.target else { throw Self.notOurs }
        do throws(BACnetError) {
            try checkDevice(point)
            try checkUnits(command.units, of: point)
            let present = try read(.presentValue, of: point)
            let raw = present.count == 1 ? point.number(of: present[0]).map { [$0] } : nil
            let places = try priorities(of: point)
            let own = Int(command.priority) - 1
            let higher = places?.prefix(own).firstIndex { $0 != .null }.map { UInt8(clamping: $0 + 1) }
            return PointStanding(raw: raw ?? [], place: place(own, in: places, of: point), overriding: higher)
        } catch {
            throw CommandFault(error)
        }
    }

    /// Writes a command.
    public func write(_ command: AuthorizedCommand) throws(CommandFault) {
        guard case .bacnet(let point) = command.command.target, let value = point.value(of: command.command.value)
        else { throw Self.notOurs }
        try write(value, to: point, priority: command.command.priority)
    }

    /// Gives a point back what it had before a command.
    public func giveBack(_ held: HeldCommand) throws(CommandFault) {
        guard case .bacnet(let point) = held.command.target else { throw Self.notOurs }
        switch held.way {
        case .relinquish: try write(.null, to: point, priority: held.command.priority)
        case .restore(let values):
            guard let number = values.first, values.count == 1, let value = point.value(of: number) else {
                throw Self.notOurs
            }
            try write(value, to: point, priority: held.command.priority)
        }
    }

    private static let notOurs = CommandFault("the command does not fit a point of BACnet")

    private func write(_ value: BACnetValue, to point: BACnetPoint, priority: UInt8) throws(CommandFault) {
        let request = WritePropertyRequest(
            point.object, PropertyValue(PropertyReference(.presentValue), [value], priority: priority))
        link.allow(request, at: point.peer)
        defer { link.close() }
        do throws(BACnetError) {
            guard try writer.perform(.writeProperty(request), at: point.peer) == nil else {
                throw .unexpected("the device answers a write with something else")
            }
        } catch {
            throw CommandFault(error)
        }
    }

    // MARK: reading

    private func read(_ property: PropertyIdentifier, of point: BACnetPoint) throws(BACnetError) -> [BACnetValue] {
        try reader.read(PropertyTarget(point.object, PropertyReference(property)), at: point.peer)
    }

    /// What was read of a property; `nil` when the object does not have it.
    private func readIfThere(
        _ property: PropertyIdentifier, of point: BACnetPoint
    ) throws(BACnetError) -> [BACnetValue]? {
        do throws(BACnetError) {
            return try read(property, of: point)
        } catch {
            if case .error(_, .unknownProperty) = error { return nil }
            throw error
        }
    }

    /// Makes sure that the device at the address is the one that was ordered: addresses change, and orders do not.
    private func checkDevice(_ point: BACnetPoint) throws(BACnetError) {
        let target = PropertyTarget(point.device, PropertyReference(.objectIdentifier))
        guard try reader.read(target, at: point.peer) == [.objectIdentifier(point.device)] else {
            throw .unexpected("another device than '\(point.device)' is at \(point.peer)")
        }
    }

    /// Makes sure that a number means to the device what it means to the order.
    private func checkUnits(_ units: String, of point: BACnetPoint) throws(BACnetError) {
        guard !units.isEmpty, let values = try readIfThere(.units, of: point) else { return }
        guard case .enumerated(let number)? = values.first, values.count == 1 else {
            throw .unexpected("the device does not tell the units of '\(point.object)'")
        }
        let actual = EngineeringUnits(number)
        guard UnitText.units(units) == actual else {
            throw .unexpected("the order is in '\(units)', the device has '\(actual)'")
        }
    }

    /// The priority array; `nil` when the object has none.
    private func priorities(of point: BACnetPoint) throws(BACnetError) -> [BACnetValue]? {
        guard let values = try readIfThere(.priorityArray, of: point) else { return nil }
        guard values.count == 16 else {
            throw .unexpected("the priority array of '\(point.object)' has \(values.count) places, not 16")
        }
        return values
    }

    private func place(_ index: Int, in places: [BACnetValue]?, of point: BACnetPoint) -> PointStanding.Place {
        guard let places, places.indices.contains(index) else { return .none }
        return places[index] == .null ? .free : .taken(point.number(of: places[index]))
    }
}
