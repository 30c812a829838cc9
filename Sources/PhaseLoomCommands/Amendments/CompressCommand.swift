import PhaseLoom

extension OptionSyntax {
    fileprivate static let first = text("from", "PHASE", "The first phase, or '@point' for the one that holds it")
    fileprivate static let last = text("through", "PHASE", "The last phase, or '@point'")
    fileprivate static let target = text("into", "ID[:TITLE]", "The phase that takes their place")
    fileprivate static let deferred = text(
        "defer", "OBLIGATION", "An obligation, or PHASE/OBLIGATION, that is owed at closeout instead",
        isRepeatable: true)
}

extension Command {
    /// Collapses phases of a running engagement into one, because of an incident.
    static let compress = Command(
        syntax: .engagements(
            "compress", "Collapse phases of a running engagement into one, because of an incident",
            [
                "Every phase from the first through the last is taken in, and what they owed is kept, or deferred to "
                    + "closeout, which it blocks. Validation is never taken in. The change is an amendment by an "
                    + "overlay 'compression-INCIDENT', which can be removed again."
            ],
            arguments: [.engagement],
            options: [.first.required, .last.required, .target.required, .deferred] + OptionSyntax.amending
                + OptionSyntax.incidentRecord,
            examples: [
                .init(
                    "compress campus --from assessment --through design --into triage:\"Emergency triage\" "
                        + "--defer design-reviewed --reason \"the site is down\" --authority \"Duty manager\" "
                        + "--incident INC-7 --incident-record inc-7.eml --incident-summary \"core switch burnt\" "
                        + "--work-due 2026-12-05", "Goes ahead, and owes the review.")
            ])
    ) { invocation async throws(CommandFailure) in
        guard let incident = try invocation.incidentRequest() else {
            throw .usage("'--incident ID' is missing: phases are compressed only with the record of an incident")
        }
        let changes = OverlayChanges(compression: try invocation.compression(for: incident))
        return try await invocation.amend(try invocation.id(at: 0), try AmendmentRequest(changes, invocation))
    }
}

extension Invocation {
    /// The overlay that compresses the phases which the arguments name.
    fileprivate func compression(for incident: IncidentRequest) throws(CommandFailure) -> DeclarativeOverlay {
        let target = text(.target).splitEscaped(at: ":")
        guard target.count <= 2 else { throw .usage("'--into' cannot be '\(text(.target).excerpt)': write 'ID:TITLE'") }
        let id = try Self.id(target[0])
        var compress = Compress(
            from: try anchor(.first), through: try anchor(.last), into: id, target.count > 1 ? target[1] : id.text)
        for text in arguments.values(.deferred) {
            let obligation = try Self.checking(.deferred) { () throws(InvalidValue) in
                try ObligationReference(parsing: text)
            }
            compress = compress.deferring(obligation, to: .closeout)
        }
        let identity = OverlayIdentity(
            id: try Self.id("compression-\(incident.id)"), title: "Compression for \(incident.id)",
            summary: incident.summary, cites: ["Incident \(incident.id)"])
        return DeclarativeOverlay(identity: identity, body: OverlayBody(changes: [compress.change]))
    }

    private func anchor(_ option: OptionSyntax) throws(CommandFailure) -> Anchor {
        let text = text(option)
        return try Self.checking(option) { () throws(InvalidValue) in try Anchor(parsing: text) }
    }
}
