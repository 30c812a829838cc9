import BACnet
import Modbus
import PhaseLoom

/// The points of an inventory as rows of text, for people and spreadsheets.
public struct InventoryTable: Sendable {
    /// The titles of the columns.
    public static let columns = [
        "device", "point", "name", "description", "value", "units", "state", "status", "commandable", "faults",
    ]

    /// A row for each point, in the canonical order; as many cells as there are columns.
    public let rows: [[String]]
    private let inventory: PointInventory

    /// Makes the table of an inventory.
    ///
    /// - Complexity: O(*n* log *n*) in the number of points.
    public init(_ inventory: PointInventory) {
        let sorted = inventory.inOrder
        self.inventory = sorted
        let counts = Dictionary(grouping: sorted.devices, by: \.instance).mapValues(\.count)
        rows =
            sorted.devices.flatMap { device in
                // Devices of one instance are told apart by their places.
                let name = String(device.instance) + (counts[device.instance] == 1 ? "" : " \(device.place)")
                return device.points.map { $0.cells(of: name) }
            }
            + sorted.units.flatMap { unit in unit.registers.map { $0.cells(of: "\(unit.endpoint) \(unit.unit)") } }
    }

    /// The table as comma-separated values; no text begins like a formula.
    ///
    /// - Complexity: O(*n*) in the number of points.
    public var csv: String {
        var csv = CSVText()
        csv.add(Self.columns)
        for row in rows { csv.add(row) }
        return csv.text
    }

    /// The table in Markdown.
    ///
    /// - Complexity: O(*n*) in the number of points.
    public var markdown: String { MarkdownText.table(Self.columns.map { ($0, $0 == "value") }, rows) }

    /// The table as a page that prints, with tables of the devices and the units above it.
    ///
    /// - Complexity: O(*n*) in the number of points.
    public var html: String {
        let title = inventory.site.isEmpty ? "Point inventory" : "Point inventory: \(inventory.site)"
        let facts = [
            ("Taken", inventory.taken?.description ?? "not known"), ("Points", String(rows.count)),
            ("Fingerprint", inventory.fingerprint.description),
        ]
        let list = facts.map { "<dt>\($0.0)</dt><dd>\(HTMLText.escaped($0.1))</dd>\n" }.joined()
        let place = Self.columns.firstIndex(of: "faults") ?? 0
        let points = rows.map { (style: $0[place].isEmpty ? "" : "warn", cells: $0) }
        return HTMLText.page(
            title: title,
            "<dl>\n\(list)</dl>\n" + devices + units
                + HTMLText.table("Points", Self.columns.map { ($0, $0 == "value") }, points))
    }

    private var devices: String {
        guard !inventory.devices.isEmpty else { return "" }
        return HTMLText.table(
            "Devices", Self.deviceColumns, inventory.devices.map { ($0.faults.isEmpty ? "" : "warn", $0.cells) })
    }

    private var units: String {
        guard !inventory.units.isEmpty else { return "" }
        return HTMLText.table(
            "Units", Self.unitColumns, inventory.units.map { ($0.faults.isEmpty ? "" : "warn", $0.cells) })
    }

    private static let deviceColumns = [
        ("device", true), ("name", false), ("address", false), ("vendor", false), ("model", false), ("firmware", false),
        ("points", true), ("faults", false),
    ].map { (title: $0.0, isNumber: $0.1) }

    private static let unitColumns = [
        ("unit", true), ("reached at", false), ("vendor", false), ("product", false), ("revision", false),
        ("points", true), ("faults", false),
    ].map { (title: $0.0, isNumber: $0.1) }
}

extension InventoryUnit {
    /// The objects 0 to 2 of its identification are the vendor, the product and the revision (Modbus V1.1b3, 6.21).
    fileprivate var cells: [String] {
        let texts: [String] = (0...2).map { number in
            identification.first { Int($0.number) == number }.map(\.text) ?? ""
        }
        return [String(unit), endpoint] + texts + [String(registers.count), faults.cell]
    }
}

extension InventoryDevice {
    fileprivate var place: String {
        guard let network else { return address }
        return "\(address)/\(network)/" + mac.map { String($0, radix: 16) }.joined(separator: ":")
    }

    fileprivate var cells: [String] {
        [
            String(instance), name ?? "", address, vendorName ?? "", modelName ?? "", firmwareRevision ?? "",
            String(points.count), faults.cell,
        ]
    }
}

extension InventoryObject {
    fileprivate func cells(of device: String) -> [String] {
        [
            device, identifier.description, name ?? "", description ?? "", presentValue?.text ?? "", units?.name ?? "",
            stateText ?? "", statusFlags?.names.joined(separator: " ") ?? "",
            isCommandable.map { $0 ? "yes" : "no" } ?? "", readErrors.cell,
        ]
    }
}

extension InventoryRegister {
    fileprivate func cells(of unit: String) -> [String] {
        [
            unit, "\(point.table.rawValue) \(point.address.map { String($0) } ?? "")", point.name, "",
            value?.text ?? "",
            point.units, "", isNotImplemented ? "not implemented" : "", point.access.isWritable ? "yes" : "no",
            readErrors.cell,
        ]
    }
}

extension [InventoryFault] {
    fileprivate var cell: String { map { "\($0.subject): \($0.code)" }.joined(separator: "; ") }
}
