import PhaseLoom

/// Reads the frame of a plan file: overlays, what only the plan says, and the sequence of all of it.
struct PlanReader {
    private var sequence = SequenceReader()

    private static let keys = [
        "absorbed", "digest", "format", "overlays", "precedences", "produces", "resolutions", "sequence", "sources",
        "title",
    ]

    mutating func plan(_ root: JSONCursor) -> ComposedSequence? {
        guard let object = root.object(Self.keys, format: PlanFile.format) else { return nil }
        let title = object.required("title")?.string()
        let overlays = object.required("overlays")?.list { cursor in
            var reader = OverlayReader()
            return reader.overlay(cursor)
        }
        readRest(object)
        let absorbed = object.required("absorbed")?.byName { sequence.reference($0) }
        let precedences = object.required("precedences")?.list { precedence($0) }
        var decided: Set<String> = []
        let resolutions = object.required("resolutions")?.list { $0.resolution(&decided) }
        let written = object.required("sequence")
        let parts = written.flatMap { sequence.parts($0) }
        sequence.checkReferences()
        guard let title, let overlays, let absorbed, let precedences, let resolutions, let written, let parts else {
            return nil
        }
        let plan = ComposedSequence(
            base: parts.base, title: title, overlays: overlays, phases: parts.phases, loops: parts.loops,
            tracks: parts.tracks, artifacts: parts.artifacts, precedences: precedences, absorbed: absorbed,
            resolutions: resolutions, findings: parts.findings)
        check(plan, written, object)
        return plan
    }

    /// Reads what belongs to elements of the sequence and stands outside it.
    private mutating func readRest(_ object: ObjectCursor) {
        if let sources = object.required("sources")?.object(["artifacts", "tracks"]) {
            sequence.artifactSources = sources.required("artifacts")?.byName { $0.list { $0.string() } } ?? [:]
            sequence.trackSources = sources.required("tracks")?.byName { $0.list { $0.string() } } ?? [:]
        }
        sequence.production = object.required("produces")?.byName { $0.byName { $0.condition() } } ?? [:]
    }

    private mutating func precedence(_ cursor: JSONCursor) -> Precedence? {
        guard let object = cursor.object(["by", "cites", "direct", "first", "then"]) else { return nil }
        let first = sequence.reference(object.required("first"))
        let then = sequence.reference(object.required("then"))
        let isDirect = object.required("direct")?.bool()
        guard let first, let then, let isDirect else { return nil }
        return Precedence(first: first, then: then, isDirect: isDirect, attribution: object.attribution())
    }

    /// Checks that the plan is the one whose digests it carries, once everything in it could be read.
    private func check(_ plan: ComposedSequence, _ written: JSONCursor, _ object: ObjectCursor) {
        guard written.log.isEmpty, let sequence = written.members().map({ ObjectCursor(written, $0) }) else { return }
        let expected = plan.planJSON
        let overlays = sequence.required("overlays")
        if let overlays, overlays.node.value.canonicalBytes != expected["sequence"]?["overlays"]?.canonicalBytes {
            overlays.refuse("these are not the overlays of the plan", hint: Self.hint)
        }
        compare(sequence.required("digest"), with: expected["sequence"]?["digest"])
        compare(object.required("digest"), with: .string(expected.digest))
    }

    private func compare(_ cursor: JSONCursor?, with digest: JSONValue?) {
        guard let cursor, let text = cursor.string(), digest != .string(text) else { return }
        cursor.refuse("the digest '\(text.excerpt)' is not that of the content", hint: Self.hint)
    }

    private static let hint = "take the original: the plan was changed after it was written"
}
