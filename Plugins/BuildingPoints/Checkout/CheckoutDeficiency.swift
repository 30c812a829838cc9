/// Why a point does not pass its check.
public struct CheckoutDeficiency: Hashable, Sendable {
    /// The kind of reason.
    public let kind: Kind
    /// What was seen, with the values quoted.
    public let message: String
    /// What to do about it.
    public let hint: String

    init(_ kind: Kind, _ message: String, hint: String) {
        self.kind = kind
        self.message = message
        self.hint = hint
    }

    /// The kinds of reason, by the names that programs may rely on.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// An end was not read.
        case unread = "point-unread"
        /// No end of the point is on a network.
        case offNetwork = "point-off-network"
        /// The point itself says that its value is not reliable, overridden or cut off from the field.
        case unreliable = "unreliable-value"
        /// The value is no number, or infinite.
        case notFinite = "value-not-finite"
        /// The value stands for having none.
        case notImplemented = "value-not-implemented"
        /// The number is none of a state.
        case illegalState = "illegal-state"
        /// The units are others.
        case units = "units-differ"
        /// The value is another.
        case value = "value-differs"
        /// The text of the state is another.
        case stateText = "state-text-differs"
        /// The ends show different values.
        case ends = "ends-differ"
        /// The tester noted something.
        case noted = "deficiency-noted"
        /// Nobody said what the point should show.
        case nothingExpected = "nothing-expected"

        /// The result that a point has for it.
        public var result: CheckoutResult {
            switch self {
            case .unread, .offNetwork: .unread
            case .unreliable, .notFinite, .notImplemented, .illegalState: .unreliable
            case .units, .value, .stateText, .ends: .differs
            case .noted: .deficient
            case .nothingExpected: .open
            }
        }
    }
}
