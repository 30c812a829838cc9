import PhaseLoom

/// A composed sequence beside the state space of its net, and where the two disagree.
struct SoundnessTrial {
    let sequence: ComposedSequence
    let net: SequenceNet
    let space: StateSpace
    /// The findings that say that some obligation cannot be met.
    let refusals: [Finding]

    private static let needCodes: Set<Finding.Code> = [
        .needUnproduced, .needBlocked, .needConditional, .needUndecided,
    ]
    private static let supplyCodes: Set<Finding.Code> = [.artifactUnproduced, .artifactLate, .artifactConditional]

    /// Searches the net of a sequence; `nil` if it is too large.
    init?(_ sequence: ComposedSequence) {
        self.sequence = sequence
        net = SequenceNet(sequence)
        guard let space = StateSpace(of: net.net) else { return nil }
        self.space = space
        refusals = sequence.findings.filter { Self.needCodes.contains($0.code) }
    }

    /// What verification says and the net does not bear out, in words.
    func disagreements() -> [String] {
        var result: [String] = []
        if !space.completesProperly { result.append("work is left over at the end") }
        if space.hasOptionToComplete != refusals.isEmpty {
            result.append(refusals.isEmpty ? "passed, but a run stops" : "refused, but every run ends")
        }
        for phase in sequence.phases where refusals.isEmpty && !canOpen(phase.id) {
            result.append("'\(phase.id)' never opens")
        }
        result += refusals.compactMap { refute($0) }
        return result + supplyDisagreements()
    }

    private func canOpen(_ phase: ID) -> Bool { net.openings[phase].map { space.fires[$0] } ?? false }

    // MARK: Needs

    /// What is wrong with a refusal, if anything is.
    private func refute(_ finding: Finding) -> String? {
        switch finding.code {
        case .needUnproduced:
            // Where the obligation has to be met at all, which it has when every trigger holds.
            let stuck = owner(finding)
            return completes([stuck], when: net.allTriggers) ? "'\(stuck)' passes: \(finding.message)" : nil
        case .needConditional:
            let stuck = owner(finding)
            let choice = Self.choice(in: finding.message, after: "produces when only ", through: " holds")
            return completes([stuck], when: choice) ? "'\(stuck)' passes: \(finding.message)" : nil
        case .needBlocked:
            let ids = Set(sequence.phases.map(\.id.text))
            let circle = finding.subjects.filter(ids.contains).compactMap { try? ID($0) }
            let choice = Self.choice(in: finding.message, after: "when ", through: " holds, ")
            if circle.isEmpty { return "no phases named: \(finding.message)" }
            return completes(circle, when: choice) ? "\(circle) pass: \(finding.message)" : nil
        default: return "undecided: \(finding.message)"
        }
    }

    /// The phase at which the obligation that a finding names comes due.
    private func owner(_ finding: Finding) -> ID {
        let owner = finding.subjects[0].prefix { $0 != "/" }
        let isDeferred = finding.message.contains(", due at '")
        let name = isDeferred ? finding.subjects[2] : String(owner)
        return sequence.phases.map(\.id).first { $0.text == name } ?? "nowhere"
    }

    /// The triggers that a message says hold, and no others.
    private static func choice(in message: String, after start: String, through end: String) -> Set<ID> {
        guard let first = message.firstRange(of: start), let last = message[first.upperBound...].firstRange(of: end)
        else { return [] }
        let list = message[first.upperBound..<last.lowerBound]
        return Set(list.split(separator: ", ").compactMap { try? ID(String($0.filter { $0 != "'" })) })
    }

    /// Whether any of the phases passes in any run in which just these triggers hold.
    private func completes(_ phases: [ID], when choice: Set<ID>) -> Bool {
        let wanted = net.choice(of: choice)
        let steps = phases.flatMap { net.completions[$0] ?? [] }.map { net.net.transitions[$0] }
        return space.markings.contains { marking in
            marking & wanted == wanted && steps.contains { $0.isEnabled(in: marking) }
        }
    }

    // MARK: Flow

    private func supplyDisagreements() -> [String] {
        let brought = Set(sequence.artifacts.filter(\.isEntry).map(\.id))
        var result: [String] = []
        for phase in sequence.phases {
            for artifact in phase.consumes where !brought.contains(artifact) && canOpen(phase.id) {
                let isReported = sequence.findings.contains {
                    Self.supplyCodes.contains($0.code) && $0.subjects.starts(with: [phase.id.text, artifact.text])
                }
                let isLacking = opens(phase.id, without: artifact)
                // In a net that stops, the run that would lack the artifact may stop before.
                if isLacking && !isReported || isReported && !isLacking && refusals.isEmpty {
                    result.append("'\(phase.id)' \(isLacking ? "may lack" : "always has") '\(artifact)'")
                }
            }
        }
        return result
    }

    /// Whether a phase can open while no phase before it has handed in an artifact.
    private func opens(_ phase: ID, without artifact: ID) -> Bool {
        guard let opening = net.openings[phase].map({ net.net.transitions[$0] }) else { return false }
        let evidence = net.evidence(of: artifact, by: net.ancestors(of: phase))
        return space.markings.contains { $0 & evidence == 0 && opening.isEnabled(in: $0) }
    }
}
