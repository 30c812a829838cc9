import PhaseLoom

/// A store with one flaw.
actor FlawedStore: EngagementStore {
    enum Flaw: Hashable {
        case none, changesBytes, appendsHalf, takesAnyLength, takesContradictions, keepsDocumentsOfRefused
        case startsTooEarly, ignoresLimits, showsNewestFirst, repeatsPositions, neverEnds
        case keepsFirstSummary, listsUnsorted, forgetsClosed, matchesPartsOfNames
        case replacesDocuments, forgetsEmptyDocuments, losesUnderLoad, showsLate, fails
    }

    private let flaw: Flaw
    private var logs: [ID: [LogRecord]] = [:]
    private var summaries: [ID: EngagementSummary] = [:]
    private var documents: [Digest: [UInt8]] = [:]
    private var entries: [FeedEntry] = []

    init(_ flaw: Flaw) { self.flaw = flaw }

    func append(_ batch: LogBatch) async throws(StoreError) {
        if flaw == .fails { throw StoreError(.unavailable, "it fails", hint: "mend it") }
        let length = logs[batch.engagement]?.count ?? 0
        if flaw == .keepsDocumentsOfRefused { keep(batch.documents) }
        // A check that somebody may overtake before the append.
        if flaw == .losesUnderLoad {
            try batch.check(against: length)
            await Task.yield()
            logs[batch.engagement] = Array((logs[batch.engagement] ?? []).prefix(length))
        } else {
            try check(batch, length)
        }
        for record in batch.records {
            let kept = flaw == .changesBytes ? record.lowered : record
            logs[batch.engagement, default: []].append(kept)
            let position = flaw == .repeatsPositions ? (entries.count + 2) / 2 : entries.count + 1
            entries.append(FeedEntry(position: position, engagement: batch.engagement, record: kept))
        }
        if flaw != .keepsFirstSummary || summaries[batch.engagement] == nil {
            summaries[batch.engagement] = batch.summary
        }
        keep(batch.documents)
    }

    private func check(_ batch: LogBatch, _ length: Int) throws(StoreError) {
        do throws(StoreError) {
            try batch.check(against: length)
        } catch {
            switch (flaw, error.code) {
            case (.takesAnyLength, .conflict), (.takesContradictions, .invalid): return
            case (.appendsHalf, _):
                if let first = batch.records.first { logs[batch.engagement, default: []].append(first) }
                throw error
            default: throw error
            }
        }
    }

    private func keep(_ new: [StoredDocument]) {
        for document in new where documents[document.name] == nil || flaw == .replacesDocuments {
            if flaw == .forgetsEmptyDocuments, document.content.isEmpty { continue }
            documents[document.name] = document.content
        }
    }

    func records(of engagement: ID, after number: Int, limit: Int) -> [LogRecord] {
        let skipped = max(0, flaw == .startsTooEarly ? number &- 1 : number)
        return Array((logs[engagement] ?? []).dropFirst(skipped).prefix(self.limit(limit)))
    }

    func summary(of engagement: ID) -> EngagementSummary? { summaries[engagement] }

    func engagements(matching query: EngagementQuery) -> [EngagementSummary] {
        let found = summaries.values.filter { summary in
            switch flaw {
            case .forgetsClosed: summary.state != .closed && query.matches(summary)
            case .matchesPartsOfNames:
                EngagementQuery(states: query.states).matches(summary)
                    && (query.phase.map { phase in
                        (summary.openPhases + summary.readyPhases).contains { $0.text.hasPrefix(phase.text) }
                    } ?? true)
            default: query.matches(summary)
            }
        }
        return found.sorted { flaw == .listsUnsorted ? $0.engagement > $1.engagement : $0.engagement < $1.engagement }
    }

    func feed(after position: Int, limit: Int) -> [FeedEntry] {
        var later = entries.filter { $0.position > position || flaw == .neverEnds }
        // The last one but one comes only after the last one, as from writers that overtake each other; at rest all is
        // there.
        if flaw == .showsLate, entries.count % 40 != 0 { later.removeAll { $0.position == entries.count - 1 } }
        return Array((flaw == .showsNewestFirst ? later.reversed() : later).prefix(self.limit(limit)))
    }

    func document(_ name: Digest) -> [UInt8]? { documents[name] }

    private func limit(_ limit: Int) -> Int { flaw == .ignoresLimits ? .max : max(0, limit) }
}

extension LogRecord {
    /// The event with every byte above 127 changed.
    fileprivate var lowered: LogRecord { LogRecord(number: number, content: content.map { $0 & 0x7f }, hash: hash) }
}
