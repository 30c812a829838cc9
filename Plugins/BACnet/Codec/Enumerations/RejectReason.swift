/// The reason why a device refuses a request that it could not read.
///
/// Source of numbers and names: ANSI/ASHRAE 135-2020, clause 18.9.
public struct RejectReason: NumberedName {
    /// The number as it travels.
    public let number: UInt32

    /// Makes a value of any number.
    public init(_ number: UInt32) { self.number = number }

    /// The number of `other`.
    public static let other = RejectReason(0)
    /// The number of `buffer-overflow`.
    public static let bufferOverflow = RejectReason(1)
    /// The number of `inconsistent-parameters`.
    public static let inconsistentParameters = RejectReason(2)
    /// The number of `invalid-parameter-datatype`.
    public static let invalidParameterDatatype = RejectReason(3)
    /// The number of `invalid-tag`.
    public static let invalidTag = RejectReason(4)
    /// The number of `missing-required-parameter`.
    public static let missingRequiredParameter = RejectReason(5)
    /// The number of `parameter-out-of-range`.
    public static let parameterOutOfRange = RejectReason(6)
    /// The number of `too-many-arguments`.
    public static let tooManyArguments = RejectReason(7)
    /// The number of `undefined-enumeration`.
    public static let undefinedEnumeration = RejectReason(8)
    /// The number of `unrecognized-service`.
    public static let unrecognizedService = RejectReason(9)

    /// The names that the standard gives.
    public static let names = NumberNames(
        """
        other buffer-overflow inconsistent-parameters invalid-parameter-datatype invalid-tag
        missing-required-parameter parameter-out-of-range too-many-arguments undefined-enumeration
        unrecognized-service
        """, proprietary: 64...255)
}
