/// The kind of an error that a device answers with.
///
/// Source of numbers and names: ANSI/ASHRAE 135-2020, clause 18.
public struct ErrorClass: NumberedName {
    /// The number as it travels.
    public let number: UInt32

    /// Makes a value of any number.
    public init(_ number: UInt32) { self.number = number }

    /// The number of `device`.
    public static let device = ErrorClass(0)
    /// The number of `object`.
    public static let object = ErrorClass(1)
    /// The number of `property`.
    public static let property = ErrorClass(2)
    /// The number of `resources`.
    public static let resources = ErrorClass(3)
    /// The number of `security`.
    public static let security = ErrorClass(4)
    /// The number of `services`.
    public static let services = ErrorClass(5)
    /// The number of `vt`.
    public static let vt = ErrorClass(6)
    /// The number of `communication`.
    public static let communication = ErrorClass(7)

    /// The names that the standard gives.
    public static let names = NumberNames(
        """
        device object property resources security services vt communication
        """, proprietary: 64...65535)
}
