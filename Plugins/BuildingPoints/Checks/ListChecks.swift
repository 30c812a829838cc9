import BACnet

/// The rules that lists of BACnet points keep among each other and against the building as it was found.
struct ListChecks {
    private(set) var findings: [PointFinding] = []
    private let known: KnownPoints

    /// A point with the place where it stands.
    private struct Entry {
        let point: EDEPoint
        let file: Int
        let evidence: PointEvidence
    }

    init(_ design: IntegrationDesign, _ known: KnownPoints) {
        self.known = known
        var entries: [Entry] = []
        for (file, reading) in design.lists.enumerated() {
            for (point, line) in zip(reading.list.points, reading.lines) {
                let evidence = PointEvidence(
                    file: reading.file, line: line, device: point.device, object: point.object.description)
                entries.append(Entry(point: point, file: file, evidence: evidence))
            }
        }
        checkDevices(entries)
        checkFiles(entries)
        guard design.baseline != nil else { return }
        for entry in entries { compare(entry) }
        checkMissing(entries)
    }

    private mutating func note(
        _ rule: PointRule, _ entries: [Entry], _ message: String, _ hint: String, value: String? = nil
    ) {
        guard let first = entries.first else { return }
        var evidence = entries.map(\.evidence)
        evidence[0].value = value
        findings.append(PointFinding(rule, subject: first.point.subject, message, hint: hint, evidence: evidence))
    }

    // MARK: among each other

    /// Two device objects of one instance are two devices, unless one row was only copied.
    private mutating func checkDevices(_ entries: [Entry]) {
        let devices = entries.filter { $0.point.object.type == .device }
        for group in Self.groups(devices, by: { $0.point.object.instance }) {
            let names = Set(group.map(\.point.objectName)).sorted()
            guard names.count > 1 else { continue }
            note(
                .duplicateDevice, group,
                "\(names.count) devices have the instance \(group[0].point.object.instance): "
                    + names.map { "'\($0.clipped)'" }.joined(separator: ", "),
                "give each device an instance of its own")
        }
    }

    /// What one file says twice is found when it is read; here is what only several files together say twice.
    private mutating func checkFiles(_ entries: [Entry]) {
        let objects = Self.groups(entries) { KnownPoints.ObjectKey(device: $0.point.device, object: $0.point.object) }
        for group in objects where group.contains(where: { $0.file != group[0].file }) {
            let point = group[0].point
            note(
                .duplicateObject, group, "several lists have \(point.object) of device \(point.device)",
                "keep it in one list")
        }
    }

    private static func groups<Key: Hashable>(_ entries: [Entry], by key: (Entry) -> Key) -> [[Entry]] {
        var groups: [Key: [Int]] = [:]
        for (index, entry) in entries.enumerated() { groups[key(entry), default: []].append(index) }
        return groups.values.filter { $0.count > 1 }.sorted { $0[0] < $1[0] }.map { $0.map { entries[$0] } }
    }

    // MARK: against the building

    private mutating func compare(_ entry: Entry) {
        let point = entry.point
        guard let found = known.object(.bacnet(device: point.device, object: point.object)) else { return }
        if case .code(let units) = point.units, let there = found.units, units != there {
            note(
                .unitMismatch, [entry], "the list says \(units.name), the building \(there.name)",
                "state the unit of the building", value: String(units.number))
        }
        if point.isSettable == true, found.isCommandable == false {
            note(
                .settableMismatch, [entry], "the list calls it settable, the building does not show it as commandable",
                "ask which of the two is right")
        }
        if point.object.type.isMultistate, let states = found.numberOfStates,
            let listed = point.maximum?.number.flatMap({ Int(exactly: $0) }), listed != Int(states)
        {
            note(
                .matrixStates, [entry], "the list has \(listed) states, the point \(states)", "map every state",
                value: String(listed))
        }
        if let name = found.name, !point.objectName.isEmpty, name != point.objectName {
            note(
                .nameMismatch, [entry], "the building names it '\(name.clipped)'", "use the name of the building",
                value: point.objectName)
        }
    }

    /// One finding for each device, because a device that is still planned lacks all of its points.
    private mutating func checkMissing(_ entries: [Entry]) {
        let missing = entries.filter { known.object(.bacnet(device: $0.point.device, object: $0.point.object)) == nil }
        for (device, entries) in Dictionary(grouping: missing, by: \.point.device).sorted(by: { $0.key < $1.key }) {
            let what =
                known.devices.contains(device)
                ? "the baseline lacks \(entries.count) points such as \(entries[0].point.object)"
                : "the baseline has no such device"
            findings.append(
                PointFinding(
                    .unseenPoints, subject: "device \(device)", what,
                    hint: "survey it, or see that the matrix marks its points as new",
                    evidence: entries.prefix(20).map(\.evidence)))
        }
    }
}
