public import BuildingPoints
public import PhaseLoom

/// What a survey brings back, live or from a capture: the inventory, and what is wrong with the building or with it.
public struct SurveyReport: Hashable, Sendable {
    /// The inventory, in canonical order.
    public let inventory: PointInventory
    /// What was found: clashes first, then what does not stand in the inventory, then what does, in its order.
    public let findings: [CollectedFinding]

    /// Makes a report of an inventory.
    ///
    /// - Parameters:
    ///   - inventory: the inventory.
    ///   - others: what was found that does not stand in it.
    /// - Complexity: O(*n* log *n*) in the number of points.
    init(_ inventory: PointInventory, others: [CollectedFinding]) {
        self.inventory = inventory.inOrder
        findings = SurveyFindings.clashing(in: self.inventory) + others + SurveyFindings.faults(in: self.inventory)
    }

    /// The devices that share an instance with another one.
    public var clashes: Int { SurveyFindings.clashes(in: inventory).reduce(0) { $0 + $1.count } }

    /// The units of Modbus that answered.
    public var answeringUnits: Int { inventory.units.count { !$0.isSilent } }

    /// Whether anything of the building was read: a device without objects, or units all of whose registers are
    /// missing, leave an inventory that shows nothing.
    public var showsSomething: Bool {
        inventory.devices.contains { $0.objects.contains { $0.readErrors.isEmpty } }
            || inventory.units.contains { unit in
                !unit.isSilent && (unit.registers.isEmpty || unit.registers.contains { !$0.raw.isEmpty })
            }
    }

    /// The points of which something could not be read.
    public var unreadPoints: Int {
        inventory.devices.reduce(0) { $0 + $1.objects.count { !$0.readErrors.isEmpty } }
            + inventory.units.reduce(0) { $0 + $1.registers.count { !$0.readErrors.isEmpty } }
    }
}
