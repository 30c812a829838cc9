import BACnet
import Modbus

/// The points of an integration design as one list: what they are called, how they are scaled, who owns and polls them.
public struct DesignPoints: Sendable {
    /// The titles of the columns.
    public static let columns = [
        "point", "name", "description", "units", "scale", "offset", "order", "target", "direction", "priority",
        "poll class", "poll seconds", "cov lifetime", "owner", "file", "line",
    ]

    /// A row for each point, in the order of lists and maps; as many cells as there are columns.
    ///
    /// A point that the matrix maps to several targets has a row for each.
    public let rows: [[String]]

    /// Joins lists and maps with the matrix.
    ///
    /// - Complexity: O(*n*) in the number of points and rows.
    public init(_ design: IntegrationDesign) {
        let uses = Dictionary(grouping: design.matrix?.rows ?? [], by: \.source)
        var rows: [[String]] = []
        for reading in design.lists {
            for (point, line) in zip(reading.list.points, reading.lines) {
                let reference = PointReference.bacnet(device: point.device, object: point.object)
                let cells = [reference.description, point.objectName, point.description, point.unitsCell]
                rows += Self.rows(cells, nil, uses[reference] ?? [], [reading.file, String(line)])
            }
        }
        rows += Self.registers(design)
        self.rows = rows
    }

    /// The rows of the maps. A line that leaves trunk or unit open has a row for each point that it describes.
    private static func registers(_ design: IntegrationDesign) -> [[String]] {
        let known = KnownPoints(design)
        var uses: [RegisterPoint: [MatrixRow]] = [:]
        for row in design.matrix?.rows ?? [] {
            if let point = known.described(row.source) { uses[point, default: []].append(row) }
        }
        var rows: [[String]] = []
        for map in design.maps {
            for (point, line) in zip(map.points, map.lines) {
                let place = [map.file, String(line)]
                let named = { (title: String) in [title, point.name, "", point.units] }
                let found = uses[point, default: []]
                if found.isEmpty { rows += Self.rows(named(point.place), point, [], place) }
                for use in found { rows += Self.rows(named(use.source.description), point, [use], place) }
            }
        }
        return rows
    }

    private static func rows(
        _ cells: [String], _ point: RegisterPoint?, _ uses: [MatrixRow], _ place: [String]
    ) -> [[String]] {
        let scaling = [
            point.map { DecimalText.text($0.conversion.scale) } ?? "",
            point.map { DecimalText.text($0.conversion.offset) } ?? "", point?.order?.rawValue ?? "",
        ]
        let pollClass = point?.pollClass ?? ""
        guard !uses.isEmpty else { return [cells + scaling + ["", "", "", pollClass, "", "", ""] + place] }
        return uses.map { use in
            cells + scaling
                + [
                    use.target.description, use.direction.rawValue, use.priority.map { String($0) } ?? "",
                    use.pollClass.isEmpty ? pollClass : use.pollClass,
                    use.pollSeconds.map(DecimalText.text) ?? "", use.covLifetime.map(DecimalText.text) ?? "", use.owner,
                ] + place
        }
    }

    /// The list as comma-separated values; no text begins like a formula.
    ///
    /// - Complexity: O(*n*) in the number of points.
    public var csv: String {
        var csv = CSVText()
        csv.add(Self.columns)
        for row in rows { csv.add(row) }
        return csv.text
    }
}

extension EDEPoint {
    fileprivate var unitsCell: String {
        switch units {
        case .code(let units): units.name
        case .text(let text): text
        case nil: ""
        }
    }
}

extension RegisterPoint {
    /// The point as a matrix names it; `nil` where the map leaves trunk, unit or address open.
    fileprivate var referenced: PointReference? {
        guard let unit, let address, !trunk.isEmpty else { return nil }
        return .modbus(trunk: trunk, unit: unit, table: table, address: address)
    }

    fileprivate var place: String {
        referenced?.description ?? "\(table.rawValue)/\(address.map { String($0) } ?? "")"
    }
}
