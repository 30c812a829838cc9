/// An integration design, and what it is checked against; a part that is missing is not checked.
public struct IntegrationDesign: Sendable {
    /// The integration matrix.
    public var matrix: IntegrationMatrix?
    /// The building as it was found.
    public var baseline: PointInventory?
    /// The building as it is now, where the baseline is older.
    public var current: PointInventory?
    /// The lists of its BACnet points.
    public var lists: [EDEReading]
    /// The register maps of its Modbus units.
    public var maps: [RegisterMap]
    /// The plan of its networks.
    public var plan: NetworkPlan?

    /// Makes a design of its parts.
    public init(
        matrix: IntegrationMatrix? = nil, baseline: PointInventory? = nil, current: PointInventory? = nil,
        lists: [EDEReading] = [], maps: [RegisterMap] = [], plan: NetworkPlan? = nil
    ) {
        self.matrix = matrix
        self.baseline = baseline
        self.current = current
        self.lists = lists
        self.maps = maps
        self.plan = plan
    }

    /// Whether the parts are there that a measure counts breaches in; what was not given must not read as zero.
    func isMeasured(_ measure: String) -> Bool {
        let hasPoints = !lists.isEmpty || !maps.isEmpty
        switch measure {
        case "unmatched-points", "forbidden-commands": return matrix != nil && baseline != nil
        case "unit-mismatches": return matrix != nil && (baseline != nil || hasPoints)
        case "duplicate-device-instances", "duplicate-object-ids":
            return !lists.isEmpty || baseline?.devices.isEmpty == false
        case "register-overlaps", "unaddressed-registers", "unordered-values": return !maps.isEmpty
        case "duplicate-unit-ids":
            let isPlaced = maps.contains { $0.points.contains { $0.unit != nil && !$0.trunk.isEmpty } }
            return isPlaced || plan != nil || baseline?.units.isEmpty == false
        case "duplicate-network-numbers", "surplus-broadcast-managers": return plan != nil
        default: return false
        }
    }
}
