import PhaseLoom

/// Checks the prefixes of an address plan against each other.
struct AddressPlanCollector: Collector {
    static let id: ID = "address-plan"
    static let help = "Checks the prefixes and VLANs of an address plan: bad ones, duplicates and overlaps."
    static let file = OverlayOption<String>.file("file", help: "table with 'prefix', 'site' and, where used, 'vlan'")
    static let options = [file.descriptor]

    let values: OptionValues

    init(_ values: OptionValues) { self.values = values }

    func collect(in context: CollectorContext) async throws -> CollectorReport {
        let table = try Table(values[Self.file], columns: ["prefix", "site"], optional: ["vlan"], in: context)
        let entries = try table.map { row in
            AddressPlan.Entry(
                line: row.line, text: row.text("prefix"), site: row.text("site"), vlan: row.optionalCount("vlan"))
        }
        let plan = AddressPlan(entries)
        let findings = plan.invalid + plan.overlaps + plan.vlans
        let evidence = CollectedEvidence(
            "network-address-plan", table.file,
            measurements: [
                Measurement("invalid-prefixes", Double(plan.invalid.count)),
                Measurement("overlapping-prefixes", Double(plan.overlaps.count)),
                Measurement("invalid-vlans", Double(plan.vlans.count)),
            ], findings: findings)
        return CollectorReport(evidence: [evidence], verdict: findings.isEmpty ? .met : .unmet)
    }
}
