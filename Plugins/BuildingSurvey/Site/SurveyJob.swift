import BACnet
import BuildingPoints
import FieldLinks
import Modbus
import PhaseLoom

/// What is read on one trunk.
enum SurveyJob: Sendable {
    /// Devices of one address that were found.
    case devices([DeviceSighting])
    /// A device that has to be found at its address.
    case address(Endpoint)
    /// The units behind a gateway.
    case gateway(ModbusGateway)

    /// The jobs for devices that were found: one for each address, as devices behind a router share the way.
    static func reading(_ devices: [DeviceSighting]) -> [SurveyJob] {
        let groups = Dictionary(grouping: devices, by: \.peer.endpoint)
        return groups.sorted { $0.key < $1.key }.map { .devices($0.value) }
    }

    /// The jobs for addresses at which nothing was found yet.
    static func finding(_ endpoints: [Endpoint], besides devices: [DeviceSighting]) -> [SurveyJob] {
        let known = Set(devices.filter { $0.peer.route == nil }.map(\.peer.endpoint))
        return endpoints.filter { !known.contains($0) }.map(SurveyJob.address)
    }
}

/// What came of a job, or of several.
struct SurveyPart: Sendable {
    var devices: [InventoryDevice] = []
    var units: [InventoryUnit] = []
    var findings: [CollectedFinding] = []

    mutating func add(_ other: SurveyPart) {
        devices += other.devices
        units += other.units
        findings += other.findings
    }

    /// Tells which units of a gateway gave nothing, and leaves those out of which nothing else is known.
    mutating func tellSilence(of gateway: ModbusGateway) {
        let silent = units.filter(\.isSilent)
        guard let fault = silent.first?.faults.first else { return }
        let reason = fault.remark.isEmpty ? fault.code : fault.remark
        if silent.count == units.count {
            findings.append(SurveyRemarks.unreachable(gateway.endpoint, reason))
        } else {
            findings.append(SurveyRemarks.silent(silent.map { "\($0.unit)" }, at: gateway.endpoint, reason))
        }
        units.removeAll { $0.isSilent && $0.registers.isEmpty }
    }

    /// The devices, of which none is there twice because it was found in two ways.
    var distinctDevices: [InventoryDevice] {
        var known: Set<[String]> = []
        return devices.filter {
            known.insert(["\($0.instance)", $0.address, "\($0.network ?? 0)", "\($0.mac)"]).inserted
        }
    }
}

/// Who performs the jobs.
struct SurveyWorker: Sendable {
    let plan: SurveyPlan
    let links: SurveyLinks
    let clock: @Sendable () -> Timestamp?
    let sum: ProgressSum

    /// Performs a job.
    ///
    /// - Throws: `CancellationError`; everything else is in the result.
    func perform(_ job: SurveyJob) async throws(CancellationError) -> SurveyPart {
        if Task.isCancelled { throw CancellationError() }
        switch job {
        case .devices(let devices):
            return try await onTrunk(devices.first?.peer.endpoint) { reader throws(BACnetError) in
                try read(devices, with: reader)
            }
        case .address(let endpoint):
            return try await onTrunk(endpoint) { reader throws(BACnetError) in
                let found = try reader.find(at: BACnetPeer(endpoint), listening: plan.sweep.listening).devices
                let wanted = found.filter { plan.sweep.instances.contains($0.device.instance) }
                var part = try read(wanted, with: reader)
                for other in found where !wanted.contains(other) {
                    part.findings.append(SurveyRemarks.outside(other))
                }
                return part
            }
        case .gateway(let gateway): return try await read(gateway)
        }
    }

    /// Works on a trunk of its own.
    private func onTrunk(
        _ endpoint: Endpoint?, _ work: @Sendable (BACnetReader) throws(BACnetError) -> SurveyPart
    ) async throws(CancellationError) -> SurveyPart {
        let place = endpoint?.description ?? ""
        do {
            let trunk = try links.bacnet(nil)
            return try await trunk.read { reader throws(BACnetError) in
                var part = try work(reader)
                part.findings += SurveyRemarks.findings(reader.remarks)
                return part
            }
        } catch {
            if (error as? BACnetError)?.isCancellation == true { throw CancellationError() }
            return SurveyPart(findings: [SurveyRemarks.unreachable(place, "\(error)")])
        }
    }

    private func read(
        _ devices: [DeviceSighting], with reader: BACnetReader
    ) throws(BACnetError) -> SurveyPart {
        var part = SurveyPart()
        for device in devices {
            let surveyed = try BACnetSurvey(depth: plan.depth).read(
                device, with: reader, clock: clock, progress: sum.part())
            part.devices.append(InventoryDevice(surveyed))
            if surveyed.observed.contradictsItself { part.findings.append(SurveyRemarks.contradiction(device)) }
        }
        return part
    }

    private func read(_ gateway: ModbusGateway) async throws(CancellationError) -> SurveyPart {
        do {
            let trunk = try links.modbus(gateway)
            var part = SurveyPart()
            let survey = ModbusSurvey(points: gateway.points, models: gateway.models)
            for unit in gateway.units {
                let progress = sum.part()
                part.units.append(
                    try await trunk.read { reader throws(ModbusError) in
                        try survey.read(
                            unit, at: gateway.endpoint, with: reader, clock: clock, progress: progress)
                    })
            }
            part.tellSilence(of: gateway)
            return part
        } catch {
            if Task.isCancelled { throw CancellationError() }
            return SurveyPart(findings: [SurveyRemarks.unreachable(gateway.endpoint, "\(error)")])
        }
    }
}
