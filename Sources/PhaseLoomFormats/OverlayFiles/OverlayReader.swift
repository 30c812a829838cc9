import PhaseLoom

/// Reads the frame of an overlay file: identity, declarations, changes and interactions.
struct OverlayReader {
    private var changes = ChangeReader()

    private static let keys = [
        "format", "id", "version", "title", "summary", "cites", "requires", "excludes", "options", "artifacts",
        "tracks",
        "changes", "interactions",
    ]

    mutating func overlay(_ cursor: JSONCursor) -> DeclarativeOverlay? {
        guard let object = cursor.object(Self.keys, format: OverlayFile.format) else { return nil }
        let identity = identity(object)
        let options = options(object)
        let own = changes.changes(object)
        let interactions = object.list("interactions") { interaction($0) }
        guard let identity else { return nil }
        return DeclarativeOverlay(
            identity: identity, options: options, body: OverlayBody(changes: own, interactions: interactions))
    }

    private func identity(_ object: ObjectCursor) -> OverlayIdentity? {
        let id = object.required("id")?.id()
        let version = object.required("version")?.nonEmptyString()
        let title = object.required("title")?.nonEmptyString()
        let summary = object.optional("summary")?.string() ?? ""
        let cites = object.strings("cites")
        let requires = object.ids("requires")
        let excludes = object.ids("excludes")
        guard let id, let version, let title else { return nil }
        return OverlayIdentity(
            id: id, version: version, title: title, summary: summary, cites: cites, requires: requires,
            excludes: excludes)
    }

    private func options(_ object: ObjectCursor) -> [String: String] {
        guard let cursor = object.optional("options"), let members = cursor.members() else { return [:] }
        var options: [String: String] = [:]
        for member in members { options[member.key] = cursor.child(member).string() }
        return options
    }

    private func interaction(_ cursor: JSONCursor) -> Together? {
        guard let object = cursor.object(["with", "artifacts", "tracks", "changes"]) else { return nil }
        let overlays = object.required("with")?.list { $0.id() }
        var reader = changes.forInteraction
        let changes = reader.changes(object)
        return overlays.map { Together(with: $0, changes: changes) }
    }
}
