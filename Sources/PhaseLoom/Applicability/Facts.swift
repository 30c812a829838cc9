/// What is known about an engagement, by fact; what is not here is not known.
public struct Facts: Hashable, Sendable {
    private var values: [ID: Value]

    /// The value of a fact.
    public enum Value: Hashable, Sendable {
        /// Yes or no.
        case flag(Bool)
        /// A number.
        case number(Double)
        /// Words, in order; no words is an answer, too.
        case words([ID])
    }

    /// Nothing is known.
    public init() { values = [:] }

    /// The value of a fact; `nil` when it is not known.
    public subscript(fact: Fact) -> Value? {
        get { values[fact.id] }
        set { values[fact.id] = newValue }
    }
}
