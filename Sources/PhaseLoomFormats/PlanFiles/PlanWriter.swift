import PhaseLoom

extension ComposedSequence {
    /// The plan without its digest: the sequence, the overlays, and what neither of them says.
    var planJSON: JSONValue {
        [
            "absorbed": .byName(absorbed.map { ($0.key, .id($0.value)) }), "format": .string(PlanFile.format),
            "overlays": .array(overlays.map(\.inOrder.json)), "precedences": .array(precedences.map(\.json)),
            "produces": .byName(phases.map { ($0.id, $0.productionJSON) }),
            "resolutions": .array(resolutions.map(\.json)), "sequence": json,
            "sources": [
                "artifacts": .byName(artifacts.map { ($0.id, .strings($0.attribution.cites)) }),
                "tracks": .byName(tracks.map { ($0.id, .strings($0.attribution.cites)) }),
            ],
            "title": .string(title),
        ]
    }
}

extension DeclarativeOverlay {
    /// The same overlay as its initialisers leave it, whatever was assigned to it since.
    fileprivate var inOrder: DeclarativeOverlay {
        let identity = OverlayIdentity(
            id: identity.id, version: identity.version, title: identity.title, summary: identity.summary,
            cites: identity.cites, requires: identity.requires, excludes: identity.excludes)
        let interactions = body.interactions.map { Together(with: $0.overlays, changes: $0.changes.map(\.inOrder)) }
        let body = OverlayBody(changes: body.changes.map(\.inOrder), interactions: interactions)
        return DeclarativeOverlay(identity: identity, options: options, body: body)
    }
}

extension Change {
    fileprivate var inOrder: Change { Change(operation, cites: cites, ifPresent: ifPresent) }
}

extension JSONValue {
    /// An object by identifiers, in their order, with what says something.
    fileprivate static func byName(_ members: [(ID, JSONValue)]) -> JSONValue {
        let said = members.filter { $0.1 != [] && $0.1 != [:] }
        return .object(said.sorted { $0.0 < $1.0 }.map { JSONMember($0.0.text, $0.1) })
    }
}

extension ComposedPhase {
    /// The conditions under which artifacts are handed on, by artifact.
    fileprivate var productionJSON: JSONValue { .byName(productionConditions.map { ($0.key, $0.value.json) }) }
}

extension Precedence {
    fileprivate var json: JSONValue {
        [
            "by": .ids(attribution.by), "cites": .strings(attribution.cites), "direct": .bool(isDirect),
            "first": .id(first), "then": .id(then),
        ]
    }
}

extension Resolution {
    fileprivate var json: JSONValue {
        [
            "authority": .string(authority), "choose": .id(choose), "conflict": .string(conflict),
            "reason": .string(reason),
        ]
    }
}
