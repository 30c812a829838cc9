import BuildingPoints
import FieldLinks
import Modbus
import PhaseLoom

/// The units of Modbus that a capture shows, as they grow out of its exchanges.
struct CapturedUnits: Sendable {
    /// The most units, and the most registers of all of them.
    static let (unitLimit, registerLimit) = (20_000, 1_000_000)

    /// The exchanges for whose units or registers there was no room.
    private(set) var refused = 0
    /// When something of use was captured first.
    private(set) var begin: Timestamp?
    /// The requests that would change something in a unit; they are not carried out here.
    private(set) var writes = 0
    private let map: [RegisterPoint]
    /// How many points of the map the record of each unit will have, by its number.
    private let mapped: [Int]
    private var units: [Key: CapturedUnit] = [:]
    private var registerCount = 0

    private struct Key: Hashable {
        let server: Endpoint
        let unit: UInt8
    }

    /// Begins without units.
    ///
    /// - Parameter map: the points to look for; without any, each register is one.
    init(map: [RegisterPoint]) {
        self.map = map
        var mapped = [Int](repeating: map.count { $0.unit == nil }, count: 256)
        for unit in map.compactMap(\.unit) { mapped[Int(unit)] += 1 }
        self.mapped = mapped
    }

    /// Takes an exchange.
    mutating func take(_ exchange: ModbusExchangeSeen) {
        if case .write = exchange.request { writes += 1 }
        guard case .read(let reading) = exchange.request else { return }
        let key = Key(server: exchange.server, unit: exchange.unit)
        let isNew = units[key] == nil
        let added = isNew ? mapped[Int(exchange.unit)] : 0
        guard registerCount + max(1, added) <= Self.registerLimit, !isNew || units.count < Self.unitLimit else {
            refused += 1
            return
        }
        begin = min(begin ?? exchange.time, exchange.time)
        let before = units[key]?.registerCount ?? 0
        units[key, default: CapturedUnit()].take(exchange, reading)
        registerCount += added + (units[key]?.registerCount ?? 0) - before
    }

    /// The records of all units, in canonical order.
    ///
    /// - Complexity: O(*n* log *n*) in the number of registers and points.
    var records: [InventoryUnit] {
        units.sorted { ($0.key.server, $0.key.unit) < ($1.key.server, $1.key.unit) }.map { key, unit in
            unit.record(at: key.server.description, key.unit, map.filter { $0.belongs(to: key.unit) })
        }
    }
}

/// What is known of a unit so far.
private struct CapturedUnit {
    private struct Place: Hashable, Comparable {
        let table: ModbusTable
        let address: UInt16

        static func < (one: Place, other: Place) -> Bool {
            (one.table.rawValue, one.address) < (other.table.rawValue, other.address)
        }
    }

    private struct Refusal: Hashable {
        let place: Place
        let quantity: UInt16
        let exception: ModbusException

        var subject: String {
            let last = UInt16(clamping: Int(place.address) + max(1, Int(quantity)) - 1)
            return "\(place.table.rawValue) \(place.address)" + (last > place.address ? " to \(last)" : "")
        }
    }

    private static let mostRefusals = 1000
    private var identification: [UInt8: ModbusIdentificationObject] = [:]
    private var values: [Place: (value: UInt16, time: Timestamp)] = [:]
    private var refusals: [Refusal] = []

    var registerCount: Int { values.count }

    mutating func take(_ exchange: ModbusExchangeSeen, _ reading: ModbusReading) {
        switch (reading, exchange.response) {
        case (.table(let table, let address, let quantity), .exception(_, let exception)):
            let refusal = Refusal(
                place: Place(table: table, address: address), quantity: quantity, exception: exception)
            if !refusals.contains(refusal), refusals.count < Self.mostRefusals { refusals.append(refusal) }
        case (_, .identification(let part)):
            for object in part.objects { identification[object.id] = object }
        default:
            guard let read = exchange.values else { return }
            for (offset, value) in read.values.enumerated() {
                let place = Place(table: read.table, address: read.address &+ UInt16(clamping: offset))
                values[place] = (value, exchange.time)
            }
        }
    }

    func record(at endpoint: String, _ number: UInt8, _ points: [RegisterPoint]) -> InventoryUnit {
        var unit = InventoryUnit(endpoint: endpoint, unit: number)
        unit.identification = identification.sorted { $0.key < $1.key }.map { .init($0.value) }
        let unnamed = values.keys.sorted().map { RegisterPoint(unnamed: $0.table, $0.address) }
        unit.registers = (points.isEmpty ? unnamed : points).map(register)
        let open = refusals.filter { refusal in
            // What was read another time, or alone, is no fault.
            points.isEmpty
                && !(0..<Int(refusal.quantity)).allSatisfy { offset in
                    values[
                        Place(table: refusal.place.table, address: refusal.place.address &+ UInt16(clamping: offset))]
                        != nil
                }
        }
        unit.faults = open.map { InventoryFault(subject: $0.subject, code: $0.exception.description) }
        return unit
    }

    private func register(_ point: RegisterPoint) -> InventoryRegister {
        var register = InventoryRegister(point)
        guard let addresses = point.addresses else {
            register.readErrors = [InventoryFault(subject: point.place, code: "no-address")]
            return register
        }
        let found = addresses.compactMap { values[Place(table: point.table, address: UInt16(clamping: $0))] }
        if found.count == addresses.count {
            let factor = point.scaleFactor.flatMap { values[Place(table: point.table, address: $0)]?.value }
            register.take(point.value(of: found.map(\.value), scaleFactor: factor), at: found.map(\.time).max())
        } else {
            let refusal = refusals.last { refusal in
                let first = Int(refusal.place.address)
                return refusal.place.table == point.table
                    && (first..<first + Int(refusal.quantity)).overlaps(addresses)
            }
            register.readErrors = [
                refusal.map { InventoryFault(subject: $0.subject, code: $0.exception.description) }
                    ?? .notRead(point.place)
            ]
        }
        return register
    }
}
