import BACnet
import Modbus

/// The check of an integration design against the building as it was found, before anybody builds it.
public struct DesignCheck: Sendable {
    /// The measures of a design that breaches of rules count for, in their order.
    public static let measures = [
        "unmatched-points", "unit-mismatches", "duplicate-device-instances", "duplicate-object-ids",
        "register-overlaps", "unaddressed-registers", "unordered-values", "forbidden-commands",
    ]

    /// The breaches of rules, graver ones first.
    public let findings: [PointFinding]

    /// How many breaches each measure counts, in the order of ``measures``.
    public var counts: [(measure: String, count: Int)] { findings.counts(of: Self.measures) }

    /// Whether nothing is wrong that keeps the design from being built.
    public var passes: Bool { !findings.contains { $0.rule.severity == .error } }

    /// Checks a design.
    ///
    /// - Parameters:
    ///   - matrix: the integration matrix.
    ///   - baseline: the building as it was found.
    ///   - maps: the register maps of its Modbus units.
    ///   - lists: the engineering data exchange lists of its BACnet devices.
    ///   - current: the building as it is now, where the baseline is older; `nil` when it was not read again.
    /// - Complexity: O(*n* log *n*) in the number of points and rows.
    public init(
        _ matrix: IntegrationMatrix, baseline: PointInventory, maps: [RegisterMap] = [], lists: [EDEReading] = [],
        current: PointInventory? = nil
    ) {
        var rows = MatrixChecks(matrix, KnownPoints(baseline, maps))
        rows.check()
        let found = matrix.findings + rows.findings + BaselineChecks(baseline, current).findings
        findings = (found + maps.flatMap(\.findings) + lists.flatMap(\.findings)).inOrder
    }
}

/// The points of a baseline and of register maps, found by what a matrix calls them.
struct KnownPoints {
    struct RegisterKey: Hashable {
        let trunk: String
        let unit: UInt8
        let table: ModbusTable
        let address: UInt16
    }

    let baseline: PointInventory
    private(set) var objects: [UInt32: [BACnet.ObjectIdentifier: InventoryObject]] = [:]
    private(set) var registers: [RegisterKey: RegisterPoint] = [:]
    private(set) var mapped: [RegisterKey: RegisterPoint] = [:]

    init(_ baseline: PointInventory, _ maps: [RegisterMap]) {
        self.baseline = baseline
        for device in baseline.devices {
            for object in device.objects { objects[device.instance, default: [:]][object.identifier] = object }
        }
        for unit in baseline.units {
            for point in unit.registers.map(\.point) {
                guard let address = point.address else { continue }
                let key = RegisterKey(trunk: unit.endpoint, unit: unit.unit, table: point.table, address: address)
                registers[key] = point
            }
        }
        for point in maps.flatMap(\.points) {
            guard let unit = point.unit, let address = point.address else { continue }
            mapped[RegisterKey(trunk: point.trunk, unit: unit, table: point.table, address: address)] = point
        }
    }

    func object(_ reference: PointReference) -> InventoryObject? {
        guard case .bacnet(let device, let object) = reference else { return nil }
        return objects[device]?[object]
    }

    func register(_ reference: PointReference) -> RegisterPoint? {
        guard case .modbus(let trunk, let unit, let table, let address) = reference else { return nil }
        let key = RegisterKey(trunk: trunk, unit: unit, table: table, address: address)
        return registers[key] ?? mapped[key]
    }

    /// Whether the baseline has a point; maps promise points, they do not show them.
    func isFound(_ reference: PointReference) -> Bool {
        guard case .modbus(let trunk, let unit, let table, let address) = reference else {
            return object(reference) != nil
        }
        return registers[RegisterKey(trunk: trunk, unit: unit, table: table, address: address)] != nil
    }
}
