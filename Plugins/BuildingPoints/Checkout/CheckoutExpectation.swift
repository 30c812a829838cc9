/// What a point should show.
public struct CheckoutExpectation: Hashable, Sendable {
    /// The end that is meant.
    public var end: End
    /// The value, or the text of a state; empty when nobody says.
    public var value: String
    /// How far the value may be off, in the units of the end; `nil` when it has to be equal.
    public var tolerance: Double?
    /// The text of the state; empty when nobody says.
    public var stateText: String

    /// The ends of a point.
    public enum End: String, Hashable, Sendable, CaseIterable {
        /// Where values come from.
        case source
        /// Where they go to.
        case target
    }

    /// Makes an expectation.
    ///
    /// - Parameters:
    ///   - value: the value, or the text of a state; empty when nobody says.
    ///   - end: the end that is meant.
    ///   - tolerance: how far the value may be off, in the units of the end; `nil` when it has to be equal.
    ///   - stateText: the text of the state; empty when nobody says.
    public init(_ value: String = "", at end: End = .source, tolerance: Double? = nil, stateText: String = "") {
        self.value = value
        self.end = end
        self.tolerance = tolerance
        self.stateText = stateText
    }

    /// Whether it says what the point should show.
    public var isTold: Bool { !value.isEmpty || !stateText.isEmpty }
}
