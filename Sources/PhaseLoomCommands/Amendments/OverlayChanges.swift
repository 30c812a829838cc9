import PhaseLoom

/// What an amendment does to the overlays of a running sequence.
struct OverlayChanges: Sendable {
    /// The overlays that come in, or take the place of those of their name.
    var added: [DeclarativeOverlay] = []
    /// The overlays that go.
    var removed: [ID] = []
    /// The option values that change, by overlay.
    var options: [OverlaySpecification] = []
    /// The phases that are collapsed, as an overlay of their own.
    var compression: DeclarativeOverlay?
    /// Decisions on conflicts, beside those that the sequence keeps.
    var resolutions: [Resolution] = []

    var isEmpty: Bool {
        added.isEmpty && removed.isEmpty && options.isEmpty && compression == nil && resolutions.isEmpty
    }

    /// The overlays of a sequence after the changes.
    ///
    /// - Parameters:
    ///   - sequence: the sequence that runs.
    ///   - catalogue: where overlays are made anew for other options.
    ///   - isLenient: whether overlays that do not run are passed over, as it has to be for many engagements at once.
    /// - Returns: the overlays, of which no two have one name.
    /// - Throws: ``CommandFailure`` for overlays and options that do not exist.
    func overlays(
        after sequence: ComposedSequence, in catalogue: Catalogue, isLenient: Bool
    ) throws(CommandFailure) -> [DeclarativeOverlay] {
        var overlays = sequence.overlays
        for id in removed {
            try Self.check(id, runsIn: overlays, isLenient)
            overlays.removeAll { $0.identity.id == id }
        }
        for change in options {
            let id = try Invocation.id(change.name)
            try Self.check(id, runsIn: overlays, isLenient)
            guard let place = overlays.firstIndex(where: { $0.identity.id == id }) else { continue }
            overlays[place] = try Self.remade(overlays[place], with: change.options, in: catalogue)
        }
        for overlay in added { try Self.put(overlay, into: &overlays) }
        if let compression { Self.unite(compression, with: &overlays) }
        return overlays
    }

    private static func check(
        _ id: ID, runsIn overlays: [DeclarativeOverlay], _ isLenient: Bool
    ) throws(CommandFailure) {
        let names = overlays.map(\.identity.id)
        if isLenient || names.contains(id) { return }
        let nearest = Suggestion.nearest(to: id.text, among: names.map(\.text))
        let list = names.map { "'\($0)'" }.joined(separator: ", ")
        throw .refused(
            Refusal(
                .unknown, "the engagement does not run the overlay '\(id)'",
                hint: nearest.map { "did you mean '\($0)'?" } ?? (names.isEmpty ? "it runs none" : "it runs \(list)")))
    }

    private static func remade(
        _ overlay: DeclarativeOverlay, with options: [String: String], in catalogue: Catalogue
    ) throws(CommandFailure) -> DeclarativeOverlay {
        let id = overlay.identity.id
        do {
            let entry = try catalogue.overlay(named: id.text)
            return try entry(options: overlay.options.merging(options) { $1 })
        } catch {
            throw .usage("\(id): \(error)")
        }
    }

    /// Adds an overlay. One that runs already is replaced by its present version, but never loses its options.
    private static func put(
        _ overlay: DeclarativeOverlay, into overlays: inout [DeclarativeOverlay]
    ) throws(CommandFailure) {
        let id = overlay.identity.id
        guard let place = overlays.firstIndex(where: { $0.identity.id == id }) else { return overlays.append(overlay) }
        guard overlays[place].options == overlay.options else {
            throw .refused(
                Refusal(
                    .repeated, "the engagement runs the overlay '\(id)' already, with other options",
                    hint: "change an option with '--set \(id):key=value'"))
        }
        overlays[place] = overlay
    }

    /// Adds a compression. An incident may need more than one.
    private static func unite(_ compression: DeclarativeOverlay, with overlays: inout [DeclarativeOverlay]) {
        let id = compression.identity.id
        guard let place = overlays.firstIndex(where: { $0.identity.id == id }) else {
            return overlays.append(compression)
        }
        let changes = compression.body.changes.filter { !overlays[place].body.changes.contains($0) }
        overlays[place].body.changes += changes
    }
}

extension Invocation {
    /// What the arguments do to the overlays of a running sequence.
    func overlayChanges(
        adding add: OptionSyntax, removing remove: OptionSyntax, setting set: OptionSyntax
    ) throws(CommandFailure) -> OverlayChanges {
        let files = try fileOverlays()
        var changes = OverlayChanges(added: files)
        for specification in try specifications(arguments.values(add)) {
            let overlay = try overlay(specification, orOneOf: files)
            if !changes.added.contains(overlay) { changes.added.append(overlay) }
        }
        for text in arguments.values(remove) { changes.removed.append(try Self.id(text)) }
        for specification in try specifications(arguments.values(set)) {
            guard !specification.options.isEmpty else {
                throw .usage(
                    "'\(set.spelling)' changes nothing of '\(specification.name.excerpt)': write 'ID:key=value'")
            }
            changes.options.append(specification)
        }
        changes.resolutions = try resolutions()
        return changes
    }
}
