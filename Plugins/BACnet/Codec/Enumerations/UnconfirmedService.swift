/// A service that is not answered.
///
/// Source of numbers and names: ANSI/ASHRAE 135-2020, clause 21, BACnetUnconfirmedServiceChoice.
public struct UnconfirmedService: NumberedName {
    /// The number as it travels.
    public let number: UInt32

    /// Makes a value of any number.
    public init(_ number: UInt32) { self.number = number }

    /// The number of `i-am`.
    public static let iAm = UnconfirmedService(0)
    /// The number of `i-have`.
    public static let iHave = UnconfirmedService(1)
    /// The number of `unconfirmed-cov-notification`.
    public static let unconfirmedCovNotification = UnconfirmedService(2)
    /// The number of `unconfirmed-event-notification`.
    public static let unconfirmedEventNotification = UnconfirmedService(3)
    /// The number of `unconfirmed-private-transfer`.
    public static let unconfirmedPrivateTransfer = UnconfirmedService(4)
    /// The number of `unconfirmed-text-message`.
    public static let unconfirmedTextMessage = UnconfirmedService(5)
    /// The number of `time-synchronization`.
    public static let timeSynchronization = UnconfirmedService(6)
    /// The number of `who-has`.
    public static let whoHas = UnconfirmedService(7)
    /// The number of `who-is`.
    public static let whoIs = UnconfirmedService(8)
    /// The number of `utc-time-synchronization`.
    public static let utcTimeSynchronization = UnconfirmedService(9)
    /// The number of `write-group`.
    public static let writeGroup = UnconfirmedService(10)
    /// The number of `unconfirmed-cov-notification-multiple`.
    public static let unconfirmedCovNotificationMultiple = UnconfirmedService(11)
    /// The number of `unconfirmed-audit-notification`.
    public static let unconfirmedAuditNotification = UnconfirmedService(12)
    /// The number of `who-am-i`.
    public static let whoAmI = UnconfirmedService(13)
    /// The number of `you-are`.
    public static let youAre = UnconfirmedService(14)

    /// The names that the standard gives.
    public static let names = NumberNames(
        """
        i-am i-have unconfirmed-cov-notification unconfirmed-event-notification unconfirmed-private-transfer
        unconfirmed-text-message time-synchronization who-has who-is utc-time-synchronization write-group
        unconfirmed-cov-notification-multiple unconfirmed-audit-notification who-am-i you-are
        """)
}
