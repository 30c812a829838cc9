import PhaseLoom

// The bodies of changes as an overlay file states them: what must be there, then what says something.

extension Artifact {
    var json: JSONValue {
        (["id": .id(id), "title": .string(title)] as JSONValue).addingUnlessEmpty(["entry": .bool(isEntry)])
    }
}

extension Insert {
    var json: JSONValue {
        let phase: JSONValue = ["id": .id(id), "title": .string(title)]
        let full = phase.addingUnlessEmpty([
            "consumes": .ids(consumes), "produces": .ids(produces), "points": .strings(points.map(\.rawValue)),
            "when": .array(when.map(\.sparseJSON)),
        ])
        return (["phase": full] as JSONValue).addingUnlessEmpty([
            "after": .texts(after), "before": .texts(before), "track": track == .mainTrack ? nil : .id(track),
        ])
    }
}

extension Perform {
    var json: JSONValue {
        (["in": .text(target), "id": .id(id), "title": .string(title)] as JSONValue).addingUnlessEmpty([
            "after": .ids(after), "when": .array(when.map(\.sparseJSON)),
        ])
    }
}

extension Require {
    var json: JSONValue {
        (["to": .text(target), "id": .id(id), "statement": .string(statement)] as JSONValue).addingUnlessEmpty([
            "needs": .ids(needs), "proof": proof?.json ?? nil, "status": isMandated ? "mandated" : nil,
        ])
    }
}

extension Expect {
    var json: JSONValue {
        (["at": .text(target), "id": .id(id), "statement": .string(statement)] as JSONValue).addingUnlessEmpty([
            "needs": .ids(needs), "proof": proof?.json ?? nil, "bound": bound?.sparseJSON ?? nil,
            "status": isMandated ? "mandated" : nil, "deferTo": deferral.map { .text($0) } ?? nil,
        ])
    }
}

extension Limit {
    var json: JSONValue {
        // Both ends, even when both are open: a bound without any is refused as a slip.
        ["criterion": .text(criterion), "min": .optional(interval.min), "max": .optional(interval.max)]
    }
}

extension LoopBack {
    var json: JSONValue {
        ["id": .id(id), "from": .text(from), "to": .text(to), "while": .texts(criteria), "limit": .integer(limit)]
    }
}

extension Compress {
    var json: JSONValue {
        let members: JSONValue = [
            "from": .text(from), "through": .text(through), "into": ["id": .id(id), "title": .string(title)],
        ]
        return members.addingUnlessEmpty([
            "defer": .array(deferrals.map { ["obligation": .text($0.obligation), "to": .text($0.anchor)] })
        ])
    }
}

extension Waive {
    var json: JSONValue {
        ["obligation": .text(obligation), "reason": .string(reason), "authority": .string(authority)]
    }
}

extension Trigger {
    fileprivate var sparseJSON: JSONValue {
        (["id": .id(id), "statement": .string(statement)] as JSONValue).addingUnlessEmpty([
            "needs": .ids(needs), "bound": bound?.sparseJSON ?? nil,
        ])
    }
}

extension Bound {
    /// The bound with what it says, without open ends.
    var sparseJSON: JSONValue {
        (["measure": .id(measure)] as JSONValue).addingUnlessEmpty([
            "min": .optional(interval.min), "max": .optional(interval.max), "unit": unit.map { .string($0) } ?? nil,
        ])
    }
}
