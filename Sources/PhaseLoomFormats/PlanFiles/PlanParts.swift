import PhaseLoom

/// The parts of which the elements of a plan are made.
extension ObjectCursor {
    /// The identifier of an element, which no other of its kind has.
    func name(_ kind: String, _ taken: inout Set<ID>) -> ID? {
        guard let cursor = required("id"), let id = cursor.id() else { return nil }
        if !taken.insert(id).inserted {
            cursor.refuse("the \(kind) '\(id)' stands here twice", hint: "keep one of the two")
        }
        return id
    }

    func attribution() -> Attribution { Attribution(by: ids("by"), cites: strings("cites")) }

    func condition() -> Condition { optional("when")?.condition() ?? .always }
}

extension JSONCursor {
    /// The values of an object whose keys are identifiers.
    func byName<Value>(_ read: (JSONCursor) -> Value?) -> [ID: Value]? {
        guard let members = members() else { return nil }
        var result: [ID: Value] = [:]
        for member in members {
            let child = child(member)
            let id = child.checked { () throws(InvalidValue) in try ID(member.key) }
            let value = read(child)
            if let id { result[id] = value }
        }
        return result
    }

    /// The condition: the triggers of its only clause, or a list for each clause.
    func condition() -> Condition? {
        guard let elements = elements() else { return nil }
        guard let first = elements.first else { return .always }
        guard case .array = first.node.content else {
            return Condition(minimal: [elements.compactMap { $0.trigger() }])
        }
        return Condition(minimal: elements.compactMap { $0.nonEmptyList { $0.trigger() } })
    }

    func waiver() -> ComposedObligation.Waiver? {
        guard let object = object(["authority", "by", "reason"]) else { return nil }
        let by = object.required("by")?.id()
        let reason = object.required("reason")?.string()
        let authority = object.required("authority")?.string()
        guard let by, let reason, let authority else { return nil }
        return .init(by: by, reason: reason, authority: authority)
    }

    func finding() -> Finding? {
        guard let object = object(["code", "hint", "message", "overlays", "severity", "subjects"]) else { return nil }
        let code = object.required("code")?.word(Finding.Code.self, "a code")
        let severity = object.required("severity")?.word(Finding.Severity.self, "a severity")
        let message = object.required("message")?.string()
        let hint = object.required("hint")?.string()
        guard let code, let severity, let message, let hint else { return nil }
        return Finding(
            code: code, severity: severity, message: message, subjects: object.strings("subjects"),
            overlays: object.ids("overlays"), hint: hint)
    }
}
