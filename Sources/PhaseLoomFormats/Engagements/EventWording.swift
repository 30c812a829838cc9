import PhaseLoom

extension Event.Content {
    /// What happened, as the rest of a sentence that begins with who did it.
    var words: String {
        switch self {
        case .started(let start): "started '\(start.title)' under \(start.plan.words)" + start.incident.words
        case .opened(let phase, let attempt, _): "opened \(phase)" + (attempt > 1 ? ", attempt \(attempt)" : "")
        case .skipped(let phase, let reason): "skipped \(phase): \(reason)"
        case .recorded(let draft, let phase): "handed in \(draft.words)" + (phase.map { " for \($0)" } ?? "")
        case .signed(let number, let role, let remark):
            "signed evidence \(number) as \(role)" + (remark.isEmpty ? "" : ": \(remark)")
        case .performed(let phase, let activity): "did \(phase)/\(activity)"
        case .assigned(let phase, let owner, let due):
            "put \(owner) in charge of \(phase)" + (due.map { " until \($0.short)" } ?? "")
        case .triggered(let trigger, let holds, let reason):
            "decided that \(trigger) \(holds ? "holds" : "does not hold"): \(reason)"
        case .passed(let phase, let decisions): "passed the gate of \(phase)" + decisions.waivedWords
        case .refused(let phase, let decisions, let spent):
            "was refused at the gate of \(phase): \(counted(decisions.count { !$0.isSatisfied }, "thing")) missing"
                + (spent.isEmpty ? "" : "; blocked, because \(spent.list) is spent")
        case .waived(let waiver): "waived \(waiver.words)"
        case .looped(let loop, let reopened, let reason):
            "went back by \(loop) and reopened \(reopened.list): \(reason)"
        default: laterWords
        }
    }

    private var laterWords: String {
        switch self {
        case .held(let reason): "put the engagement on hold: \(reason)"
        case .resumed(let reason): "resumed the engagement: \(reason)"
        case .cancelled(let reason, let authority):
            "cancelled the engagement on the authority of \(authority): \(reason)"
        case .closed: "closed the engagement"
        case .scoped(let item): "put \(item.words) into the scope"
        case .worked(let item, let phase): "began work on \(item) in \(phase)"
        case .ordered(let order): "raised change order \(order.id): \(order.words)"
        case .approved(let order, let authority, let reopened):
            "approved change order \(order) on the authority of \(authority)"
                + (reopened.isEmpty ? "" : " and reopened \(reopened.list)")
        case .rejected(let order, let authority, let reason):
            "rejected change order \(order) on the authority of \(authority): \(reason)"
        case .amended(let change): "amended the sequence \(change.words)"
        default: ""
        }
    }

    /// The kind of event, such as `passed`, as logs name it.
    var kind: String {
        guard case .object(let members) = json, let first = members.first else { return "" }
        return first.key
    }

    /// The phase that it concerns; `nil` for the engagement as a whole.
    var phase: ID? {
        switch self {
        case .opened(let phase, _, _), .skipped(let phase, _), .performed(let phase, _), .assigned(let phase, _, _),
            .passed(let phase, _), .refused(let phase, _, _), .worked(_, let phase):
            phase
        case .recorded(_, let phase): phase
        case .waived(let waiver): waiver.phase
        default: nil
        }
    }
}

extension Timestamp {
    /// The date, with the minute unless the moment is midnight.
    var short: String {
        let text = description
        return text.hasSuffix("T00:00:00Z") ? date : String(text.prefix(16)).replacing("T", with: " ")
    }
}

extension PinnedPlan {
    /// The base with the overlays and their versions.
    var words: String {
        guard !overlays.isEmpty else { return "base \(base)" }
        return "base \(base) with " + overlays.map(\.words).joined(separator: ", ")
    }
}

extension PinnedOverlay {
    var words: String {
        let options = options.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
        return "\(id) \(version)" + (options.isEmpty ? "" : " (\(options.joined(separator: ", ")))")
    }
}

extension Optional<Incident> {
    fileprivate var words: String { map { " after incident \($0.id): \($0.summary)" } ?? "" }
}

extension EvidenceDraft {
    fileprivate var words: String {
        let file = file.map { " (\($0), \(counted(size, "byte")))" } ?? ""
        let measured = measurements.isEmpty ? "" : " with " + measurements.map(\.description).joined(separator: ", ")
        return "\(artifact)\(file)\(measured)" + (validUntil.map { ", valid until \($0.short)" } ?? "")
    }
}

extension [Decision] {
    fileprivate var waivedWords: String {
        let waived = filter { $0.waivedBy != nil }.map { "\($0.phase)/\($0.subject.id)" }
        return waived.isEmpty ? "" : ", \(waived.joined(separator: ", ")) waived"
    }
}

extension WaiverGrant {
    var words: String {
        "\(phase)/\(obligation) on the authority of \(authority)"
            + (expires.map { " until \($0.short)" } ?? "") + ": \(reason)"
    }
}

extension ScopeItem {
    /// The item with what it costs and takes.
    var words: String {
        let parts = [cost == 0 ? "" : "cost \(cost.canonicalText)", days == 0 ? "" : counted(days)].filter {
            !$0.isEmpty
        }
        return "\(id) '\(title)'" + (parts.isEmpty ? "" : " (\(parts.joined(separator: ", ")))")
    }
}

extension ChangeOrder {
    /// The finding with what the order does.
    fileprivate var words: String {
        var parts = [finding]
        if !adds.isEmpty { parts.append("adds " + adds.map(\.words).joined(separator: ", ")) }
        if !removes.isEmpty { parts.append("removes \(removes.list)") }
        if cost != 0 { parts.append("cost \(cost.signed)") }
        if days != 0 { parts.append("days \(days.signed)") }
        return parts.joined(separator: "; ")
    }
}

extension Amended {
    fileprivate var words: String {
        var text = "on the authority of \(authority): \(reason); now \(plan.words)"
        if let order { text += "; by change order \(order)" }
        text += incident.words
        if !reopened.isEmpty { text += "; reopened \(reopened.list)" }
        if !owed.isEmpty { text += "; owes " + owed.map { "\($0.phase)/\($0.subject.id)" }.joined(separator: ", ") }
        return text
    }
}

extension Double {
    /// The number with its sign, also where it is positive.
    var signed: String { (self > 0 ? "+" : "") + canonicalText }
}

/// A number of days in words.
func counted(_ days: Double) -> String { "\(days.canonicalText) \(days == 1 ? "day" : "days")" }
