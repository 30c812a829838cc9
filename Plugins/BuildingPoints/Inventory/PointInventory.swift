public import PhaseLoom

/// The points of a building as they were found: the baseline that a design is checked against.
///
/// ```swift
/// let inventory = try PointInventory(json: bytes, file: "baseline.json")
/// print(inventory.fingerprint, inventory.devices.count)
/// ```
public struct PointInventory: Hashable, Sendable {
    /// The name of the building or the part of it; empty when it is not told.
    public var site: String
    /// When reading began; `nil` when it is not known.
    public var taken: Timestamp?
    /// How it was read, such as `survey` or `replay`; empty when it is not told.
    public var method: String
    /// The BACnet devices; two of one instance both stand here.
    public var devices: [InventoryDevice]
    /// The Modbus units.
    public var units: [InventoryUnit]

    /// Makes an inventory of its parts.
    public init(
        site: String = "", taken: Timestamp? = nil, method: String = "", devices: [InventoryDevice] = [],
        units: [InventoryUnit] = []
    ) {
        self.site = site
        self.taken = taken
        self.method = method
        self.devices = devices
        self.units = units
    }

    /// The inventory with its devices, objects, units and registers in their canonical order.
    ///
    /// Devices stand by instance and address, objects by type and instance, units by endpoint and number, registers by
    /// table and address; what is equal in that stays in the order in which it was found.
    ///
    /// - Complexity: O(*n* log *n*) in the number of points.
    public var inOrder: PointInventory {
        var copy = self
        copy.devices = devices.map(\.inOrder).stably { ($0.instance, $0.address) < ($1.instance, $1.address) }
        copy.units = units.map(\.inOrder).stably { ($0.endpoint, $0.unit) < ($1.endpoint, $1.unit) }
        return copy
    }

    /// How many points it has: objects other than devices, and registers.
    ///
    /// - Complexity: O(*n*) in the number of points.
    public var pointCount: Int {
        devices.reduce(0) { $0 + $1.points.count } + units.reduce(0) { $0 + $1.registers.count }
    }
}

extension Array {
    /// The elements sorted so that equal ones keep their order.
    func stably(by isBefore: (Element, Element) -> Bool) -> [Element] {
        enumerated().sorted { one, other in
            if isBefore(one.element, other.element) { return true }
            return !isBefore(other.element, one.element) && one.offset < other.offset
        }.map(\.element)
    }
}
