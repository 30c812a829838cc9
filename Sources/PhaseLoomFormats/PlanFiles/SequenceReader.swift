import PhaseLoom

/// Reads a composed sequence as `show` prints it, with what a plan says about its elements elsewhere.
struct SequenceReader {
    /// What artifacts and tracks cite, which the sequence does not show.
    var artifactSources: [ID: [String]] = [:]
    var trackSources: [ID: [String]] = [:]
    /// The conditions under which phases hand on artifacts.
    var production: [ID: [ID: Condition]] = [:]

    private var phases: Set<ID> = []
    /// Where phases are named that stand elsewhere in the file.
    private var references: [(cursor: JSONCursor, phase: ID)] = []

    /// What a sequence consists of.
    struct Parts {
        let base: ID
        let phases: [ComposedPhase]
        let loops: [ComposedLoop]
        let tracks: [ComposedTrack]
        let artifacts: [ComposedArtifact]
        let findings: [Finding]
    }

    private static let keys = [
        "artifacts", "base", "digest", "findings", "format", "loops", "overlays", "phases", "tracks",
    ]

    mutating func parts(_ cursor: JSONCursor) -> Parts? {
        guard let object = cursor.object(Self.keys, format: SequenceJSON.format) else { return nil }
        let base = object.required("base")?.id()
        let phases = object.required("phases")?.list { phase($0) }
        var names: [Set<ID>] = [[], [], []]
        let loops = object.required("loops")?.list { loop($0, &names[0]) }
        let tracks = object.required("tracks")?.list { track($0, &names[1]) }
        let artifacts = object.required("artifacts")?.list { artifact($0, &names[2]) }
        let findings = object.required("findings")?.list { $0.finding() }
        guard let base, let phases, let loops, let tracks, let artifacts, let findings else { return nil }
        checkRest(cursor)
        return Parts(
            base: base, phases: phases, loops: loops, tracks: tracks, artifacts: artifacts, findings: findings)
    }

    /// Reads the name of a phase that may stand anywhere in the sequence.
    mutating func reference(_ cursor: JSONCursor?) -> ID? {
        guard let cursor, let phase = cursor.id() else { return nil }
        references.append((cursor, phase))
        return phase
    }

    /// Refuses names of phases that the sequence does not have.
    func checkReferences() {
        for (cursor, phase) in references where !phases.contains(phase) {
            cursor.refuse("there is no phase '\(phase)'", hint: "name a phase of the sequence")
        }
    }

    /// Refuses what the plan says about elements that the sequence does not have.
    private func checkRest(_ cursor: JSONCursor) {
        let rest = [
            ("phase", Array(production.keys)), ("artifact", Array(artifactSources.keys)),
            ("track", Array(trackSources.keys)),
        ]
        for (kind, names) in rest {
            for name in names.sorted() {
                cursor.refuse(
                    "there is no \(kind) '\(name)', of which the plan speaks", hint: "name it in the sequence")
            }
        }
    }

    private mutating func phase(_ cursor: JSONCursor) -> ComposedPhase? {
        let keys = [
            "activities", "after", "by", "cites", "consumes", "entry", "gate", "id", "points", "produces", "title",
            "track", "when",
        ]
        guard let object = cursor.object(keys) else { return nil }
        let after = object.list("after") { earlier($0, phases, "phase") }
        let id = object.name("phase", &phases)
        let title = object.required("title")?.string()
        let track = object.required("track")?.id()
        var activities: Set<ID> = []
        var obligations: Set<ID> = []
        let done = object.list("activities") { activity($0, &activities) }
        let entry = object.list("entry") { obligation($0, isEntry: true, &obligations) }
        let gate = object.list("gate") { obligation($0, isEntry: false, &obligations) }
        guard let id, let title, let track else { return nil }
        return ComposedPhase(
            id: id, title: title, points: object.list("points") { $0.word(ExtensionPoint.self, "an extension point") },
            track: track, condition: object.condition(), after: after, consumes: object.ids("consumes"),
            produces: object.ids("produces"), productionConditions: production.removeValue(forKey: id) ?? [:],
            activities: done, entry: entry, gate: gate, attribution: object.attribution())
    }

    private func activity(_ cursor: JSONCursor, _ names: inout Set<ID>) -> ComposedActivity? {
        guard let object = cursor.object(["after", "by", "cites", "id", "title", "when"]) else { return nil }
        let after = object.list("after") { earlier($0, names, "activity") }
        let id = object.name("activity", &names)
        let title = object.required("title")?.string()
        guard let id, let title else { return nil }
        return ComposedActivity(
            id: id, title: title, condition: object.condition(), after: after, attribution: object.attribution())
    }

    private func earlier(_ cursor: JSONCursor, _ names: Set<ID>, _ kind: String) -> ID? {
        guard let id = cursor.id() else { return nil }
        if !names.contains(id) {
            cursor.refuse("no \(kind) '\(id)' stands before this one", hint: "put it before those that come after it")
        }
        return id
    }

    private mutating func obligation(
        _ cursor: JSONCursor, isEntry: Bool, _ names: inout Set<ID>
    ) -> ComposedObligation? {
        let keys = ["bound", "by", "cites", "id", "needs", "proof", "statement", "status", "waivers", "when"]
        guard let object = cursor.object(isEntry ? keys : keys + ["deferredTo"]) else { return nil }
        let id = object.name("obligation", &names)
        let statement = object.required("statement")?.string()
        let status = object.required("status")?.word(Status.self, "a status")
        let deferredTo = object.optional("deferredTo").flatMap { reference($0) }
        guard let id, let statement, let status else { return nil }
        return ComposedObligation(
            id: id, statement: statement, needs: object.ids("needs"),
            proof: object.optional("proof")?.proof()?.canonical, bound: object.optional("bound")?.bound(),
            status: status, deferredTo: deferredTo, condition: object.condition(),
            waivers: object.list("waivers") { $0.waiver() }, attribution: object.attribution())
    }

    private mutating func loop(_ cursor: JSONCursor, _ names: inout Set<ID>) -> ComposedLoop? {
        guard let object = cursor.object(["by", "cites", "from", "id", "limit", "to", "while"]) else { return nil }
        let id = object.name("loop", &names)
        let from = reference(object.required("from"))
        let to = reference(object.required("to"))
        let limit = object.required("limit")?.count()
        guard let id, let from, let to, let limit else { return nil }
        return ComposedLoop(
            id: id, from: from, to: to, criteria: object.ids("while"), limit: limit, attribution: object.attribution())
    }

    private mutating func track(_ cursor: JSONCursor, _ names: inout Set<ID>) -> ComposedTrack? {
        guard let object = cursor.object(["by", "id", "title"]) else { return nil }
        let id = object.name("track", &names)
        let title = object.required("title")?.string()
        guard let id, let title else { return nil }
        let cites = trackSources.removeValue(forKey: id) ?? []
        return ComposedTrack(id: id, title: title, attribution: Attribution(by: object.ids("by"), cites: cites))
    }

    private mutating func artifact(_ cursor: JSONCursor, _ names: inout Set<ID>) -> ComposedArtifact? {
        guard let object = cursor.object(["by", "entry", "id", "title"]) else { return nil }
        let id = object.name("artifact", &names)
        let title = object.required("title")?.string()
        let isEntry = object.required("entry")?.bool()
        guard let id, let title, let isEntry else { return nil }
        let cites = artifactSources.removeValue(forKey: id) ?? []
        return ComposedArtifact(
            id: id, title: title, isEntry: isEntry, attribution: Attribution(by: object.ids("by"), cites: cites))
    }
}
