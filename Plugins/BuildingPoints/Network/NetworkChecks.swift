/// The rules that a network plan keeps in itself.
struct NetworkChecks {
    private(set) var findings: [PointFinding] = []
    private let plan: NetworkPlanReader

    private typealias Entry<Value> = NetworkPlanReader.Entry<Value>

    init(_ plan: NetworkPlanReader) {
        self.plan = plan
        checkTrunks()
        checkDevices()
        checkManagers()
        noteGroups(plan.pollClasses, by: \.name, .duplicateKey) { name, _ in
            ("poll class '\(name.clipped)'", "it stands in the plan more than once", "keep one of them")
        }
    }

    /// Notes each group of records with one key; records without a key are left out.
    private mutating func noteGroups<Value, Key: Hashable>(
        _ entries: [Entry<Value>], by key: (Value) -> Key?, _ rule: PointRule,
        words: (Key, Int) -> (subject: String, message: String, hint: String)
    ) {
        var groups: [Key: [Int]] = [:]
        for (index, entry) in entries.enumerated() {
            if let key = key(entry.value) { groups[key, default: []].append(index) }
        }
        for (key, places) in groups.sorted(by: { $0.value[0] < $1.value[0] }) where places.count > 1 {
            let (subject, message, hint) = words(key, places.count)
            findings.append(
                PointFinding(
                    rule, subject: subject, message, hint: hint, evidence: places.map { entries[$0].evidence }))
        }
    }

    private mutating func checkTrunks() {
        noteGroups(plan.trunks, by: \.id, .duplicateKey) { id, count in
            ("trunk '\(id.clipped)'", "\(count) trunks have this name", "give each trunk a name of its own")
        }
        // Trunks of one subnet are one network: IP devices on several of its cables share the number.
        var seen: Set<String> = []
        let networks = plan.trunks.filter { entry in
            let trunk = entry.value
            guard !trunk.subnet.isEmpty, let network = trunk.network else { return true }
            return seen.insert("\(network) \(trunk.subnet)").inserted
        }
        noteGroups(networks, by: \.network, .duplicateNetwork) { network, count in
            (
                "network \(network)", "\(count) networks have this number",
                "give each network of the internetwork a number of its own"
            )
        }
    }

    private struct PlaceKey: Hashable {
        let trunk: String
        let address: String
    }

    private mutating func checkDevices() {
        let trunks = Set(plan.trunks.map(\.value.id))
        for entry in plan.devices where !trunks.contains(entry.value.trunk) {
            findings.append(
                PointFinding(
                    .unknownTrunk, subject: entry.value.title,
                    "it is on the trunk '\(entry.value.trunk.clipped)', which the plan does not have",
                    hint: "add the trunk, or correct the name", evidence: [entry.evidence]))
        }
        let lines = Set(plan.trunks.filter { $0.value.kind == .modbusRTU }.map(\.value.id))
        for entry in plan.devices where lines.contains(entry.value.trunk) && entry.value.unit ?? 0 > 247 {
            findings.append(
                PointFinding(
                    .unitRange, subject: entry.value.title, "units of a serial line have numbers from 1 to 247",
                    hint: "give it another number", evidence: [entry.evidence]))
        }
        noteGroups(plan.devices, by: \.instance, .duplicateDevice) { instance, count in
            ("device \(instance)", "\(count) devices have this instance", "give each device an instance of its own")
        }
        noteGroups(
            plan.devices, by: { device in device.unit.map { PlaceKey(trunk: device.trunk, address: String($0)) } },
            .duplicateUnit
        ) { key, count in
            (
                "unit \(key.address) on '\(key.trunk.clipped)'", "\(count) devices have this number",
                "give each device of the trunk a number of its own"
            )
        }
        noteGroups(
            plan.devices, by: { $0.mac.isEmpty || $0.unit != nil ? nil : PlaceKey(trunk: $0.trunk, address: $0.mac) },
            .duplicateUnit
        ) { key, count in
            (
                "address '\(key.address.clipped)' on '\(key.trunk.clipped)'", "\(count) devices have this address",
                "give each device of the trunk an address of its own"
            )
        }
    }

    private mutating func checkManagers() {
        noteGroups(plan.managers, by: \.subnet, .surplusManager) { subnet, count in
            (
                "subnet '\(subnet.clipped)'", "\(count) devices manage its broadcasts, so that broadcasts go round",
                "keep one of them"
            )
        }
    }
}

extension PointRule {
    static let duplicateNetwork = PointRule(
        "duplicate-network-number", .error, "No two networks of an internetwork share a number",
        source: "ANSI/ASHRAE 135, 6.2", measure: "duplicate-network-numbers")
    static let surplusManager = PointRule(
        "surplus-broadcast-manager", .error, "An IP subnet has at most one broadcast management device",
        source: "ANSI/ASHRAE 135, J.4", measure: "surplus-broadcast-managers")
    static let unitRange = PointRule(
        "unit-range", .error, "Units of a serial line have numbers from 1 to 247",
        source: "MODBUS over Serial Line V1.02, 2.2")
    static let unknownTrunk = PointRule(
        "unknown-trunk", .error, "Each device is on a trunk of the plan", source: "practice of network plans")
}
