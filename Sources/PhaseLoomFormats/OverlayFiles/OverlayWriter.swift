import PhaseLoom

extension DeclarativeOverlay {
    /// The overlay as its file holds it.
    var json: JSONValue {
        let members: JSONValue = [
            "format": .string(OverlayFile.format), "id": .id(identity.id), "version": .string(identity.version),
            "title": .string(identity.title), "summary": .string(identity.summary),
        ]
        return members.addingUnlessEmpty([
            "cites": .strings(identity.cites), "requires": .ids(identity.requires), "excludes": .ids(identity.excludes),
            "options": .options(options),
            "interactions": .array(body.interactions.map { $0.json }),
        ]).adding(body.changes)
    }
}

extension Together {
    fileprivate var json: JSONValue { (["with": .ids(overlays)] as JSONValue).adding(changes) }
}

/// The part of a file in which a change is stated.
private enum Section {
    case artifacts
    case tracks
    case changes(ChangeKind)
}

extension JSONValue {
    /// The object with changes, each in the section where a file states it.
    fileprivate func adding(_ changes: [Change]) -> JSONValue {
        var artifacts: [JSONValue] = []
        var tracks: [JSONValue] = []
        var others: [JSONValue] = []
        for change in changes {
            let (section, operation) = change.operation.json
            let body = operation.addingUnlessEmpty([
                "cites": .strings(change.cites), "ifPresent": .bool(change.ifPresent),
            ])
            switch section {
            case .artifacts: artifacts.append(body)
            case .tracks: tracks.append(body)
            case .changes(let kind): others.append(.object([JSONMember(kind.rawValue, body)]))
            }
        }
        return addingUnlessEmpty(["artifacts": .array(artifacts), "tracks": .array(tracks), "changes": .array(others)])
    }
}

extension Change.Operation {
    fileprivate var json: (Section, JSONValue) {
        switch self {
        case .artifact(let artifact): (.artifacts, artifact.json)
        case .track(let track): (.tracks, ["id": .id(track.id), "title": .string(track.title)])
        case .insert(let insert): (.changes(.insert), insert.json)
        case .perform(let perform): (.changes(.activity), perform.json)
        case .require(let require): (.changes(.entry), require.json)
        case .expect(let expect): (.changes(.criterion), expect.json)
        case .limit(let limit): (.changes(.bound), limit.json)
        case .order(let order): (.changes(.order), ["first": .text(order.first), "then": .text(order.then)])
        case .loopBack(let loop): (.changes(.loop), loop.json)
        case .compress(let compress): (.changes(.compress), compress.json)
        case .waive(let waive): (.changes(.waive), waive.json)
        case .produce(let it): (.changes(.produce), ["phase": .text(it.target), "artifacts": .ids(it.artifacts)])
        case .consume(let it): (.changes(.consume), ["phase": .text(it.target), "artifacts": .ids(it.artifacts)])
        }
    }
}
