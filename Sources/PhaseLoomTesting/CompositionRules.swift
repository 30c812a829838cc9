import PhaseLoom
import PhaseLoomFormats

extension OverlayContract {
    func compositionViolations() -> [Violation] {
        var found = soundness(company + [overlay], "alone")
        if neighbours.count > company.count { found += soundness(neighbours + [overlay], "with its neighbours") }
        return found
    }

    private func soundness(_ overlays: [DeclarativeOverlay], _ circumstance: String) -> [Violation] {
        switch composed(overlays) {
        case .failure(let report):
            return report.conflicts.map { .init(rule: .composition, message: "\(circumstance): \($0.message)") }
        case .success(let sequence):
            let own = sequence.findings.filter { $0.overlays.contains(overlay.identity.id) }
            let undeclared: [Finding.Code] = [.artifactUndeclared, .trackUndeclared]
            return own.filter { $0.severity != .note || undeclared.contains($0.code) }.map { finding in
                let rule: Violation.Rule = undeclared.contains(finding.code) ? .declaration : .verification
                return .init(rule: rule, message: "\(circumstance): \(finding.message): \(finding.hint)")
            } + unexplained(sequence, circumstance)
        }
    }

    private func unexplained(_ sequence: ComposedSequence, _ circumstance: String) -> [Violation] {
        let id = overlay.identity.id
        var attributions: [(String, Attribution)] = []
        for phase in sequence.phases {
            attributions.append(("phase '\(phase.id)'", phase.attribution))
            attributions += phase.activities.map { ("activity '\(phase.id)/\($0.id)'", $0.attribution) }
            attributions += (phase.entry + phase.gate).map { ("obligation '\(phase.id)/\($0.id)'", $0.attribution) }
        }
        attributions += sequence.loops.map { ("loop '\($0.id)'", $0.attribution) }
        attributions += sequence.precedences.map { ("order of '\($0.first)' and '\($0.then)'", $0.attribution) }
        return attributions.filter { $0.1.by.contains(id) && $0.1.cites.isEmpty }.map { name, _ in
            .init(rule: .explanation, message: "\(circumstance): \(name) names no source")
        }
    }

    func lawViolations() -> [Violation] {
        var found: [Violation] = []
        let all = neighbours + [overlay]
        let expected = composed(all)
        var random = SeededGenerator(seed: 1)
        for _ in 0..<20 where composed(all.shuffled(using: &random)) != expected {
            found.append(.init(rule: .law, message: "the order in which overlays are named makes a difference"))
            break
        }
        if composed(all + [overlay]) != expected {
            found.append(.init(rule: .law, message: "given twice it does not count once"))
        }
        let bundled = OverlaySet(neighbours).union(OverlaySet([overlay]))
        if Result(catching: { () throws(ConflictReport) in try base.composed(with: bundled) }) != expected {
            found.append(.init(rule: .law, message: "bundling it makes a difference"))
        }
        return found + monotony(expected)
    }

    private func monotony(_ outcome: Result<ComposedSequence, ConflictReport>) -> [Violation] {
        guard case .success(let more) = outcome, case .success(let fewer) = composed(neighbours) else { return [] }
        return fewer.phases.flatMap { phase in
            let kept = more.phase(phase.id).map { $0.entry + $0.gate }?.map(\.id) ?? []
            return (phase.entry + phase.gate).filter { !kept.contains($0.id) }.map { obligation in
                Violation(rule: .law, message: "it removes the obligation '\(phase.id)/\(obligation.id)'")
            }
        }
    }

    func roundTripViolations() -> [Violation] {
        let text = OverlayFile.write(overlay)
        do {
            let copy = try OverlayFile.read(Array(text.utf8), from: "\(overlay.identity.id).json")
            if copy == overlay { return [] }
            return [.init(rule: .roundTrip, message: "its overlay file reads back as something else")]
        } catch {
            return [.init(rule: .roundTrip, message: "its overlay file cannot be read: \(error)")]
        }
    }
}
