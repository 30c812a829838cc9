import PhaseLoom
import PhaseLoomFormats

extension Invocation {
    /// Lets a collector work for an engagement, and hands in what it brings.
    func collect(for id: ID) async throws(CommandFailure) -> ExitStatus {
        let collector = try collector()
        let desk = try desk()
        var session = try await desk.load(id)
        let report = try await run(collector, for: session.engagement, keepingIn: desk.place.archive)
        try desk.check(report.evidence.map { .record($0.draft) }, on: session.engagement)
        for evidence in report.evidence { try keepFile(of: evidence, in: desk.place.archive) }
        var events: [Event] = []
        for evidence in report.evidence { events += try await desk.perform(.record(evidence.draft), on: &session) }
        try deliver(report, of: collector.name)
        if !arguments.has(.json) {
            try console.answer("\n" + EventsText().render(events, of: session.engagement, for: surface))
        }
        return report.verdict == .met ? .yes : .no
    }

    /// Copies a file that the collector only read, unless it changed since.
    private func keepFile(of evidence: CollectedEvidence, in archive: any EvidenceArchive) throws(CommandFailure) {
        guard let path = evidence.path else { return }
        guard try keep(path, in: archive).digest == evidence.draft.digest else {
            throw .environment("'\(path)' changed while it was collected: collect it again")
        }
    }
}

extension Desk {
    /// Tells what stands against commands one after another, without doing anything.
    fileprivate func check(_ commands: [PhaseLoom.Command], on engagement: Engagement) throws(CommandFailure) {
        for command in commands { try check(command, on: engagement) }
    }
}
