/// Evidence as a collector gives it: what is handed in, and where its file is.
public struct CollectedEvidence: Hashable, Sendable {
    /// What is handed in.
    public internal(set) var draft: EvidenceDraft
    /// Where its file was read; `nil` when the collector made it.
    public let path: String?

    /// Makes evidence of a file.
    ///
    /// - Parameters:
    ///   - artifact: the kind of artifact.
    ///   - file: the file.
    ///   - measurements: what was measured.
    ///   - findings: what was found in it; that the file is empty or a symbolic link is added.
    ///   - validFrom: when it begins to count; `nil` for at once.
    ///   - validUntil: when it ceases to count; `nil` for as long as its phase is not opened again.
    public init(
        _ artifact: ID, _ file: CollectedFile, measurements: [Measurement] = [], findings: [CollectedFinding] = [],
        validFrom: Timestamp? = nil, validUntil: Timestamp? = nil
    ) {
        let link = file.linkTarget.map { CollectedFinding.link(file.name, to: $0) }
        let empty = file.size == 0 ? CollectedFinding.empty(file.name) : nil
        draft = EvidenceDraft(
            artifact: artifact, digest: file.digest, file: file.name, size: file.size, measurements: measurements,
            findings: [link, empty].compactMap(\.self) + findings, validFrom: validFrom, validUntil: validUntil)
        path = file.path
    }
}

extension CollectedFinding {
    fileprivate static func empty(_ name: String) -> CollectedFinding {
        CollectedFinding(
            "empty-file", .warning, "'\(name.excerpt)' is empty", subject: name.excerpt,
            hint: "see whether it was written to its end")
    }

    fileprivate static func link(_ name: String, to target: String) -> CollectedFinding {
        CollectedFinding(
            "symbolic-link", .note, "'\(name.excerpt)' is a symbolic link to '\(target.excerpt)'",
            subject: name.excerpt, hint: "the hash is that of the file to which it leads")
    }
}
