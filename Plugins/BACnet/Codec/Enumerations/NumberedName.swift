/// A number to which the standard gives a name, while makers may use further numbers of their own.
///
/// What arrives with a number that nobody named stays what it is: it is kept, compared, written and shown by number.
public protocol NumberedName: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// The number as it travels.
    var number: UInt32 { get }

    /// The names that the standard gives.
    static var names: NumberNames { get }

    /// Makes a value of any number.
    init(_ number: UInt32)
}

extension NumberedName {
    /// The name, such as `analog-input`; `proprietary-300` or `reserved-70` for a number without one.
    public var name: String { Self.names.name(of: number) }

    /// Whether the standard, as far as it is known here, names the number.
    public var isNamed: Bool { Self.names.standardName(of: number) != nil }

    /// Finds a value by its name, or reads its number.
    ///
    /// - Parameter name: a name of the standard, `proprietary-300`, `reserved-70`, or the number alone.
    /// It is `nil` when it is none of them.
    public init?(name: some StringProtocol) {
        guard let number = Self.names.number(of: name) else { return nil }
        self.init(number)
    }

    /// Whether one has the lower number.
    public static func < (one: Self, other: Self) -> Bool { one.number < other.number }

    /// The name.
    public var description: String { name }
}
