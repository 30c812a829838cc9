import PhaseLoom
import Synchronization

extension OptionSyntax {
    fileprivate static let measure = text(
        "measure", "NAME=VALUE", "A measured value with its unit, such as 'retention=30d'", isRepeatable: true)
    fileprivate static let validFrom = moment("valid-from", "When it begins to count; at once if not given")
    fileprivate static let validUntil = moment(
        "valid-until", "When it ceases to count; evidence with such a date outlives the reopening of its phase")
}

extension Command {
    /// Hands in evidence.
    static let submit = Command(
        syntax: .engagements(
            "submit", "Hand in evidence: a file, measurements, or both",
            [
                "The file is copied beside the store, into the folder PATH-evidence under its SHA-256 hash, and equal "
                    + "content is kept once. It has to be a regular file; a symbolic link is followed, and the "
                    + "evidence says so. Only its name is recorded, not its folder.",
                "The word 'undefined' stands for a value that could not be determined; it meets no bound.",
            ],
            arguments: [.engagement, .artifact, .optional("FILE", "The file", .file)],
            options: [.measure, .validFrom, .validUntil],
            examples: [
                .init("submit campus statement-of-work contract.pdf", "Hands in a file."),
                .init("submit campus test-report results.json --measure roc_auc=0.91", "Adds what was measured."),
                .init("submit campus storage-plan --measure retention=30d", "Hands in a measurement alone."),
            ])
    ) { invocation async throws(CommandFailure) in
        let id = try invocation.id(at: 0)
        let draft = try invocation.draft()
        let hasFile = invocation.arguments.positionals.count > 2
        guard hasFile || !draft.measurements.isEmpty else {
            throw .usage("nothing shows that there is a '\(draft.artifact)': give FILE or '--measure NAME=VALUE'")
        }
        let desk = try invocation.desk()
        if let end = draft.validUntil, end <= desk.now, draft.validFrom.map({ $0 < end }) ?? true {
            throw .invalidInput("evidence that ended at \(end) never counts: give '--valid-until' a later moment")
        }
        var session = try await desk.load(id)
        guard hasFile else {
            return try invocation.answer(try await desk.perform(.record(draft), on: &session), session)
        }
        let path = invocation.argument(2)
        // What the rules do not take need not be copied.
        try desk.check(.record(draft.attached(to: CollectedFile(at: path))), on: session.engagement)
        let file = try invocation.keep(path, in: desk.place.archive)
        return try invocation.answer(
            try await desk.perform(.record(draft.attached(to: file)), on: &session), session)
    }
}

extension Invocation {
    /// The evidence that the arguments describe, without its file.
    fileprivate func draft() throws(CommandFailure) -> EvidenceDraft {
        var measurements: [Measurement] = []
        for text in arguments.values(.measure) {
            measurements.append(
                try Self.checking(.measure) { () throws(InvalidValue) in try Measurement(parsing: text) })
        }
        return EvidenceDraft(
            artifact: try id(at: 1), digest: Digest(of: []), measurements: measurements,
            validFrom: try moment(.validFrom), validUntil: try moment(.validUntil))
    }

    /// Copies a file into an archive; one without content is left where it is, for it shows nothing, and nothing stays
    /// of one when somebody interrupts the run.
    func keep(_ path: String, in archive: any EvidenceArchive) throws(CommandFailure) -> CollectedFile {
        let files = environment.files
        let isUnwanted = Flag()
        let stop = environment.interruptions { isUnwanted.raise() }
        defer { stop() }
        do {
            var status = FileStatus(size: 0)
            let kept = try archive.keep { put in
                var isEmpty = true
                status = try files.read(path) { _, piece in
                    if isUnwanted.isRaised || Task.isCancelled { throw CancellationError() }
                    isEmpty = false
                    try put(piece)
                }
                if isEmpty { throw EmptyFile() }
            }
            return CollectedFile(
                name: CollectedFile(at: path).name, path: path, size: kept.size, digest: kept.digest,
                linkTarget: status.linkTarget)
        } catch is EmptyFile {
            throw .invalidInput("'\(path)' is empty: see whether it was written to its end")
        } catch let failure as FileFailure {
            throw .environment("cannot read '\(path)': \(failure)")
        } catch is CancellationError {
            throw .environment("cancelled: nothing was handed in")
        } catch {
            throw .environment("\(error)")
        }
    }
}

/// A file without content.
private struct EmptyFile: Error {}

/// A flag that a signal raises.
private final class Flag: Sendable {
    private let state = Atomic(false)

    var isRaised: Bool { state.load(ordering: .relaxed) }

    func raise() { state.store(true, ordering: .relaxed) }
}

extension CollectedFile {
    /// A file of which nothing is known but its path.
    fileprivate init(at path: String) {
        let name = path.split(separator: "/").last.map(String.init) ?? path
        self.init(name: name, path: path, size: 0, digest: Digest(of: []))
    }
}

extension EvidenceDraft {
    /// The evidence with a file; a symbolic link becomes a finding.
    fileprivate func attached(to file: CollectedFile) -> EvidenceDraft {
        CollectedEvidence(artifact, file, measurements: measurements, validFrom: validFrom, validUntil: validUntil)
            .draft
    }
}
