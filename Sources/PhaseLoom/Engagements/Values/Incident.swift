/// The record of an incident, without which no phases may be compressed.
public struct Incident: Hashable, Sendable {
    /// The identifier of the incident.
    public let id: ID
    /// What happened, in a sentence.
    public let summary: String
    /// When it was noticed.
    public let detected: Timestamp
    /// The hash of the record.
    public let record: Digest
    /// When the deferred work has to be done; `nil` when closeout is the only limit.
    public let workDue: Timestamp?

    /// Makes a record.
    public init(id: ID, summary: String, detected: Timestamp, record: Digest, workDue: Timestamp? = nil) {
        self.id = id
        self.summary = summary
        self.detected = detected
        self.record = record
        self.workDue = workDue
    }
}
