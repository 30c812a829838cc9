import BACnet
import Modbus

/// The load that a design puts on each trunk of its network plan, and how it comes about.
///
/// ```swift
/// let plan = NetworkPlan.read(bytes, file: "network.csv")
/// let budget = TrunkBudget(IntegrationDesign(matrix: matrix, plan: plan))
/// for load in budget.loads { print(load.trunk.id, load.load ?? .nan) }
/// ```
public struct TrunkBudget: Sendable {
    /// The loads, in the order of the plan's trunks.
    public let loads: [TrunkLoad]
    /// What is wrong: trunks without reserve, and points of which nobody knows where or how often they are read.
    public let findings: [PointFinding]

    /// The largest load of a trunk; `nil` where one cannot be told or points are left out of account.
    ///
    /// What is not known must not read as little.
    public let largest: Double?
    /// Whether all of the design's files were read; rows that were not may be work that nobody counted.
    public let isWhole: Bool

    /// Computes the loads of a design.
    ///
    /// Requests are counted as the plan and the matrix state them: one at a time on a trunk. Subscriptions cost their
    /// renewals, a request for each object in a lifetime; how often values change is nobody's plan and is not counted.
    ///
    /// - Parameters:
    ///   - design: the design; without a plan there are no trunks.
    ///   - settings: what it does not say.
    /// - Complexity: O(*n* log *n*) in the number of points.
    public init(_ design: IntegrationDesign, settings: BudgetSettings = BudgetSettings()) {
        let known = KnownPoints(design)
        let polls = Polls(design, known, usual: settings.interval)
        let plan = design.plan ?? NetworkPlan.read([], file: "")
        var work: [String: [Poll]] = [:]
        var lost: [Poll] = []
        isWhole = !FlawedInput(design).concernsBudget
        for poll in polls.polls {
            if let trunk = Self.trunk(of: poll.reference, in: plan), poll.seconds != nil || poll.lifetime != nil {
                work[trunk, default: []].append(poll)
            } else if !poll.isWrite {
                // What is written comes from a source, which counts already where it is lost.
                lost.append(poll)
            }
        }
        let loads = plan.trunks.map { trunk in
            TrunkWork(trunk, work[trunk.id] ?? [], design, known, settings).load
        }
        self.loads = loads
        var findings = polls.findings + Self.findings(lost, polls.placeless, in: plan)
        for load in loads { findings += load.findings(settings, plan.file) }
        self.findings = findings.inOrder
        let told = loads.compactMap(\.load)
        largest = told.count == loads.count && lost.isEmpty && polls.placeless.isEmpty && isWhole ? told.max() : nil
    }

    private static func trunk(of reference: PointReference, in plan: NetworkPlan) -> String? {
        switch reference {
        case .tag: nil
        case .modbus(let trunk, _, _, _): plan.trunk(trunk)?.id
        case .bacnet(let device, _): plan.device(instance: device).flatMap { plan.trunk($0.trunk)?.id }
        }
    }

    private static func findings(
        _ lost: [Poll], _ placeless: [PointEvidence], in plan: NetworkPlan
    ) -> [PointFinding] {
        let timeless = lost.filter { trunk(of: $0.reference, in: plan) != nil }
        let astray = lost.filter { trunk(of: $0.reference, in: plan) == nil }
        let groups: [(subject: String?, evidence: [PointEvidence], what: String, hint: String)] = [
            (
                timeless.first?.reference.description, timeless.map(\.evidence), "no interval",
                "give 'poll-seconds', 'poll-class' or 'cov-lifetime', or an interval for all"
            ),
            (
                astray.first?.reference.description, astray.map(\.evidence), "no trunk in the plan",
                "add their trunks and devices to the plan"
            ),
            (
                placeless.first?.value, placeless, "no unit or no address in the map",
                "give both, or a matrix that tells which points are read"
            ),
        ]
        return groups.filter { !$0.evidence.isEmpty }.map { group in
            let count = group.evidence.count
            return PointFinding(
                .unbudgetedPoints, subject: (group.subject ?? "").clipped,
                (count == 1 ? "a point that is read has " : "\(count) points that are read have ") + group.what,
                hint: group.hint, evidence: Array(group.evidence.prefix(20)))
        }
    }
}

/// What a budget assumes where the design does not say.
public struct BudgetSettings: Hashable, Sendable {
    /// The share of each trunk that polling leaves free.
    public var reserve: Double
    /// The most registers that nobody asked for between two points of a request.
    public var gap: Int
    /// The seconds between two requests for points of which the design does not say; `nil` for none.
    public var interval: Double?

    /// Makes settings: two fifths in reserve, requests that reach over ten registers, and no interval.
    public init(reserve: Double = 0.4, gap: Int = 10, interval: Double? = nil) {
        self.reserve = reserve
        self.gap = gap
        self.interval = interval
    }
}
