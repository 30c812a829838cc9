/// An artifact as it is handed in: what it is, its file's hash, and what was measured.
public struct EvidenceDraft: Hashable, Sendable {
    /// The kind of artifact.
    public var artifact: ID
    /// The hash of its content.
    public var digest: Digest
    /// The name of its file without any folder; `nil` when there is none.
    public var file: String?
    /// The size of its content in bytes.
    public var size: Int
    /// What was measured, in order of names.
    public var measurements: [Measurement]
    /// What the collector found, for people.
    public var findings: [CollectedFinding]
    /// The collector that made it, such as `core/file`; `nil` when a person did.
    public var collector: String?
    /// When it begins to count; `nil` for at once.
    public var validFrom: Timestamp?
    /// When it ceases to count; `nil` for as long as its phase is not opened again. Evidence that says how long it is
    /// valid carries over when its phase is.
    public var validUntil: Timestamp?

    /// Makes a draft.
    public init(
        artifact: ID, digest: Digest, file: String? = nil, size: Int = 0, measurements: [Measurement] = [],
        findings: [CollectedFinding] = [], collector: String? = nil, validFrom: Timestamp? = nil,
        validUntil: Timestamp? = nil
    ) {
        self.artifact = artifact
        self.digest = digest
        self.file = file
        self.size = size
        self.measurements = measurements.sorted { $0.name < $1.name }
        self.findings = findings
        self.collector = collector
        self.validFrom = validFrom
        self.validUntil = validUntil
    }
}

/// Something that a collector noticed while it worked.
public struct CollectedFinding: Hashable, Sendable {
    /// The stable name of the kind of finding.
    public let code: ID
    /// How grave it is.
    public let severity: Finding.Severity
    /// What was found, in a sentence.
    public let message: String
    /// What it is about, such as a device or a line of a file.
    public let subject: String
    /// What to do about it.
    public let hint: String

    /// Describes a finding.
    public init(_ code: ID, _ severity: Finding.Severity, _ message: String, subject: String, hint: String) {
        self.code = code
        self.severity = severity
        self.message = message
        self.subject = subject
        self.hint = hint
    }
}
