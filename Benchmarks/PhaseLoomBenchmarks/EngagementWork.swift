import PhaseLoom

/// Whole engagements in memory: started, worked through gate by gate with evidence for everything, and closed.
struct EngagementWork {
    private let plan: EngagementPlan
    private let commands: [Command]
    private let circumstances = Circumstances(at: Timestamp(milliseconds: 1_795_253_400_000), by: "Ada Lovelace")
    /// Who signs did not record what is signed.
    private let signing = Circumstances(at: Timestamp(milliseconds: 1_795_253_400_000), by: "Grace Hopper")

    /// Prepares engagements of the `standard` sequence.
    ///
    /// - Parameter rounds: how often validation fails and the engagement goes back to execution.
    /// - Throws: what composition or verification says against the sequence.
    init(rounds: Int) throws {
        let rework = DeclarativeOverlay(
            identity: OverlayIdentity(id: "rework", title: "Rework", summary: "Goes back to execution.")
        ) {
            Expect("tests-passed", "Every test passes", atGateOf: .validation).needing("test-report")
                .measured("failed-tests", .exactly(0))
            LoopBack("rework", from: .validation, to: .execution, while: "tests-passed", atMost: 2)
        }
        let sequence = try BaseSequence.standard.composed(with: OverlaySet([rework]))
        plan = try EngagementPlan(sequence, digest: Digest(of: [1]))
        var commands = sequence.artifacts.filter(\.isEntry).map { Self.record($0.id, failedTests: 0) }
        var failures = rounds
        var index = 0
        while index < sequence.phases.count {
            let phase = sequence.phases[index]
            let isFailing = phase.points.contains(.validation) && failures > 0
            commands.append(.open(phase: phase.id))
            commands += phase.produces.map { Self.record($0, failedTests: isFailing ? 1 : 0) }
            commands += Self.signatures[phase.id, default: []].map { .sign(artifact: $0, role: $1) }
            commands.append(.gate(phase: phase.id))
            if isFailing {
                commands.append(.loop("rework", reason: "A test failed"))
                failures -= 1
                index = sequence.phases.firstIndex { $0.points.contains(.execution) } ?? index
            } else {
                index += 1
            }
        }
        self.commands = commands + [.close]
    }

    /// What the gates of the base sequence ask to be signed, and in which roles.
    private static let signatures: [ID: [(ID, ID)]] = [
        "scoping": [("statement-of-work", "client"), ("statement-of-work", "provider")],
        "validation": [("test-report", "reviewer")], "transfer": [("runbook", "recipient")],
    ]

    private static func record(_ artifact: ID, failedTests: Double) -> Command {
        // The harness has measurements of its own.
        let measurements: [PhaseLoom.Measurement] = [
            .init("failed-tests", failedTests), .init("unreconciled-amount", 0),
        ]
        return .record(
            EvidenceDraft(artifact: artifact, digest: Digest(of: Array(artifact.text.utf8)), measurements: measurements)
        )
    }

    /// Runs one engagement to its end.
    ///
    /// - Returns: the number of its events.
    /// - Throws: ``Refusal`` when a command is not possible, which does not happen.
    func run() throws -> Int {
        var (engagement, events) = try Engagement.starting("campus", plan: plan, in: circumstances)
        for command in commands {
            if case .sign = command {
                events += try engagement.perform(command, in: signing)
            } else {
                events += try engagement.perform(command, in: circumstances)
            }
        }
        precondition(engagement.state == .closed, "the engagement did not come to its end")
        return events.count
    }
}
