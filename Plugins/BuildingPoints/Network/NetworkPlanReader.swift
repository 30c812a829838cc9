import PhaseLoom

/// Reads the records of a network plan.
struct NetworkPlanReader {
    /// A record with what shows it.
    struct Entry<Value> {
        let value: Value
        let evidence: PointEvidence
    }

    let file: String
    private(set) var trunks: [Entry<NetworkTrunk>] = []
    private(set) var devices: [Entry<NetworkDevice>] = []
    private(set) var managers: [Entry<BroadcastManager>] = []
    private(set) var pollClasses: [Entry<PollClass>] = []
    private var cells = RecordCells()
    private let table: RecordTable

    var findings: [PointFinding] { table.findings + cells.findings }

    private static let layout = RecordTable.Layout(
        format: NetworkPlan.format,
        lists: [("trunks", "trunk"), ("devices", "device"), ("bbmds", "bbmd"), ("pollClasses", "poll-class")],
        columns: [
            "record", "id", "kind", "baud", "format", "masters", "info-frames", "network", "router", "subnet",
            "delay-ms", "rate", "name", "trunk", "instance", "unit", "mac", "max-apdu", "cov-table", "trend-rate",
            "address", "seconds",
        ], required: ["record"], kindColumn: "record")

    init(_ bytes: [UInt8], file: String) {
        self.file = file
        table = RecordTable(bytes, file: file, as: Self.layout)
        for row in table.rows {
            let evidence = row.evidence(nil)
            switch row.kind {
            case "trunk": trunk(row).map { trunks.append(Entry(value: $0, evidence: evidence)) }
            case "device": device(row).map { devices.append(Entry(value: $0, evidence: evidence)) }
            case "bbmd": manager(row).map { managers.append(Entry(value: $0, evidence: evidence)) }
            case "poll-class": pollClass(row).map { pollClasses.append(Entry(value: $0, evidence: evidence)) }
            default:
                cells.note(
                    .badCell, row, "record", "'\(row.kind.clipped)' is no record of a plan",
                    "write 'trunk', 'device', 'bbmd' or 'poll-class'")
            }
        }
    }

    private mutating func text(_ row: RecordTable.Row, _ column: String) -> String? {
        cells.value(row, column, "give it in every record of this kind", mayBeEmpty: false) { $0.isEmpty ? nil : $0 }
    }

    private mutating func trunk(_ row: RecordTable.Row) -> NetworkTrunk? {
        let kinds = TrunkKind.allCases.map { "'\($0.rawValue)'" }.joined(separator: ", ")
        guard let id = text(row, "id"),
            let kind = cells.value(
                row, "kind", "write one of \(kinds)", mayBeEmpty: false, { TrunkKind(rawValue: $0) })
        else { return nil }
        return NetworkTrunk(
            id: id, kind: kind, baud: cells.whole(row, "baud", in: 110...10_000_000),
            format: cells.value(row, "format", "write one like '8N1' or '8E1'") { OctetFormat($0) } ?? .usual,
            masters: cells.whole(row, "masters", in: 1...128),
            infoFrames: cells.whole(row, "info-frames", in: 1...255) ?? 1,
            network: cells.whole(row, "network", in: 1...65_534), router: row.text("router"),
            subnet: row.text("subnet"),
            delay: cells.number(row, "delay-ms") { (0...60_000).contains($0) }.map { $0 / 1000 } ?? kind.usualDelay,
            rate: cells.number(row, "rate") { (0.001...1e6).contains($0) }, address: row.text("address"))
    }

    private mutating func device(_ row: RecordTable.Row) -> NetworkDevice? {
        guard let trunk = text(row, "trunk") else { return nil }
        let device = NetworkDevice(
            name: row.text("name"), trunk: trunk, instance: cells.whole(row, "instance", in: 0...4_194_302),
            unit: cells.whole(row, "unit", in: 1...255), mac: row.text("mac"),
            maxAPDU: cells.whole(row, "max-apdu", in: 50...1_476),
            covTable: cells.whole(row, "cov-table", in: 0...Int.max),
            trendRate: cells.number(row, "trend-rate") { (0...1e6).contains($0) })
        let hasNumber = device.instance != nil || device.unit != nil
        if !hasNumber, row.text("instance").isEmpty, row.text("unit").isEmpty {
            cells.note(
                .missingValue, row, nil, "the device has neither instance nor unit",
                "give the instance of a BACnet device or the unit of a Modbus one")
        }
        return device
    }

    private mutating func manager(_ row: RecordTable.Row) -> BroadcastManager? {
        guard let address = text(row, "address"), let subnet = text(row, "subnet") else { return nil }
        return BroadcastManager(address: address, subnet: subnet)
    }

    private mutating func pollClass(_ row: RecordTable.Row) -> PollClass? {
        guard let name = text(row, "name"),
            let seconds = cells.value(
                row, "seconds", "write a number from 0.001", mayBeEmpty: false,
                { text in DecimalText.number(text).flatMap { PollClass.range.contains($0) ? $0 : nil } })
        else { return nil }
        return PollClass(name: name, seconds: seconds)
    }
}
