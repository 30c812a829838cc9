import PhaseLoom
import PhaseLoomFormats

extension Invocation {
    /// Lets a collector work for an engagement, and hands in what it brings.
    func collect(for id: ID) async throws(CommandFailure) -> ExitStatus {
        let collector = try collector()
        let desk = try desk()
        let recorder = EngagementRecorder(try await desk.load(id), at: desk)
        let (report, hasAnswered) = try await run(collector, recordingWith: recorder, keepingIn: desk.place.archive)
        let engagement = await recorder.session.engagement
        try desk.check(report.evidence.map { .record($0.draft) }, on: engagement)
        for evidence in report.evidence { try keepFile(of: evidence, in: desk.place.archive) }
        for evidence in report.evidence { _ = try await recorder.record(evidence) }
        let whole = CollectorReport(
            evidence: await recorder.evidence, findings: report.findings, verdict: report.verdict)
        let (events, after) = (await recorder.events, await recorder.session.engagement)
        try deliver(whole, of: collector.name, hasAnswered: hasAnswered) { surface in
            "\n" + EventsText().render(events, of: after, for: surface)
        }
        return whole.verdict == .met ? .yes : .no
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
