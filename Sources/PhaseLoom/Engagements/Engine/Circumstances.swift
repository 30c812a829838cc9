/// What a command needs from outside: who, when, and the code that decides criteria.
public struct Circumstances: Sendable {
    /// The moment, not before the last event.
    public let time: Timestamp
    /// Who gives the command.
    public let actor: String
    /// The criteria in code, by the obligation that they decide.
    public let criteria: [ID: any Criterion]

    /// Describes the circumstances of a command.
    public init(at time: Timestamp, by actor: String, criteria: [ID: any Criterion] = [:]) {
        self.time = time
        self.actor = actor
        self.criteria = criteria
    }
}
