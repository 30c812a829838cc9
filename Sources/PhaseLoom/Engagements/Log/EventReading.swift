/// Reads events as ``Event/json(of:after:)`` writes them.
extension Event {
    /// An entry of a log: the event, the engagement that it belongs to, and the hash of the entry before it.
    struct Entry {
        let engagement: ID
        let previous: Digest
        let event: Event
    }

    static func entry(_ node: JSONNode) throws(LogFault) -> Entry {
        let fields = try LogFields(node)
        let engagement = try fields.id("engagement")
        let event = Event(
            number: try fields.integer("number"), time: try fields.time("time"), actor: try fields.string("actor"),
            content: try content(try fields.node("what"), engagement))
        return Entry(engagement: engagement, previous: try fields.digest("previous"), event: event)
    }

    private static func content(_ node: JSONNode, _ engagement: ID) throws(LogFault) -> Content {
        guard case .object(let members) = node.content, let what = members.first, members.count == 1 else {
            throw LogFault("an entry does not say what happened")
        }
        let fields = try LogFields(what.node)
        switch what.key {
        case "started": return .started(try Start(fields, engagement))
        case "opened", "skipped", "performed", "assigned", "passed", "refused":
            return try phaseContent(what.key, fields)
        case "recorded": return .recorded(try EvidenceDraft(fields), phase: try fields.optionalID("phase"))
        case "signed":
            return .signed(
                evidence: try fields.integer("evidence"), role: try fields.id("role"),
                remark: try fields.string("remark"))
        case "triggered":
            return .triggered(
                trigger: try fields.id("trigger"), holds: try fields.bool("holds"),
                reason: try fields.string("reason"))
        case "waived": return .waived(try WaiverGrant(fields))
        case "looped":
            return .looped(
                loop: try fields.id("loop"), reopened: try fields.ids("reopened"), reason: try fields.string("reason"))
        case "held": return .held(reason: try fields.string("reason"))
        case "resumed": return .resumed(reason: try fields.string("reason"))
        case "cancelled":
            return .cancelled(reason: try fields.string("reason"), authority: try fields.string("authority"))
        case "closed": return .closed
        case "amended": return .amended(try Amended(fields))
        default: return try scopeContent(what.key, fields)
        }
    }

    private static func phaseContent(_ what: String, _ fields: LogFields) throws(LogFault) -> Content {
        let phase = try fields.id("phase")
        switch what {
        case "opened":
            return .opened(
                phase: phase, attempt: try fields.integer("attempt"),
                entry: try fields.list("entry", Decision.init(node:)))
        case "skipped": return .skipped(phase: phase, reason: try fields.string("reason"))
        case "performed": return .performed(phase: phase, activity: try fields.id("activity"))
        case "assigned":
            return .assigned(phase: phase, to: try fields.string("to"), due: try fields.optionalTime("due"))
        case "passed": return .passed(phase: phase, decisions: try fields.list("decisions", Decision.init(node:)))
        default:
            return .refused(
                phase: phase, decisions: try fields.list("decisions", Decision.init(node:)),
                spent: try fields.ids("spent"))
        }
    }

    private static func scopeContent(_ what: String, _ fields: LogFields) throws(LogFault) -> Content {
        switch what {
        case "scoped": return .scoped(try ScopeItem(fields))
        case "worked": return .worked(item: try fields.id("item"), phase: try fields.id("phase"))
        case "ordered": return .ordered(try ChangeOrder(fields))
        case "approved":
            return .approved(
                order: try fields.id("order"), authority: try fields.string("authority"),
                reopened: try fields.ids("reopened"))
        case "rejected":
            return .rejected(
                order: try fields.id("order"), authority: try fields.string("authority"),
                reason: try fields.string("reason"))
        default: throw LogFault("an entry says '\(what.excerpt)', which is unknown")
        }
    }
}

extension Start {
    fileprivate init(_ fields: LogFields, _ engagement: ID) throws(LogFault) {
        let format = try fields.string("format")
        guard format == Self.format else { throw LogFault("the log has the format '\(format.excerpt)'") }
        self.init(
            engagement: engagement, title: try fields.string("title"), plan: try PinnedPlan(try fields.fields("plan")),
            incident: try fields.optionalFields("incident").map(Incident.init))
    }
}

extension PinnedPlan {
    fileprivate init(_ fields: LogFields) throws(LogFault) {
        self.init(
            digest: try fields.digest("digest"), document: try fields.digest("document"), base: try fields.id("base"),
            overlays: try fields.list("overlays", PinnedOverlay.init(node:)), coded: try fields.ids("coded"))
    }
}

extension PinnedOverlay {
    fileprivate init(node: JSONNode) throws(LogFault) {
        let fields = try LogFields(node)
        self.init(
            id: try fields.id("id"), version: try fields.string("version"), options: try fields.texts("options"))
    }
}

extension Incident {
    fileprivate init(_ fields: LogFields) throws(LogFault) {
        self.init(
            id: try fields.id("id"), summary: try fields.string("summary"), detected: try fields.time("detected"),
            record: try fields.digest("record"), workDue: try fields.optionalTime("workDue"))
    }
}

extension Amended {
    fileprivate init(_ fields: LogFields) throws(LogFault) {
        self.init(
            plan: try PinnedPlan(try fields.fields("plan")), reason: try fields.string("reason"),
            authority: try fields.string("authority"), order: try fields.optionalID("order"),
            incident: try fields.optionalFields("incident").map(Incident.init), reopened: try fields.ids("reopened"),
            owed: try fields.list("owed", Debt.init(node:)))
    }
}

extension Debt {
    fileprivate init(node: JSONNode) throws(LogFault) {
        let fields = try LogFields(node)
        self.init(
            phase: try fields.id("phase"), subject: try Decision.Subject(try fields.fields("subject")),
            due: try fields.optionalTime("due"))
    }
}

extension Decision {
    fileprivate init(node: JSONNode) throws(LogFault) {
        let fields = try LogFields(node)
        guard let verdict = Verdict(rawValue: try fields.string("verdict")) else {
            throw LogFault("a decision has no verdict")
        }
        self.init(
            phase: try fields.id("phase"), subject: try Subject(try fields.fields("subject")),
            judgement: Judgement(
                verdict, try fields.strings("reasons"), evidence: try fields.list("evidence", LogFields.integer)),
            waivedBy: try fields.optionalString("waivedBy"))
    }
}

extension Decision.Subject {
    fileprivate init(_ fields: LogFields) throws(LogFault) {
        if let id = try fields.optionalID("obligation") {
            self = .obligation(id)
        } else if let id = try fields.optionalID("artifact") {
            self = .artifact(id)
        } else {
            self = .predecessor(try fields.id("predecessor"))
        }
    }
}

extension WaiverGrant {
    fileprivate init(_ fields: LogFields) throws(LogFault) {
        self.init(
            phase: try fields.id("phase"), obligation: try fields.id("obligation"),
            authority: try fields.string("authority"), reason: try fields.string("reason"),
            expires: try fields.optionalTime("expires"))
    }
}

extension ScopeItem {
    fileprivate init(_ fields: LogFields) throws(LogFault) {
        let (id, title) = (try fields.id("id"), try fields.string("title"))
        let (cost, days) = (try fields.number("cost"), try fields.number("days"))
        do {
            try self.init(id, title, cost: cost, days: days)
        } catch {
            throw LogFault(error.message)
        }
    }

    fileprivate init(node: JSONNode) throws(LogFault) { try self.init(try LogFields(node)) }
}

extension ChangeOrder {
    fileprivate init(_ fields: LogFields) throws(LogFault) {
        let (id, finding) = (try fields.id("id"), try fields.string("finding"))
        let (adds, removes) = (try fields.list("adds", ScopeItem.init(node:)), try fields.ids("removes"))
        let (cost, days) = (try fields.number("cost"), try fields.number("days"))
        do {
            try self.init(id, finding: finding, adds: adds, removes: removes, cost: cost, days: days)
        } catch {
            throw LogFault(error.message)
        }
    }
}

extension EvidenceDraft {
    fileprivate init(_ fields: LogFields) throws(LogFault) {
        self.init(
            artifact: try fields.id("artifact"), digest: try fields.digest("sha256"),
            file: try fields.optionalString("file"), size: try fields.integer("size"),
            measurements: try fields.list("measurements", Measurement.init(node:)),
            findings: try fields.list("findings", CollectedFinding.init(node:)),
            collector: try fields.optionalString("collector"), validFrom: try fields.optionalTime("validFrom"),
            validUntil: try fields.optionalTime("validUntil"))
    }
}

extension Measurement {
    fileprivate init(node: JSONNode) throws(LogFault) {
        let fields = try LogFields(node)
        self.init(
            try fields.id("name"), try fields.optionalNumber("value"), unit: try fields.optionalString("unit"))
    }
}

extension CollectedFinding {
    fileprivate init(node: JSONNode) throws(LogFault) {
        let fields = try LogFields(node)
        guard let severity = Finding.Severity(rawValue: try fields.string("severity")) else {
            throw LogFault("a finding has no severity")
        }
        self.init(
            try fields.id("code"), severity, try fields.string("message"), subject: try fields.string("subject"),
            hint: try fields.string("hint"))
    }
}
