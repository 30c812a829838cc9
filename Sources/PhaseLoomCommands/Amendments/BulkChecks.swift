import PhaseLoom

extension Desk {
    /// Sees to it that what is asked of many engagements at once can be meant for one of them: a slip of the pen is
    /// answered once, before anything happens, and not for each or not at all.
    ///
    /// - Throws: ``CommandFailure`` for an overlay that nobody knows or runs, and for options that cannot be.
    func check(_ changes: OverlayChanges, forAll engagements: [ID]) async throws(CommandFailure) {
        for change in changes.options { try check(change) }
        let known = catalogue.overlays.map(\.identity.id)
        let strange = changes.removed.filter { !known.contains($0) }
        guard !strange.isEmpty else { return }
        var running: [ID] = []
        for id in engagements {
            running += try await load(id).engagement.plan.sequence.overlays.map(\.identity.id)
            if strange.allSatisfy(running.contains) { return }
        }
        guard let id = strange.first(where: { !running.contains($0) }) else { return }
        let nearest = Suggestion.nearest(to: id.text, among: (known + running).map(\.text))
        throw .refused(
            Refusal(
                .unknown, "no engagement that is chosen runs the overlay '\(id)'",
                hint: nearest.map { "did you mean '\($0)'?" } ?? "'list' names those that there are"))
    }

    /// Checks the options that change, each by itself: what goes with what is a matter of each engagement.
    private func check(_ change: OverlaySpecification) throws(CommandFailure) {
        do {
            let entry = try catalogue.overlay(named: change.name)
            _ = try OptionValues(change.options, for: entry.options)
        } catch {
            throw .usage("\(change.name.excerpt): \(error)")
        }
    }
}
