public import Modbus
import PhaseLoom

/// A point of a Modbus register map.
public struct RegisterPoint: Hashable, Sendable {
    /// The name of the point.
    public var name: String
    /// The trunk or gateway at which the unit is; empty when the map does not say.
    public var trunk: String
    /// The device that the unit is; empty when the map does not say.
    public var device: String
    /// The number of the unit; `nil` when the map is for any unit.
    public var unit: UInt8?
    /// The table.
    public var table: ModbusTable
    /// The address in the table, from 0; `nil` when the map leaves it open.
    public var address: UInt16?
    /// The address as the map prints it, such as `40101`.
    public var reference: String
    /// How registers make up the value.
    public var type: RegisterType
    /// The order of octets; `nil` when the map does not say.
    public var order: ModbusOrder?
    /// How many registers or bits it takes.
    public var count: Int
    /// How a raw number becomes the value.
    public var conversion: LinearConversion
    /// The address of a register with the power of ten by which raw numbers are multiplied first; `nil` for none.
    ///
    /// It stands in the table of the point.
    public var scaleFactor: UInt16?
    /// The names of states, or of bits.
    public var symbols: [RegisterSymbol]
    /// The units of the value, as the map has them.
    public var units: String
    /// The raw value that means that the device does not have the point, in hexadecimal digits; empty for none.
    public var notImplemented: String
    /// What others may do with it.
    public var access: RegisterAccess
    /// How many registers one request may ask of the unit; `nil` when the map does not say.
    public var maxBlock: Int?
    /// The class of polling, such as `fast`; empty when the map does not say.
    public var pollClass: String

    /// Makes a point with what every map tells.
    ///
    /// - Parameters:
    ///   - name: its name.
    ///   - table: the table.
    ///   - address: the address in the table, from 0.
    ///   - type: how registers make up the value.
    public init(_ name: String, _ table: ModbusTable, _ address: UInt16?, _ type: RegisterType) {
        self.name = name
        self.table = table
        self.address = address
        self.type = type
        trunk = ""
        device = ""
        reference = ""
        count = type.usualCount
        conversion = .identity
        symbols = []
        units = ""
        notImplemented = ""
        access = .read
        pollClass = ""
    }

    /// The addresses that it takes, from 0; `nil` without an address, and beyond the end of the table.
    public var addresses: Range<Int>? {
        guard let address, count > 0, count <= 65_536 - Int(address) else { return nil }
        return Int(address)..<Int(address) + count
    }

    /// What one request reads so that the value is known: its registers, and those up to its scale factor.
    ///
    /// A scale factor may change at any time: one that was read before or after may belong to another value. `nil`
    /// without an address, and where all this is more than one request may ask for.
    public var block: ModbusBlock? {
        guard let addresses else { return nil }
        let first = min(addresses.lowerBound, scaleFactor.map { Int($0) } ?? .max)
        let end = max(addresses.upperBound, scaleFactor.map { Int($0) + 1 } ?? 0)
        guard end - first <= min(table.limit, maxBlock ?? .max), let address = UInt16(exactly: first),
            let quantity = UInt16(exactly: end - first)
        else { return nil }
        return ModbusBlock(address: address, quantity: quantity)
    }

    /// Where the point stands among others of its unit.
    var key: PointKey { PointKey(table: table.rawValue, address: Int(address ?? 0), name: name) }

    struct PointKey: Comparable {
        let table: String
        let address: Int
        let name: String

        static func < (one: PointKey, other: PointKey) -> Bool {
            (one.table, one.address, one.name) < (other.table, other.address, other.name)
        }
    }
}

// MARK: JSON

extension RegisterPoint {
    static let keys = [
        "name", "trunk", "device", "unit", "table", "address", "reference", "type", "order", "count", "scale", "offset",
        "scaleFactor", "symbols", "units", "notImplementedCode", "access", "maxBlock", "pollClass",
    ]

    var members: RecordMembers {
        var members = RecordMembers()
        members.add("name", name)
        members.add("trunk", trunk.isEmpty ? nil : trunk)
        members.add("device", device.isEmpty ? nil : device)
        members.add("unit", unit.map { Int($0) })
        members.add("table", table.rawValue)
        members.add("address", address.map { Int($0) })
        members.add("reference", reference.isEmpty ? nil : reference)
        members.add("type", type.rawValue)
        members.add("order", order?.rawValue)
        members.add("count", count == type.width ? nil : count)
        members.add("scale", conversion.scale == 1 ? nil : conversion.scale)
        members.add("offset", conversion.offset == 0 ? nil : conversion.offset)
        members.add("scaleFactor", scaleFactor.map { Int($0) })
        members.add("symbols", symbols.map(\.json))
        members.add("units", units.isEmpty ? nil : units)
        members.add("notImplementedCode", notImplemented.isEmpty ? nil : notImplemented)
        members.add("access", access.rawValue)
        members.add("maxBlock", maxBlock)
        members.add("pollClass", pollClass.isEmpty ? nil : pollClass)
        return members
    }

    init(_ object: RecordObject) throws(RecordFault) {
        self.init(
            try object.required("name").text(), try object.required("table").choice(), try object.whole("address"),
            try object.required("type").choice())
        trunk = try object.text("trunk")
        device = try object.text("device")
        unit = try object.whole("unit")
        reference = try object.text("reference")
        order = try object.optional("order") { node throws(RecordFault) in try node.choice() }
        count = try object.optional("count") { node throws(RecordFault) in try node.integer(in: 1...65_536) } ?? count
        let factors = (try object.number("scale") ?? 1, try object.number("offset") ?? 0)
        guard let conversion = LinearConversion(scale: factors.0, offset: factors.1) else {
            throw try object.required("scale").fault("the scale is 0", "give a scale that is not 0")
        }
        self.conversion = conversion
        scaleFactor = try object.whole("scaleFactor")
        symbols = try object.list("symbols") { node throws(RecordFault) in try RegisterSymbol(node) }
        units = try object.text("units")
        notImplemented = try object.text("notImplementedCode")
        access = try object.required("access").choice()
        maxBlock = try object.whole("maxBlock")
        pollClass = try object.text("pollClass")
    }
}
