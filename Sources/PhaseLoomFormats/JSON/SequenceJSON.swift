public import PhaseLoom

/// Composed sequences as canonical JSON of the format `phaseloom.sequence/1`.
///
/// Phases stand in canonical order, everything else in order of identifiers. Besides the keys that every element has,
/// activities and obligations have `when` where they are conditional, and obligations have `proof` where they say how
/// evidence shows them and `waivers` where they are waived.
public struct SequenceJSON: Renderer {
    /// The name and version of the format.
    static let format = "phaseloom.sequence/1"

    /// The name by which people ask for the format.
    public let format = "json"

    /// Makes the renderer.
    public init() {}

    /// Writes a sequence; the surface makes no difference.
    ///
    /// - Complexity: O(*n*) in the number of elements.
    public func render(_ sequence: ComposedSequence, for surface: Surface) -> String {
        sequence.json.canonicalText
    }
}

extension ComposedSequence {
    /// The identity of everything but the findings: `sha256:` and the hash of the canonical JSON without both.
    ///
    /// - Complexity: O(*n*) in the number of elements.
    public var digest: String { pin.description }

    /// The identity by which engagements pin the sequence.
    var pin: Digest { Digest(of: pinnedJSON.canonicalBytes) }

    /// The sequence as `show` prints it.
    var json: JSONValue {
        let pinned = pinnedJSON
        return pinned.adding(["digest": .string(pinned.digest), "findings": .array(findings.map(\.json))])
    }

    /// What the digest covers.
    fileprivate var pinnedJSON: JSONValue {
        [
            "artifacts": .array(artifacts.map(\.json)), "base": .id(base), "format": .string(SequenceJSON.format),
            "loops": .array(loops.map(\.json)), "overlays": .array(overlays.map(\.summaryJSON)),
            "phases": .array(phases.map(\.json)), "tracks": .array(tracks.map(\.json)),
        ]
    }
}

extension JSONValue {
    /// The identity of a value: `sha256:` and the hash of its canonical form.
    var digest: String { "sha256:" + SHA256.hexadecimal(canonicalBytes) }
}

extension DeclarativeOverlay {
    fileprivate var summaryJSON: JSONValue {
        ["id": .id(identity.id), "options": .options(options), "version": .string(identity.version)]
    }
}

extension ComposedPhase {
    fileprivate var json: JSONValue {
        [
            "activities": .array(activities.map(\.json)), "after": .ids(after), "by": .ids(attribution.by),
            "cites": .strings(attribution.cites), "consumes": .ids(consumes),
            "entry": .array(entry.map(\.entryJSON)), "gate": .array(gate.map(\.gateJSON)), "id": .id(id),
            "points": .strings(points.map(\.rawValue)), "produces": .ids(produces), "title": .string(title),
            "track": .id(track), "when": condition.json,
        ]
    }
}

extension ComposedActivity {
    fileprivate var json: JSONValue {
        let members: JSONValue = [
            "after": .ids(after), "by": .ids(attribution.by), "cites": .strings(attribution.cites), "id": .id(id),
            "title": .string(title),
        ]
        return members.addingUnlessEmpty(["when": condition.json])
    }
}

extension ComposedObligation {
    fileprivate var entryJSON: JSONValue {
        // Only a decision between a criterion and a requirement leaves a bound here.
        commonJSON.addingUnlessEmpty(["bound": bound?.json ?? nil])
    }

    fileprivate var gateJSON: JSONValue {
        commonJSON.adding(["bound": bound?.json ?? .null, "deferredTo": deferredTo.map { .id($0) } ?? .null])
    }

    private var commonJSON: JSONValue {
        let members: JSONValue = [
            "by": .ids(attribution.by), "cites": .strings(attribution.cites), "id": .id(id), "needs": .ids(needs),
            "statement": .string(statement), "status": .string(status.rawValue),
        ]
        return members.addingUnlessEmpty([
            "proof": proof?.json ?? nil, "waivers": .array(waivers.map(\.json)), "when": condition.json,
        ])
    }
}

extension ComposedObligation.Waiver {
    fileprivate var json: JSONValue {
        ["authority": .string(authority), "by": .id(by), "reason": .string(reason)]
    }
}

extension ComposedLoop {
    fileprivate var json: JSONValue {
        [
            "by": .ids(attribution.by), "cites": .strings(attribution.cites), "from": .id(from), "id": .id(id),
            "limit": .integer(limit), "to": .id(to), "while": .ids(criteria),
        ]
    }
}

extension ComposedTrack {
    fileprivate var json: JSONValue {
        ["by": .ids(attribution.by), "id": .id(id), "title": .string(title)]
    }
}

extension ComposedArtifact {
    fileprivate var json: JSONValue {
        ["by": .ids(attribution.by), "entry": .bool(isEntry), "id": .id(id), "title": .string(title)]
    }
}

extension Finding {
    /// The finding as `show` and `check` print it.
    var json: JSONValue {
        [
            "code": .string(code.rawValue), "hint": .string(hint), "message": .string(message),
            "overlays": .ids(overlays), "severity": .string(severity.rawValue), "subjects": .strings(subjects),
        ]
    }
}
