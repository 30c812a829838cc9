import PhaseLoom

extension OptionSyntax {
    fileprivate static let incident = text("incident", "ID", "The incident that allows phases to be compressed")
    fileprivate static let record = OptionSyntax(
        name: "incident-record", value: ValueSyntax("FILE", .file),
        help: "The record of the incident, which is kept with the evidence")
    fileprivate static let summary = text("incident-summary", "T", "What happened, in a sentence")
    fileprivate static let detected = moment("detected", "When the incident was noticed; now if not given")
    fileprivate static let workDue = moment("work-due", "When the deferred work has to be done")

    /// The options that give the record of an incident.
    static let incidentRecord = [incident, record, summary, detected, workDue]
}

/// The record of an incident as a command line gives it.
struct IncidentRequest: Sendable {
    let id: ID
    let summary: String
    private let path: String
    private let detected: Timestamp?
    private let workDue: Timestamp?

    fileprivate init(
        id: ID, summary: String, path: String, detected: Timestamp?, workDue: Timestamp?
    ) {
        self.id = id
        self.summary = summary
        self.path = path
        self.detected = detected
        self.workDue = workDue
    }

    /// Keeps the record with the evidence.
    func keep(in desk: Desk, _ invocation: Invocation) throws(CommandFailure) -> Incident {
        incident(try invocation.keep(path, in: desk.place.archive).digest, desk)
    }

    /// The incident without keeping its record, to see what would happen.
    func trial(in desk: Desk, _ invocation: Invocation) throws(CommandFailure) -> Incident {
        incident(try invocation.keep(path, in: Shredder()).digest, desk)
    }

    private func incident(_ record: Digest, _ desk: Desk) -> Incident {
        Incident(id: id, summary: summary, detected: detected ?? desk.now, record: record, workDue: workDue)
    }
}

extension Invocation {
    /// The record of the incident that is given; `nil` when none is.
    func incidentRequest() throws(CommandFailure) -> IncidentRequest? {
        guard let id = try id(.incident) else {
            if let option = OptionSyntax.incidentRecord.first(where: { arguments.has($0) }) {
                throw .usage("'\(option.spelling)' needs the incident: write '--incident ID'")
            }
            return nil
        }
        for option in [OptionSyntax.record, .summary] where !arguments.has(option) {
            throw .usage("'\(option.spelling)' is missing: '--incident' needs it")
        }
        return IncidentRequest(
            id: id, summary: text(.summary), path: text(.record), detected: try moment(.detected),
            workDue: try dueMoment(.workDue))
    }
}

/// An archive that hashes what it is given and keeps nothing.
private struct Shredder: EvidenceArchive {
    func read(_ name: Digest, _ each: ([UInt8]) throws -> Void) throws -> Bool { false }

    func keep(_ feed: (_ put: ([UInt8]) throws -> Void) throws -> Void) throws -> ArchivedFile {
        var hash = SHA256()
        var size = 0
        try feed {
            hash.update($0)
            size += $0.count
        }
        return ArchivedFile(digest: Digest(hash), size: size)
    }
}
