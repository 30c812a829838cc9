/// A service that is answered.
///
/// Source of numbers and names: ANSI/ASHRAE 135-2020, clause 21, BACnetConfirmedServiceChoice.
public struct ConfirmedService: NumberedName {
    /// The number as it travels.
    public let number: UInt32

    /// Makes a value of any number.
    public init(_ number: UInt32) { self.number = number }

    /// The number of `acknowledge-alarm`.
    public static let acknowledgeAlarm = ConfirmedService(0)
    /// The number of `confirmed-cov-notification`.
    public static let confirmedCovNotification = ConfirmedService(1)
    /// The number of `confirmed-event-notification`.
    public static let confirmedEventNotification = ConfirmedService(2)
    /// The number of `get-alarm-summary`.
    public static let getAlarmSummary = ConfirmedService(3)
    /// The number of `get-enrollment-summary`.
    public static let getEnrollmentSummary = ConfirmedService(4)
    /// The number of `subscribe-cov`.
    public static let subscribeCov = ConfirmedService(5)
    /// The number of `atomic-read-file`.
    public static let atomicReadFile = ConfirmedService(6)
    /// The number of `atomic-write-file`.
    public static let atomicWriteFile = ConfirmedService(7)
    /// The number of `add-list-element`.
    public static let addListElement = ConfirmedService(8)
    /// The number of `remove-list-element`.
    public static let removeListElement = ConfirmedService(9)
    /// The number of `create-object`.
    public static let createObject = ConfirmedService(10)
    /// The number of `delete-object`.
    public static let deleteObject = ConfirmedService(11)
    /// The number of `read-property`.
    public static let readProperty = ConfirmedService(12)
    /// The number of `read-property-conditional`.
    public static let readPropertyConditional = ConfirmedService(13)
    /// The number of `read-property-multiple`.
    public static let readPropertyMultiple = ConfirmedService(14)
    /// The number of `write-property`.
    public static let writeProperty = ConfirmedService(15)
    /// The number of `write-property-multiple`.
    public static let writePropertyMultiple = ConfirmedService(16)
    /// The number of `device-communication-control`.
    public static let deviceCommunicationControl = ConfirmedService(17)
    /// The number of `confirmed-private-transfer`.
    public static let confirmedPrivateTransfer = ConfirmedService(18)
    /// The number of `confirmed-text-message`.
    public static let confirmedTextMessage = ConfirmedService(19)
    /// The number of `reinitialize-device`.
    public static let reinitializeDevice = ConfirmedService(20)
    /// The number of `vt-open`.
    public static let vtOpen = ConfirmedService(21)
    /// The number of `vt-close`.
    public static let vtClose = ConfirmedService(22)
    /// The number of `vt-data`.
    public static let vtData = ConfirmedService(23)
    /// The number of `authenticate`.
    public static let authenticate = ConfirmedService(24)
    /// The number of `request-key`.
    public static let requestKey = ConfirmedService(25)
    /// The number of `read-range`.
    public static let readRange = ConfirmedService(26)
    /// The number of `life-safety-operation`.
    public static let lifeSafetyOperation = ConfirmedService(27)
    /// The number of `subscribe-cov-property`.
    public static let subscribeCovProperty = ConfirmedService(28)
    /// The number of `get-event-information`.
    public static let getEventInformation = ConfirmedService(29)
    /// The number of `subscribe-cov-property-multiple`.
    public static let subscribeCovPropertyMultiple = ConfirmedService(30)
    /// The number of `confirmed-cov-notification-multiple`.
    public static let confirmedCovNotificationMultiple = ConfirmedService(31)
    /// The number of `confirmed-audit-notification`.
    public static let confirmedAuditNotification = ConfirmedService(32)
    /// The number of `audit-log-query`.
    public static let auditLogQuery = ConfirmedService(33)

    /// The names that the standard gives.
    public static let names = NumberNames(
        """
        acknowledge-alarm confirmed-cov-notification confirmed-event-notification get-alarm-summary
        get-enrollment-summary subscribe-cov atomic-read-file atomic-write-file add-list-element remove-list-element
        create-object delete-object read-property read-property-conditional read-property-multiple write-property
        write-property-multiple device-communication-control confirmed-private-transfer confirmed-text-message
        reinitialize-device vt-open vt-close vt-data authenticate request-key read-range life-safety-operation
        subscribe-cov-property get-event-information subscribe-cov-property-multiple
        confirmed-cov-notification-multiple confirmed-audit-notification audit-log-query
        """)
}
