/// The reason why an exchange ends before its time.
///
/// Source of numbers and names: ANSI/ASHRAE 135-2020, clause 18.10.
public struct AbortReason: NumberedName {
    /// The number as it travels.
    public let number: UInt32

    /// Makes a value of any number.
    public init(_ number: UInt32) { self.number = number }

    /// The number of `other`.
    public static let other = AbortReason(0)
    /// The number of `buffer-overflow`.
    public static let bufferOverflow = AbortReason(1)
    /// The number of `invalid-apdu-in-this-state`.
    public static let invalidApduInThisState = AbortReason(2)
    /// The number of `preempted-by-higher-priority-task`.
    public static let preemptedByHigherPriorityTask = AbortReason(3)
    /// The number of `segmentation-not-supported`.
    public static let segmentationNotSupported = AbortReason(4)
    /// The number of `security-error`.
    public static let securityError = AbortReason(5)
    /// The number of `insufficient-security`.
    public static let insufficientSecurity = AbortReason(6)
    /// The number of `window-size-out-of-range`.
    public static let windowSizeOutOfRange = AbortReason(7)
    /// The number of `application-exceeded-reply-time`.
    public static let applicationExceededReplyTime = AbortReason(8)
    /// The number of `out-of-resources`.
    public static let outOfResources = AbortReason(9)
    /// The number of `tsm-timeout`.
    public static let tsmTimeout = AbortReason(10)
    /// The number of `apdu-too-long`.
    public static let apduTooLong = AbortReason(11)

    /// The names that the standard gives.
    public static let names = NumberNames(
        """
        other buffer-overflow invalid-apdu-in-this-state preempted-by-higher-priority-task segmentation-not-supported
        security-error insufficient-security window-size-out-of-range application-exceeded-reply-time out-of-resources
        tsm-timeout apdu-too-long
        """, proprietary: 64...255)
}
