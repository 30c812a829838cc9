import BACnet
import BuildingPoints
import FieldLinks
import Modbus
public import PhaseLoom

/// The survey of a building: devices are looked for, and every one in reach is read, without writing anything.
///
/// Several trunks are read at the same time, each request after another on its own. What does not answer, or not in
/// full, is in the report with the reason; two devices of one instance are both read, at their addresses.
///
/// ```swift
/// var plan = SurveyPlan()
/// plan.devices = [Endpoint(address: 0x0A00_0007, port: 47808)]
/// let links = SurveyLinks(
///     bacnet: { broadcast throws(LinkError) in try BACnetTrunk.open(broadcast: broadcast) },
///     modbus: { gateway throws(LinkError) in
///         try ModbusTrunk { () throws(LinkError) in try TCPStream(connectingTo: gateway.host, port: gateway.port) }
///     })
/// let report = try await SiteSurvey(plan, over: links).run { nil }
/// ```
public struct SiteSurvey: Sendable {
    private let plan: SurveyPlan
    private let links: SurveyLinks

    /// Makes a survey.
    public init(_ plan: SurveyPlan, over links: SurveyLinks) {
        self.plan = plan
        self.links = links
    }

    /// Surveys the building.
    ///
    /// - Parameters:
    ///   - progress: is told how far it is.
    ///   - clock: what tells the time.
    /// - Returns: the inventory and what was found.
    /// - Throws: `CancellationError` when the task is cancelled.
    public func run(
        progress: @escaping @Sendable (SurveyProgress) -> Void = { _ in },
        clock: @escaping @Sendable () -> Timestamp?
    ) async throws(CancellationError) -> SurveyReport {
        let begin = clock()
        var results = SurveyPart()
        var jobs = try await look(&results, progress)
        jobs += plan.gateways.map(SurveyJob.gateway)
        let sum = ProgressSum(progress)
        for part in try await perform(jobs, SurveyWorker(plan: plan, links: links, clock: clock, sum: sum)) {
            results.add(part)
        }
        let inventory = PointInventory(
            site: plan.site, taken: begin, method: "survey", devices: results.distinctDevices, units: results.units)
        return SurveyReport(inventory, others: results.findings)
    }

    /// Looks for devices by broadcast.
    ///
    /// - Returns: what is to be read: the devices that were found, and those that nobody needs to look for.
    private func look(
        _ results: inout SurveyPart, _ progress: (SurveyProgress) -> Void
    ) async throws(CancellationError) -> [SurveyJob] {
        var found: [DeviceSighting] = []
        // Two broadcasts may find one device, sooner or later: what counts is who and where it is.
        var known: [BACnetPeer: Set<BACnet.ObjectIdentifier>] = [:]
        for broadcast in plan.broadcasts {
            let plan = plan
            let place = BACnetPeer(broadcast, route: plan.network).description
            do {
                let trunk = try links.bacnet(broadcast)
                let (sweep, remarks) = try await trunk.read { reader throws(BACnetError) in
                    let sweep = try reader.sweep(broadcast: broadcast, network: plan.network, plan.sweep)
                    return (sweep, reader.remarks)
                }
                found += sweep.devices.filter { known[$0.peer, default: []].insert($0.device).inserted }
                results.findings += SurveyRemarks.findings(sweep, at: place) + SurveyRemarks.findings(remarks)
            } catch {
                if (error as? BACnetError)?.isCancellation == true { throw CancellationError() }
                results.findings.append(SurveyRemarks.unreachable(place, "\(error)"))
            }
            progress(.found(found.count))
        }
        return SurveyJob.reading(found) + SurveyJob.finding(plan.devices, besides: found)
    }

    /// Performs jobs, so many at the same time as there are lanes.
    ///
    /// - Returns: what came of them, in their order.
    private func perform(
        _ jobs: [SurveyJob], _ worker: SurveyWorker
    ) async throws(CancellationError) -> [SurveyPart] {
        var parts = [SurveyPart?](repeating: nil, count: jobs.count)
        await withTaskGroup(of: (Int, SurveyPart?).self) { group in
            var next = 0
            func start() {
                guard next < jobs.count else { return }
                let (place, job) = (next, jobs[next])
                group.addTask { (place, try? await worker.perform(job)) }
                next += 1
            }
            for _ in 0..<max(1, plan.lanes) { start() }
            for await (place, part) in group {
                parts[place] = part
                start()
            }
        }
        let done = parts.compactMap(\.self)
        guard done.count == jobs.count else { throw CancellationError() }
        return done
    }
}
