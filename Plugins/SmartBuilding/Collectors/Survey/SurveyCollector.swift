import BACnet
import BuildingPoints
import BuildingSurvey
import FieldLinks
import Modbus
import PhaseLoom

/// Reads the point inventory of a building live, over BACnet/IP and Modbus TCP.
///
/// It cannot write: it sends through clients that have no call for it, over links that refuse to carry it.
struct SurveyCollector: Collector {
    static let id: ID = "bms-survey"
    static let help = "Reads the point inventory of a building over BACnet/IP and Modbus TCP, without writing anything."
    static let options =
        [
            bacnet.descriptor, range.descriptor, network.descriptor, local.descriptor, modbus.descriptor,
            units.descriptor, rate.descriptor, timeout.descriptor, attempts.descriptor, listening.descriptor,
            rounds.descriptor, parallel.descriptor, depth.descriptor, elsewhere.descriptor,
        ] + SurveyOptions.descriptors

    static let bacnet = OverlayOption<String>.text(
        "bacnet", help: "addresses of BACnet devices or of broadcasts, with commas between them", default: "")
    static let range = OverlayOption<String>.text(
        "range", help: "instances of BACnet devices that are looked for, low and high", default: "0-4194302")
    static let network = OverlayOption<Int>.integer(
        "network", help: "network behind routers that broadcasts go to; 0 for none, 65535 for all", default: 0,
        in: 0...65_535)
    static let local = OverlayOption<String>.text(
        "local", help: "address of this machine that BACnet is sent from, with a port or any", default: "0.0.0.0")
    static let modbus = OverlayOption<String>.text(
        "modbus", help: "hosts of Modbus TCP, each with the name of its trunk or without, with commas between them",
        default: "")
    static let units = OverlayOption<String>.text(
        "units", help: "units of Modbus that are read at each host", default: "1")
    static let rate = OverlayOption<Double>.number(
        "rate", help: "most requests per second, over all trunks", default: 1000, in: 0.01...100_000)
    static let timeout = OverlayOption<Int>.integer(
        "timeout", help: "milliseconds until a request counts as not answered, doubled each time", default: 1000,
        in: 1...60_000)
    static let attempts = OverlayOption<Int>.integer(
        "attempts", help: "how often a request is sent at most", default: 3, in: 1...10)
    static let listening = OverlayOption<Int>.integer(
        "listening", help: "milliseconds to listen for answers to a broadcast, at least 1000", default: 2000,
        in: 1...60_000)
    static let rounds = OverlayOption<Int>.integer(
        "rounds", help: "most rounds of broadcasts; they end when one finds nothing new", default: 5, in: 1...20)
    static let parallel = OverlayOption<Int>.integer(
        "parallel", help: "addresses that are read at the same time", default: 4, in: 1...64)
    static let depth = OverlayOption<SurveyDepth>.choice(
        "depth", help: "what is read of each object: name, value and units, or all that is recorded", default: .full)
    static let elsewhere = OverlayOption<Bool>.flag(
        "elsewhere", help: "whether an answer may come from another address than was asked", default: false)

    let values: OptionValues
    private let plan: SurveyPlan
    private let hosts: [FieldAddresses.Host]
    private let unitNumbers: [UInt8]
    private let localEndpoint: Endpoint

    init(_ values: OptionValues) throws(InvalidValue) {
        self.values = values
        var plan = SurveyPlan()
        plan.site = values[SurveyOptions.site]
        plan.depth = values[Self.depth]
        plan.lanes = values[Self.parallel]
        let endpoints = try FieldAddresses.endpoints(values[Self.bacnet], option: "bacnet", port: 47808)
        plan.broadcasts = endpoints.filter(\.isBroadcast)
        plan.devices = endpoints.filter { !$0.isBroadcast }
        plan.sweep.instances = try FieldAddresses.range(values[Self.range])
        plan.sweep.listening = .milliseconds(values[Self.listening])
        plan.sweep.roundLimit = values[Self.rounds]
        plan.network = Self.network(values[Self.network])
        hosts = try FieldAddresses.hosts(values[Self.modbus], option: "modbus", port: 502)
        unitNumbers = try FieldAddresses.units(values[Self.units])
        localEndpoint = try FieldAddresses.local(values[Self.local])
        self.plan = plan
        guard !endpoints.isEmpty || !hosts.isEmpty else {
            throw InvalidValue(
                "there is nothing to survey", hint: "give addresses with 'bacnet', hosts with 'modbus', or both")
        }
        if plan.network != nil, plan.broadcasts.isEmpty {
            throw InvalidValue(
                "'network' is given without a broadcast", hint: "give the address of a broadcast with 'bacnet'")
        }
        if hosts.isEmpty, !values[SurveyOptions.map].isEmpty {
            throw InvalidValue("'map' is given without 'modbus'", hint: "give the host whose units have these points")
        }
    }

    private static func network(_ number: Int) -> NetworkAddress? {
        UInt16(exactly: number).flatMap { $0 == 0 ? nil : NetworkAddress(network: $0) }
    }

    func collect(in context: CollectorContext) async throws -> CollectorReport {
        try await collect(in: context, over: links)
    }

    /// Surveys over links of any kind.
    func collect(in context: CollectorContext, over links: SurveyLinks) async throws -> CollectorReport {
        let evidence = SurveyEvidence(values: values, context: context)
        let map = try evidence.map()
        let baseline = try evidence.baseline()
        try context.checkCancellation()
        var plan = plan
        plan.gateways = hosts.map { host in
            ModbusGateway(
                trunk: host.trunk, host: host.name, port: host.port, units: unitNumbers, points: map.points,
                models: map.models)
        }
        let report = try await SiteSurvey(plan, over: links).run(progress: { Self.tell($0, context) }) { context.now }
        return try evidence.report(report, since: baseline, others: map.findings)
    }

    private static func tell(_ progress: SurveyProgress, _ context: CollectorContext) {
        switch progress {
        case .found(let count): context.report("looking for devices", count)
        case .read(let done, _): context.report("reading points", done)
        }
    }

    /// The links to the building, each with its share of the rate.
    private var links: SurveyLinks {
        // Nobody knows how many devices answer a broadcast.
        let trunks = plan.broadcasts.isEmpty ? plan.devices.count + hosts.count : values[Self.parallel]
        let pace = Pace(rate: values[Self.rate] / Double(max(1, min(trunks, values[Self.parallel]))))
        let first = Duration.milliseconds(values[Self.timeout])
        let patience = Patience(first: first, limit: max(first, .seconds(8)), attempts: values[Self.attempts])
        var settings = ExchangeSettings()
        settings.pace = pace
        settings.patience = patience
        settings.takesAnswersFromElsewhere = values[Self.elsewhere]
        let (local, exchange) = (localEndpoint, settings)
        return SurveyLinks(
            bacnet: { broadcast throws(LinkError) in
                // Only one socket can have the port of the option: trunks beside it take any.
                let own = broadcast == nil ? Endpoint(address: local.address, port: 0) : local
                return try BACnetTrunk.open(local: own, broadcast: broadcast, exchange)
            },
            modbus: { gateway throws(LinkError) in
                try ModbusTrunk(patience: patience, pace: pace) { () throws(LinkError) in
                    try TCPStream(connectingTo: gateway.host, port: gateway.port, timeout: first)
                }
            })
    }
}
