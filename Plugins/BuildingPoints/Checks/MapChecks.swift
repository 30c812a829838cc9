import Modbus

/// The rules that register maps keep among each other, and units on their trunks.
struct MapChecks {
    private(set) var findings: [PointFinding] = []

    private struct UnitKey: Hashable, Comparable {
        let trunk: String
        let unit: UInt8

        var text: String { "unit \(unit) on '\(trunk.clipped)'" }

        static func < (one: UnitKey, other: UnitKey) -> Bool { (one.trunk, one.unit) < (other.trunk, other.unit) }
    }

    private struct Entry {
        let point: RegisterPoint
        let file: Int
        let evidence: PointEvidence
    }

    init(_ design: IntegrationDesign) {
        var units: [UnitKey: [Entry]] = [:]
        for (file, map) in design.maps.enumerated() {
            for (point, line) in zip(map.points, map.lines) {
                guard let unit = point.unit else { continue }
                let place = "\(point.table.rawValue) \(point.address.map { String($0) } ?? "")"
                let evidence = PointEvidence(file: map.file, line: line, object: place, value: point.device)
                units[UnitKey(trunk: point.trunk, unit: unit), default: []].append(
                    Entry(point: point, file: file, evidence: evidence))
            }
        }
        for (key, entries) in units.sorted(by: { $0.key < $1.key }) {
            checkDevices(key, entries)
            checkOverlaps(entries)
        }
        checkBaseline(design.baseline)
    }

    /// A unit identifier that stands for two devices.
    private mutating func checkDevices(_ key: UnitKey, _ entries: [Entry]) {
        var first: [String: PointEvidence] = [:]
        for entry in entries where !entry.point.device.isEmpty && first[entry.point.device] == nil {
            first[entry.point.device] = entry.evidence
        }
        guard first.count > 1, !key.trunk.isEmpty else { return }
        let devices = first.sorted { $0.key < $1.key }
        findings.append(
            PointFinding(
                .duplicateUnit, subject: key.text,
                "\(devices.count) devices have this number: "
                    + devices.map { "'\($0.key.clipped)'" }.joined(separator: ", "),
                hint: "give each device of the trunk a number of its own", evidence: devices.map(\.value)))
    }

    /// What one map overlaps in itself is found when it is read; here is what several maps do together.
    private mutating func checkOverlaps(_ entries: [Entry]) {
        let placed = entries.compactMap { entry in entry.point.addresses.map { (entry: entry, addresses: $0) } }
        let tables = Dictionary(grouping: placed, by: \.entry.point.table)
        for (_, points) in tables.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            var furthest: [Int: (entry: Entry, addresses: Range<Int>)] = [:]
            for next in points.stably(by: { $0.addresses.lowerBound < $1.addresses.lowerBound }) {
                for (file, last) in furthest.sorted(by: { $0.key < $1.key })
                where file != next.entry.file && last.addresses.upperBound > next.addresses.lowerBound {
                    noteOverlap(next.entry, last.entry, next.addresses.lowerBound)
                }
                let reach = furthest[next.entry.file]?.addresses.upperBound ?? 0
                if next.addresses.upperBound > reach { furthest[next.entry.file] = next }
            }
        }
    }

    private mutating func noteOverlap(_ one: Entry, _ other: Entry, _ address: Int) {
        findings.append(
            PointFinding(
                .registerOverlap, subject: one.point.name.clipped,
                "it shares address \(address) with '\(other.point.name.clipped)' of another map",
                hint: "move one of the two", evidence: [one.evidence, other.evidence]))
    }

    private mutating func checkBaseline(_ baseline: PointInventory?) {
        let units = Dictionary(grouping: baseline?.units ?? []) { UnitKey(trunk: $0.endpoint, unit: $0.unit) }
        for (key, found) in units.sorted(by: { $0.key < $1.key }) where found.count > 1 {
            findings.append(
                PointFinding(
                    .duplicateUnit, subject: key.text, "the baseline has \(found.count) units of this number",
                    hint: "give each device of the trunk a number of its own",
                    evidence: [PointEvidence(object: key.text)]))
        }
    }
}
