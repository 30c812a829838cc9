import BuildingPoints
import BuildingSurvey
import FieldLinks
import PhaseLoom

/// Reads the files of a checkout, and refuses those that would leave points unchecked.
struct CheckoutFiles {
    /// The most bytes of a file; a list of 100,000 points has some 10 MiB.
    private static let limit = PointInventory.sizeLimit
    private let context: CollectorContext

    init(in context: CollectorContext) { self.context = context }

    /// The points of the matrix with what they should show, none of them read yet.
    mutating func sheet(_ values: OptionValues) throws -> CheckoutSheet {
        let matrix = try read(values[PointCheckoutCollector.matrix])
        let name = values[PointCheckoutCollector.matrix]
        let path = values[PointCheckoutCollector.expected]
        let expectations =
            path.isEmpty
            ? CheckoutExpectations.read(matrix: matrix, file: name)
            : CheckoutExpectations.read(try read(path), file: path)
        let plan = CheckoutPlan(IntegrationMatrix.read(matrix, file: name), expectations)
        try refuse(plan.problems)
        return CheckoutSheet(site: values[PointCheckoutCollector.site], rows: plan.rows)
    }

    /// The places of the points that are to be read, after an earlier sheet was taken over.
    mutating func places(in sheet: inout CheckoutSheet, earlier path: String) throws -> [Int] {
        guard !path.isEmpty else { return Array(sheet.rows.indices) }
        let bytes = try read(path)
        if bytes.first(where: { ![9, 10, 13, 32].contains($0) }) == UInt8(ascii: "{") {
            return sheet.goOn(from: try record { () throws(RecordError) in try CheckoutSheet(json: bytes, file: path) })
        }
        let earlier = CheckoutSheet.read(csv: bytes, file: path)
        try refuse(earlier.findings)
        return sheet.goOn(from: earlier.sheet)
    }

    /// The points of the register maps.
    mutating func registers(_ values: OptionValues) throws -> [RegisterPoint] {
        var points: [RegisterPoint] = []
        for path in values[PointCheckoutCollector.map].paths {
            let convention = values[DesignOptions.convention].addresses
            let map = RegisterMap.read(try read(path), file: path, convention: convention)
            try refuse(map.findings.filter { $0.rule.severity == .error && !Self.isAboutOthers($0.rule) })
            points += map.points
        }
        return points
    }

    /// Whether a rule is about what else can be wrong with a design, and does not change what registers mean.
    private static func isAboutOthers(_ rule: PointRule) -> Bool {
        ["register-overlap", "unstated-order", "writable-input"].contains(rule.id)
    }

    /// The devices whose places a file tells.
    mutating func devices(_ path: String) throws -> [InventoryDevice] {
        guard !path.isEmpty else { return [] }
        let bytes = try read(path)
        let read = try record { () throws(RecordError) in try CheckoutDevices.read(bytes, file: path) }
        try refuse(read.findings)
        for device in read.devices where Endpoint(device.address, port: 47808) == nil {
            throw CollectorError(
                .data, at: "\(path): device \(device.instance)", "'\(device.address.excerpt)' is no address",
                hint: "write it like '192.0.2.7:47808'")
        }
        return read.devices
    }

    /// What a capture shows of points.
    mutating func capture(
        _ path: String, _ points: [PointReference], _ book: RegisterBook
    ) throws -> CapturedCheckout {
        var capture = CapturedCheckout(points, book)
        _ = try context.read(path) { capture.take($0) }
        if let fault = capture.finish() {
            throw CollectorError(
                .data, at: path, "the capture cannot be read: \(fault)", hint: "give a whole file of pcap or pcapng")
        }
        return capture
    }

    private func read(_ path: String) throws -> [UInt8] {
        var bytes: [UInt8] = []
        _ = try context.read(path, limit: Self.limit) { bytes += $0 }
        return bytes
    }

    private func refuse(_ problems: [PointFinding]) throws {
        if !problems.isEmpty { throw CollectorError(.data, problems.map(\.text)) }
    }

    private func record<Value>(_ body: () throws(RecordError) -> Value) throws -> Value {
        do throws(RecordError) {
            return try body()
        } catch {
            throw CollectorError(.data, [error.description])
        }
    }
}

extension String {
    /// The text as messages quote it.
    fileprivate var excerpt: String { String(prefix(60)) }
}
