import PhaseLoom

/// Checks that no port of a device serves two links.
struct PortMapCollector: Collector {
    static let id: ID = "port-map"
    static let help = "Checks a port map for ports that serve more than one link."
    static let file = OverlayOption<String>.file("file", help: "table with 'device', 'port' and 'link', a row an end")
    static let options = [file.descriptor]

    let values: OptionValues

    init(_ values: OptionValues) { self.values = values }

    private struct Port: Hashable {
        let device: String
        let port: String
    }

    func collect(in context: CollectorContext) async throws -> CollectorReport {
        let table = try Table(values[Self.file], columns: ["device", "port", "link"], in: context)
        let ends = try table.map { row in
            (line: row.line, port: Port(device: row.text("device"), port: row.text("port")), link: row.text("link"))
        }
        var first: [Port: Int] = [:]
        var findings: [CollectedFinding] = []
        for end in ends {
            if let line = first[end.port] {
                findings.append(Self.duplicate(end.port, end.link, on: end.line, after: line))
            } else {
                first[end.port] = end.line
            }
        }
        let duplicates = Measurement("duplicate-ports", Double(findings.count))
        let evidence = CollectedEvidence(
            "network-port-map", table.file, measurements: [duplicates], findings: findings)
        return CollectorReport(evidence: [evidence], verdict: findings.isEmpty ? .met : .unmet)
    }

    private static func duplicate(_ port: Port, _ link: String, on line: Int, after first: Int) -> CollectedFinding {
        CollectedFinding(
            "duplicate-port", .error,
            "port '\(port.port)' of '\(port.device)' serves '\(link)' and the link of line \(first)",
            subject: "line \(line)", hint: "give each link a port of its own")
    }
}
