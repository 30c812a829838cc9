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
        rows =
            sorted.devices.flatMap { device in device.points.map { $0.cells(of: String(device.instance)) } }
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

    /// The table as a page that prints, with a table of the devices above it.
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
            "<dl>\n\(list)</dl>\n"
                + HTMLText.table(
                    "Devices", Self.deviceColumns, inventory.devices.map { ($0.faults.isEmpty ? "" : "warn", $0.cells) }
                )
                + HTMLText.table("Points", Self.columns.map { ($0, $0 == "value") }, points))
    }

    private static let deviceColumns = [
        ("device", true), ("name", false), ("address", false), ("vendor", false), ("model", false), ("firmware", false),
        ("points", true), ("faults", false),
    ].map { (title: $0.0, isNumber: $0.1) }
}

extension InventoryDevice {
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
