public import PhaseLoom

/// Checks a package offline: its files, its log, and whether the one says what the other does.
public struct HandoffCheck: Sendable {
    private let folder: any HandoffFolder

    /// Describes a check of the package in a folder.
    public init(of folder: any HandoffFolder) { self.folder = folder }

    /// The largest index, list of hashes or plan that is read.
    private static let documentLimit = 16 << 20
    /// The largest log that is read.
    private static let logLimit = 1 << 30

    /// Checks everything.
    ///
    /// - Parameter head: a hash that the log has to have, as somebody wrote it down elsewhere; `nil` when nobody did.
    /// - Returns: what was found.
    /// - Throws: errors of the folder.
    /// - Complexity: O(*n*) in the size of the package, with memory for the log.
    public func run(against head: Digest? = nil) async throws -> HandoffReport {
        var report = HandoffReport()
        let entries = try folder.entries()
        for entry in entries where entry.kind == .other { report.add(entry.path, "it is neither a file nor a folder") }
        guard report.isWhole else { return report }
        let files = try hash(entries)
        let sums = try self.sums(files, &report)
        for file in files where file.path != Self.sumsPath && sums[file.path] != file.digest {
            report.add(file.path, sums[file.path] == nil ? "it is not in SHA256SUMS" : "it was changed")
        }
        for path in sums.keys.sorted() where !files.contains(where: { $0.path == path }) {
            report.add(path, "it is missing")
        }
        for entry in entries
        where entry.kind == .folder && !files.contains(where: { $0.path.hasPrefix(entry.path + "/") }) {
            report.add(entry.path, "it is an empty folder that does not belong here")
        }
        let known = Set(files.map(\.path))
        guard known.isSuperset(of: ["handoff.json", "log.jsonl"]) else {
            for path in ["handoff.json", "log.jsonl"] where !known.contains(path) && sums[path] == nil {
                report.add(path, "it is missing")
            }
            return report
        }
        try await checkContent(files, against: head, &report)
        return report
    }

    private static let sumsPath = "SHA256SUMS"

    private func hash(_ entries: [HandoffEntry]) throws -> [PackagedFile] {
        try entries.filter { $0.kind == .file }.map { entry in
            var hash = SHA256()
            var size = 0
            try folder.read(entry.path) { piece in
                hash.update(piece)
                size += piece.count
            }
            return PackagedFile(path: entry.path, digest: Digest(hash), size: size)
        }.sorted { $0.path < $1.path }
    }

    /// The hashes that the package lists, by path.
    private func sums(_ files: [PackagedFile], _ report: inout HandoffReport) throws -> [String: Digest] {
        guard files.contains(where: { $0.path == Self.sumsPath }) else {
            report.add(Self.sumsPath, "it is missing")
            return [:]
        }
        let text = String(decoding: try content(of: Self.sumsPath, limit: Self.documentLimit), as: UTF8.self)
        var sums: [String: Digest] = [:]
        var written = ""
        for line in text.split(separator: "\n", omittingEmptySubsequences: true) {
            let path = String(line.dropFirst(66))
            guard let digest = try? Digest(parsing: String(line.prefix(64))), sums[path] == nil else { continue }
            sums[path] = digest
            written += PackagedFile(path: path, digest: digest, size: 0).line
        }
        // Whatever else stands there, or stands there otherwise, was not written so.
        if written != text { report.add(Self.sumsPath, "it was changed") }
        return sums
    }

    private func content(of path: String, limit: Int) throws -> [UInt8] {
        var bytes: [UInt8] = []
        try folder.read(path) { piece in
            bytes += piece
            guard bytes.count <= limit else { throw HandoffError("'\(path)' is larger than \(limit) bytes") }
        }
        return bytes
    }
}

// MARK: - What the log says

extension HandoffCheck {
    private func checkContent(
        _ files: [PackagedFile], against head: Digest?, _ report: inout HandoffReport
    ) async throws {
        let bytes = try content(of: "handoff.json", limit: Self.documentLimit)
        guard let index = HandoffIndex(bytes) else {
            report.add("handoff.json", "it is no index of a handoff that this program can read")
            return
        }
        report.engagement = index.engagement
        let log = try content(of: "log.jsonl", limit: Self.logLimit)
        let ledger = Ledger(store: MemoryStore(), format: SequencePlanFormat())
        let stored = try await store(log, index, files, in: ledger.store, &report)
        guard stored else { return }
        guard let handoff = try await replay(index, ledger, against: head, &report) else { return }
        report.length = handoff.records.count
        report.head = handoff.records.last?.hash
        compare(handoff, bytes, files, &report)
        let sequence = try content(of: "sequence.json", limit: Self.documentLimit, ifIn: files)
        if let sequence, sequence != handoff.sequenceJSON {
            report.add("sequence.json", "it is not the sequence that the log ends with")
        }
    }

    private func content(of path: String, limit: Int, ifIn files: [PackagedFile]) throws -> [UInt8]? {
        files.contains { $0.path == path } ? try content(of: path, limit: limit) : nil
    }

    /// Puts the log and the plans into a store.
    private func store(
        _ log: [UInt8], _ index: HandoffIndex, _ files: [PackagedFile], in store: any EngagementStore,
        _ report: inout HandoffReport
    ) async throws -> Bool {
        var lines = log.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        guard lines.popLast()?.isEmpty == true, !lines.isEmpty else {
            report.add("log.jsonl", "it does not end with a whole line")
            return false
        }
        let records = lines.enumerated().map { place, line in
            LogRecord(number: place + 1, content: Array(line), hash: Digest(of: Array(line)))
        }
        var documents: [StoredDocument] = []
        for plan in index.plans where files.contains(where: { $0.path == plan.file }) {
            let content = try content(of: plan.file, limit: Self.documentLimit)
            documents.append(StoredDocument(name: plan.digest, content: content))
        }
        let summary = EngagementSummary(
            engagement: index.engagement, title: "", state: .active, openPhases: [], readyPhases: [],
            length: records.count, head: records.last?.hash ?? .none, started: index.time, updated: index.time, due: nil
        )
        let batch = LogBatch(
            engagement: index.engagement, expectedLength: 0, records: records, summary: summary, documents: documents)
        do {
            try await store.append(batch)
        } catch {
            report.add("log.jsonl", error.message)
            return false
        }
        return true
    }

    /// Replays the log under its plans.
    private func replay(
        _ index: HandoffIndex, _ ledger: Ledger, against head: Digest?, _ report: inout HandoffReport
    ) async throws -> Handoff? {
        do {
            // No list comes with a package, so that the summary above says nothing.
            let found = try await ledger.audit(index.engagement, against: head)?.found
            if let found, found.code != .summary {
                report.add("log.jsonl", found.message)
                if found.code != .end { return nil }
            }
            return try await Handoff(of: index.engagement, in: ledger, at: index.time, by: index.author)
        } catch {
            report.add("log.jsonl", "\(error)")
            return nil
        }
    }

    /// Compares what is there with what would be written now.
    private func compare(
        _ handoff: Handoff, _ index: [UInt8], _ files: [PackagedFile], _ report: inout HandoffReport
    ) {
        let expected = Set(handoff.paths + ["handoff.json", Self.sumsPath])
        for path in expected.subtracting(files.map(\.path)).sorted() { report.add(path, "it is missing") }
        for file in files where !expected.contains(file.path) { report.add(file.path, "it does not belong here") }
        for (item, path) in handoff.evidenceFiles {
            guard let file = files.first(where: { $0.path == path }), file.digest != item.draft.digest else { continue }
            report.add(path, "it is not what event \(item.number) recorded")
        }
        let packaged = files.filter { $0.path != "handoff.json" && $0.path != Self.sumsPath }
        if HandoffManifest(handoff: handoff, files: packaged).json.canonicalBytes != index {
            report.add("handoff.json", "it does not say what the log and the files do")
        }
    }
}
