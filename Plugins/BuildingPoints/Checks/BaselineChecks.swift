import BACnet

/// The rules that a baseline keeps in itself, and against the building as it is now.
struct BaselineChecks {
    private(set) var findings: [PointFinding] = []

    init(_ baseline: PointInventory, _ current: PointInventory?) {
        let groups = Dictionary(grouping: baseline.inOrder.devices, by: \.instance)
        for (instance, devices) in groups.sorted(by: { $0.key < $1.key }) {
            if devices.count > 1 { noteDuplicate(instance, devices) }
            if instance > 4_194_302 {
                note(
                    .deviceRange, instance, "the device instance \(instance) is above 4194302",
                    "give it one from 0 to 4194302")
            }
            for device in devices { checkObjects(device) }
        }
        for device in current?.inOrder.devices ?? [] {
            checkRevision(device, groups[device.instance])
        }
    }

    private mutating func note(
        _ rule: PointRule, _ device: UInt32, _ message: String, _ hint: String, _ evidence: [PointEvidence] = []
    ) {
        findings.append(
            PointFinding(
                rule, subject: "device \(device)", message, hint: hint,
                evidence: evidence.isEmpty ? [PointEvidence(device: device)] : evidence))
    }

    private mutating func noteDuplicate(_ instance: UInt32, _ devices: [InventoryDevice]) {
        let places = devices.map { $0.address.isEmpty ? "an unknown address" : $0.address }
        note(
            .duplicateDevice, instance,
            "\(devices.count) devices have this instance: \(places.joined(separator: ", "))",
            "give each device an instance of its own",
            places.map { PointEvidence(device: instance, value: $0) })
    }

    private mutating func checkObjects(_ device: InventoryDevice) {
        let hint = "correct it in the device"
        for (identifier, objects) in Dictionary(grouping: device.objects, by: \.identifier).sorted(by: {
            $0.key < $1.key
        })
        where objects.count > 1 {
            let evidence = PointEvidence(device: device.instance, object: identifier.description)
            note(.duplicateObject, device.instance, "\(objects.count) objects are \(identifier)", hint, [evidence])
        }
        for (name, objects) in Dictionary(grouping: device.objects, by: \.name).sorted(by: {
            $0.key ?? "" < $1.key ?? ""
        }) {
            let identifiers = Set(objects.map(\.identifier)).sorted()
            guard let name, identifiers.count > 1 else { continue }
            let evidence = identifiers.map {
                PointEvidence(device: device.instance, object: $0.description, value: name)
            }
            note(
                .duplicateName, device.instance, "\(identifiers.count) objects are named '\(name.clipped)'", hint,
                evidence)
        }
    }

    private mutating func checkRevision(_ device: InventoryDevice, _ found: [InventoryDevice]?) {
        guard let now = device.databaseRevision, let before = found?.first?.databaseRevision, now != before else {
            return
        }
        note(
            .staleBaseline, device.instance, "its database has revision \(now), the baseline \(before)",
            "survey the device again")
    }
}
