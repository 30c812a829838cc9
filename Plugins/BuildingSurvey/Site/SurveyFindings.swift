import BuildingPoints
import PhaseLoom

/// What an inventory itself says about what is wrong.
enum SurveyFindings {
    /// The instances that several devices have.
    static func clashing(in inventory: PointInventory) -> [CollectedFinding] { clashes(in: inventory).map(clash) }

    /// What could not be read, devices before units.
    static func faults(in inventory: PointInventory) -> [CollectedFinding] {
        inventory.devices.flatMap(findings) + inventory.units.flatMap(findings)
    }

    /// The devices that share an instance, by instance; the one that the standard keeps for no instance is none.
    static func clashes(in inventory: PointInventory) -> [[InventoryDevice]] {
        let groups = Dictionary(grouping: inventory.devices, by: \.instance)
        return groups.filter { $0.value.count > 1 && $0.key < 4_194_303 }.sorted { $0.key < $1.key }.map(\.value)
    }

    private static func clash(_ devices: [InventoryDevice]) -> CollectedFinding {
        let instance = devices.first?.instance ?? 0
        let places = devices.map(\.place).listed
        return CollectedFinding(
            "instance-clash", .error, "\(devices.count) devices have the instance \(instance): at \(places)",
            subject: "device \(instance)", hint: "give each its own instance; all of them are in the inventory")
    }

    private static func findings(_ device: InventoryDevice) -> [CollectedFinding] {
        let subject = "device \(device.instance) at \(device.place)"
        return faults(device.faults, subject)
            + unread(
                device.objects.filter { !$0.readErrors.isEmpty }.map { ("\($0.identifier)", $0.readErrors) },
                of: device.objects.count, "objects", subject)
    }

    private static func findings(_ unit: InventoryUnit) -> [CollectedFinding] {
        let subject = "unit \(unit.unit) at \(unit.endpoint)"
        return faults(unit.faults, subject)
            + unread(
                unit.registers.filter { !$0.readErrors.isEmpty }.map { ($0.point.name, $0.readErrors) },
                of: unit.registers.count, "points", subject)
    }

    private static func faults(_ faults: [InventoryFault], _ subject: String) -> [CollectedFinding] {
        faults.map { fault in
            let remark = fault.remark.isEmpty ? "" : ": \(fault.remark)"
            // Without its list of objects nobody knows what is missing, and a unit that is silent misses everything.
            let isWhole = fault.subject == "object-list" || fault.subject == "unit"
            return CollectedFinding(
                "device-fault", isWhole ? .error : .warning, "\(fault.subject): \(fault.code)\(remark)",
                subject: subject,
                hint: "see the device and the way to it, and survey it again")
        }
    }

    /// One finding for all points of a device that could not be read in full; the inventory has each of them.
    private static func unread(
        _ points: [(name: String, errors: [InventoryFault])], of count: Int, _ kind: String, _ subject: String
    ) -> [CollectedFinding] {
        guard let first = points.first, let error = first.errors.first else { return [] }
        return [
            CollectedFinding(
                "unread-points", .warning,
                "\(points.count) of \(count) \(kind) could not be read in full, such as '\(first.name.clipped)' with"
                    + " '\(error.subject): \(error.code)'", subject: subject,
                hint: "see 'readErrors' in the inventory for all of them")
        ]
    }
}

extension InventoryDevice {
    /// Where it is, with its network behind a router.
    var place: String {
        guard let network else { return address }
        let digits = mac.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        return "\(address) \(network):\(digits)"
    }
}
