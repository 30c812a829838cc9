import BuildingPoints
import BuildingSurvey
import FieldLinks
import PhaseLoom

/// Makes the point inventory of a building out of a capture of its traffic, without touching the building.
struct ReplayCollector: Collector {
    static let id: ID = "replay"
    static let help = "Makes the point inventory of a building out of a capture of its traffic."
    static let pcap = OverlayOption<String>.file("pcap", help: "capture in the format pcap or pcapng")
    static let options = [pcap.descriptor] + SurveyOptions.descriptors

    let values: OptionValues

    init(_ values: OptionValues) { self.values = values }

    func collect(in context: CollectorContext) async throws -> CollectorReport {
        let evidence = SurveyEvidence(values: values, context: context)
        let map = try evidence.map()
        let baseline = try evidence.baseline()
        // Nobody can be asked where a device has its models: they stand where devices usually have them.
        let points = map.points + SunSpecMap(map.models).points
        var survey = CaptureSurvey(site: values[SurveyOptions.site], map: points)
        _ = try context.read(values[Self.pcap]) { survey.take($0) }
        if let fault = survey.fault, survey.tally.packets == 0 {
            throw CollectorError(
                .data, at: values[Self.pcap], "\(fault)", hint: "give a capture as tcpdump or Wireshark save it")
        }
        let report = survey.finish()
        return try evidence.report(report, since: baseline, others: map.findings + Self.nothing(report))
    }

    /// Tells that nothing was read, where nothing else says why.
    private static func nothing(_ report: SurveyReport) -> [CollectedFinding] {
        guard !report.showsSomething, report.findings.isEmpty else { return [] }
        return [
            CollectedFinding(
                "nothing-found", .error, "nobody reads a point by BACnet or Modbus TCP in the capture",
                subject: "capture", hint: "capture where the traffic passes, while a client reads the building")
        ]
    }
}
