public import PhaseLoom

/// The closeout package of an engagement: everything that its recipient needs to go on, and to check it offline.
///
/// A folder with the log as it is stored, the plans that it pins, every file of evidence, and an index of it all.
/// It may be written before the engagement ends, and says so.
///
/// ```swift
/// if let handoff = try await Handoff(of: "campus", in: ledger, at: now, by: "Ada") {
///     try handoff.write(to: folder, from: vault)
/// }
/// ```
public struct Handoff: Sendable {
    /// The engagement as the log left it.
    public let engagement: Engagement
    /// The log as it is stored.
    let records: [LogRecord]
    /// The plans that the log pins, in the order in which it does.
    let plans: [Plan]
    /// When the package was written.
    let time: Timestamp
    /// Who wrote it.
    let author: String

    /// A plan document, and the record that pins it first.
    struct Plan {
        let digest: Digest
        let record: Int
        let content: [UInt8]
    }

    /// Gathers what a package holds, apart from the files of evidence; `nil` when the ledger has no such engagement.
    ///
    /// - Parameters:
    ///   - id: the engagement.
    ///   - ledger: the ledger that keeps it.
    ///   - time: the present moment.
    ///   - author: who writes the package.
    /// - Throws: `LedgerError` when the log is broken, a plan is gone or the store fails.
    public init?(
        of id: ID, in ledger: Ledger, at time: Timestamp, by author: String
    ) async throws(LedgerError) {
        guard let session = try await ledger.load(id) else { return nil }
        let history = try await ledger.history(of: id)
        var plans: [Plan] = []
        for (event, record) in history {
            guard let digest = event.pinned, !plans.contains(where: { $0.digest == digest }) else { continue }
            let content: [UInt8]?
            do {
                content = try await ledger.store.document(digest)
            } catch {
                throw .store(error)
            }
            guard let content else {
                throw .broken(LogBreak(.plan, at: record.number, "the plan of record \(record.number) is missing"))
            }
            plans.append(Plan(digest: digest, record: record.number, content: content))
        }
        engagement = session.engagement
        records = history.map(\.record)
        self.plans = plans
        self.time = time
        self.author = author
    }

    /// The sections that every package has, by the artifact that fills each.
    static let sections: [ID] = ["configuration-records", "test-report", "access-change-log", "runbook"]

    /// The evidence that came with a file, and the path of each.
    var evidenceFiles: [(evidence: Evidence, path: String)] {
        engagement.evidence.compactMap { item in Self.path(of: item).map { (item, $0) } }
    }

    /// The path of a file of evidence; `nil` when it came without one.
    ///
    /// The name that somebody gave the file takes part with its plain letters only, so that it leads nowhere else and
    /// every system takes it.
    static func path(of item: Evidence) -> String? {
        guard let file = item.draft.file else { return nil }
        let number = String(item.number)
        let zeros = String(repeating: "0", count: Swift.max(0, 3 - number.count))
        return "evidence/\(zeros)\(number)-\(item.draft.artifact)-\(plain(file))"
    }

    private static func plain(_ name: String) -> String {
        let letters = name.unicodeScalars.map { scalar -> String in
            switch scalar {
            case "a"..."z", "A"..."Z", "0"..."9", ".", "_", "-": String(scalar)
            default: "_"
            }
        }
        let kept = letters.count > 80 ? letters.prefix(50) + letters.suffix(30) : letters[...]
        return kept.joined()
    }

    /// The path of a plan document by its place.
    static func path(ofPlan place: Int) -> String { "plan-\(place + 1).json" }
}

extension Event {
    /// The plan that the event pins; `nil` when it pins none.
    fileprivate var pinned: Digest? {
        switch content {
        case .started(let start): start.plan.document
        case .amended(let change): change.plan.document
        default: nil
        }
    }
}
