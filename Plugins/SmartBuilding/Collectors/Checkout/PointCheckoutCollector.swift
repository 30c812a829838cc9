import BuildingPoints
import BuildingSurvey
import FieldLinks
import PhaseLoom

/// Checks every point of an integration from end to end, or against what it should show, and leaves a signed-off sheet.
struct PointCheckoutCollector: Collector {
    static let id: ID = "point-checkout"
    static let help = "Reads each point of an integration, live or from a capture, and checks what it shows."
    static let matrix = OverlayOption<String>.file(
        "matrix", help: "matrix of source points, target points and conversions")
    static let expected = OverlayOption<String>.file(
        "expected", help: "what points should show: point, expected, tolerance, units, state text", default: "")
    static let sheet = OverlayOption<String>.file(
        "sheet", help: "earlier sheet as JSON or CSV to go on with: what passed is not read again", default: "")
    static let pcap = OverlayOption<String>.file(
        "pcap", help: "capture to read the points from, instead of from the devices", default: "")
    static let bacnet = OverlayOption<String>.text(
        "bacnet", help: "addresses of BACnet devices, or of broadcasts that end in 255, with commas between them",
        default: "")
    static let devices = OverlayOption<String>.file(
        "devices", help: "inventory, or table of device and address, that tells where BACnet devices are", default: "")
    static let local = OverlayOption<String>.text(
        "local", help: "address of the interface for BACnet", default: "0.0.0.0")
    static let modbus = OverlayOption<String>.text(
        "modbus", help: "addresses of Modbus trunks as NAME=ADDRESS:PORT, with commas between them", default: "")
    static let map = OverlayOption<String>.file(
        "map", help: "register maps that tell what registers mean, with commas between the paths", default: "")
    static let rate = OverlayOption<Double>.number(
        "rate", help: "most requests per second to each trunk", default: 10, in: 0.1...1000)
    static let site = OverlayOption<String>.text("site", help: "name of the building on the sheet", default: "")
    static let options = [
        matrix.descriptor, expected.descriptor, sheet.descriptor, pcap.descriptor, bacnet.descriptor,
        devices.descriptor, local.descriptor, modbus.descriptor, map.descriptor,
        DesignOptions.convention.descriptor, rate.descriptor, site.descriptor,
    ]

    let values: OptionValues
    private let addresses: CheckoutAddresses

    init(_ values: OptionValues) throws(InvalidValue) {
        addresses = try CheckoutAddresses(values)
        self.values = values
    }

    func collect(in context: CollectorContext) async throws -> CollectorReport {
        try await collect(in: context, over: .system)
    }

    /// Does the work over given links.
    func collect(in context: CollectorContext, over links: CheckoutLinks) async throws -> CollectorReport {
        var files = CheckoutFiles(in: context)
        var sheet = try files.sheet(values)
        let places = try files.places(in: &sheet, earlier: values[Self.sheet])
        let points = try files.registers(values)
        if values[Self.pcap].isEmpty {
            let devices = try files.devices(values[Self.devices])
            let live = CheckoutRun(
                addresses: addresses, devices: devices, registers: points, rate: values[Self.rate], context: context)
            sheet = try await live.check(sheet, places, over: links)
        } else {
            let ends = places.flatMap { [sheet.rows[$0].source, sheet.rows[$0].target] }
            var capture = try files.capture(values[Self.pcap], ends, addresses.book(points))
            try sheet.check(places, with: &capture)
        }
        return try CheckoutEvidence(sheet, planned: context.plannedPoints).report(in: context)
    }
}

extension CollectorContext {
    /// How many points the matrix has that was handed in last; 0 when there is none, or nobody counted them.
    fileprivate var plannedPoints: Int {
        let matrix = engagement?.evidence(of: "integration-matrix", inForceAt: now).last
        let points = matrix?.draft.measurements.first { $0.name == "points" }?.value
        return points.flatMap { Int(exactly: $0) } ?? 0
    }
}
