import PhaseLoom

/// The parts of changes, and the changes that declare nothing.
extension ObjectCursor {
    func target(_ key: String) -> Target? { required(key)?.parsed(Target.init(parsing:)) }

    func anchor(_ key: String) -> Anchor? { required(key)?.parsed(Anchor.init(parsing:)) }

    func obligation(_ key: String) -> ObligationReference? {
        required(key)?.parsed(ObligationReference.init(parsing:))
    }

    func triggers() -> [Trigger] { list("when") { $0.trigger() } }

    /// The status that a file may give: waiving is a change of its own, with a reason and an authority.
    func isMandated() -> Bool {
        guard let cursor = optional("status"), let text = cursor.string() else { return false }
        switch Status(rawValue: text) {
        case .plain?: return false
        case .mandated?: return true
        case .waived?:
            cursor.refuse(
                "an obligation cannot be declared 'waived'",
                hint: "add a 'waive' change, which says who decides and why")
        case nil:
            let words = [Status.plain.rawValue, Status.mandated.rawValue]
            cursor.refuse("'\(text.excerpt)' is not a status", hint: JSONCursor.hint(for: text, among: words))
        }
        return false
    }

    func interval() -> Interval? {
        let min = optional("min")?.number()
        let max = optional("max")?.number()
        return cursor.checked { () throws(InvalidValue) in try Interval(min: min, max: max) }
    }

    func limit() -> Change.Operation? {
        let criterion = obligation("criterion")
        if !contains("min"), !contains("max") {
            cursor.refuse("the bound has neither 'min' nor 'max'", hint: "add 'min', 'max' or both")
        }
        let interval = interval()
        guard let criterion, let interval else { return nil }
        return .limit(Limit(criterion, to: interval))
    }

    func order() -> Change.Operation? {
        let first = anchor("first")
        let then = anchor("then")
        guard let first, let then else { return nil }
        return .order(Order(first, before: then))
    }

    func waive() -> Change.Operation? {
        let obligation = obligation("obligation")
        let reason = required("reason")?.nonEmptyString()
        let authority = required("authority")?.nonEmptyString()
        guard let obligation, let reason, let authority else { return nil }
        return cursor.checked { () throws(InvalidValue) in
            .waive(try Waive(checking: obligation, reason: reason, authority: authority))
        }
    }

    func compress() -> Change.Operation? {
        let from = anchor("from")
        let through = anchor("through")
        let into = required("into")?.object(["id", "title"])
        let id = into?.required("id")?.id()
        let title = into?.required("title")?.nonEmptyString()
        let deferrals = list("defer") { $0.deferral() }
        guard let from, let through, let id, let title else { return nil }
        let compress = Compress(from: from, through: through, into: id, title)
        return .compress(deferrals.reduce(compress) { $0.deferring($1.obligation, to: $1.anchor) })
    }

    func artifacts(_ make: ([ID], Target) -> Change.Operation) -> Change.Operation? {
        let target = target("phase")
        let artifacts = required("artifacts")?.list { $0.id() }
        guard let target, let artifacts else { return nil }
        return make(artifacts, target)
    }
}

extension JSONCursor {
    func trigger() -> Trigger? {
        guard let object = object(["id", "statement", "needs", "bound"]) else { return nil }
        let id = object.required("id")?.id()
        let statement = object.required("statement")?.nonEmptyString()
        let needs = object.ids("needs")
        let bound = object.optional("bound")?.bound()
        guard let id, let statement else { return nil }
        return Trigger(id, statement, needs: needs, bound: bound)
    }

    /// The bound, in an object that may have other keys too.
    func bound(besides others: [String] = []) -> Bound? {
        guard let object = object(others + ["measure", "min", "max", "unit"]) else { return nil }
        let measure = object.required("measure")?.id()
        let interval = object.interval()
        let unit = object.optional("unit")?.string()
        guard let measure, let interval else { return nil }
        return Bound(measure, interval, unit: unit)
    }

    fileprivate func deferral() -> Compress.Deferral? {
        guard let object = object(["obligation", "to"]) else { return nil }
        let obligation = object.obligation("obligation")
        let anchor = object.anchor("to")
        guard let obligation, let anchor else { return nil }
        return Compress.Deferral(obligation, to: anchor)
    }
}
