import PhaseLoom

/// A deployment as a pipeline exports it.
struct DeploymentRecord {
    let commit: Timestamp
    let deployed: Timestamp
    /// When it was asked for, if that is known.
    let demand: Timestamp?
    let isFailed: Bool
    /// When the service was restored after the deployment failed.
    let restored: Timestamp?
    let isRolledBack: Bool
    /// Whether it only mends what an earlier one broke.
    let isUnplannedFix: Bool

    static let columns = ["deployment", "commit", "deployed", "failed", "rolled-back", "unplanned-fix"]
    static let optional = ["demand", "restored"]

    init(_ row: inout TableRow) {
        _ = row.text("deployment")
        commit = row.moment("commit") ?? .epoch
        deployed = row.moment("deployed") ?? .epoch
        demand = row.optionalMoment("demand")
        isFailed = row.flag("failed")
        restored = row.optionalMoment("restored")
        isRolledBack = row.flag("rolled-back")
        isUnplannedFix = row.flag("unplanned-fix")
        checkOrder(&row)
    }

    private func checkOrder(_ row: inout TableRow) {
        if deployed < commit {
            row.note("deployed", "it was deployed before its commit", hint: "see whether the columns are swapped")
        }
        if let demand, demand > commit {
            row.note("demand", "it was asked for after its commit", hint: "give when it was first asked for")
        }
        if let restored, restored < deployed {
            row.note("restored", "it was restored before it was deployed", hint: "give when the service was back")
        }
        if !isFailed, restored != nil || isRolledBack {
            row.note("failed", "it was restored or rolled back and did not fail", hint: "write 'yes' if it failed")
        }
    }

    /// The figures of some deployments; without failures there is nothing that rolling back could cure.
    static func figures(of deployments: [DeploymentRecord]) -> [Measurement] {
        let failed = deployments.filter(\.isFailed)
        let demands = deployments.compactMap { record in
            record.demand.map { Double(record.deployed.milliseconds(since: $0)) / 86_400_000 }
        }
        let leads = deployments.map { Double($0.deployed.milliseconds(since: $0.commit)) / 3_600_000 }
        let recoveries = failed.compactMap { record in
            record.restored.map { Double($0.milliseconds(since: record.deployed)) / 3_600_000 }
        }
        var figures = [
            Measurement(.changeFailure, Ratio(of: deployments, where: \.isFailed).percent),
            Measurement(.rework, Ratio(of: deployments, where: \.isUnplannedFix).percent),
            Measurement(.deliveryLeadTime, leads.median), Measurement("deployments", Double(deployments.count)),
            Measurement("failed-changes", Double(failed.count)),
        ]
        if !failed.isEmpty { figures.append(Measurement(.rollback, Ratio(of: failed, where: \.isRolledBack).percent)) }
        if !demands.isEmpty { figures.append(Measurement(.demandLeadTime, demands.median)) }
        if !recoveries.isEmpty {
            figures.append(Measurement("failed-deployment-recovery-time", recoveries.median, unit: "h"))
        }
        return figures
    }
}
