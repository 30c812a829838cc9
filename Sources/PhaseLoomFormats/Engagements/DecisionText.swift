import PhaseLoom

extension Decision.Subject {
    /// What is decided on.
    var id: ID {
        switch self {
        case .obligation(let id), .artifact(let id), .predecessor(let id): id
        }
    }
}

extension Decision {
    /// The mark of the decision and its look.
    fileprivate var mark: Span {
        if waivedBy != nil { return Span("⊠ ", .warning) }
        return switch judgement.verdict {
        case .met: Span("✓ ", .good)
        case .unmet: Span("✗ ", .error)
        case .undefined: Span("□ ", .warning)
        }
    }

    /// Whether the subject says a reason already: what has to be handed on is not there.
    fileprivate func says(_ reason: String) -> Bool {
        guard case .artifact(let artifact) = subject else { return false }
        return reason == "'\(artifact)' has not been handed in"
    }

    /// What is decided on, in words; only another phase than the one at whose gate it is decided is named.
    fileprivate func subjectWords(at gate: ID?) -> [Span] {
        let origin = phase == gate ? "" : "\(phase)/"
        return switch subject {
        case .obligation(let id): [Span("\(origin)\(id)", .strong)]
        case .artifact(let id): [Span("hand in ", .faint), Span("\(origin)\(id)", .strong)]
        case .predecessor(let id): [Span("finish ", .faint), Span(id.text, .strong)]
        }
    }
}

extension Sheet {
    /// Adds decisions, one below the other with their reasons.
    ///
    /// Their phases are named unless it is the one at whose gate they are taken; their statements come from a sequence.
    mutating func add(
        _ decisions: [Decision], at gate: ID? = nil, of sequence: ComposedSequence? = nil, indent: Int = 2
    ) {
        for decision in decisions {
            var spans = [decision.mark] + decision.subjectWords(at: gate)
            if let obligation = sequence?.obligation(of: decision) {
                spans.append(Span(" · \(obligation.statement)", .faint))
                if obligation.status == .mandated { spans.append(Span(" · mandated")) }
            }
            if let authority = decision.waivedBy { spans.append(Span(" · waived by \(authority)")) }
            add(spans, indent: indent)
            for reason in decision.judgement.reasons where !decision.says(reason) {
                add([Span(reason)], indent: indent + 2)
            }
        }
    }
}

extension ComposedSequence {
    /// The obligation that a decision is about.
    fileprivate func obligation(of decision: Decision) -> ComposedObligation? {
        guard case .obligation(let id) = decision.subject, let phase = phase(decision.phase) else { return nil }
        return (phase.gate + phase.entry).first { $0.id == id }
    }
}
