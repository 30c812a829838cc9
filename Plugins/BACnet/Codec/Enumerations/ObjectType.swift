/// The type of an object.
///
/// Source of numbers and names: ANSI/ASHRAE 135-2020, clause 21, BACnetObjectType.
public struct ObjectType: NumberedName {
    /// The number as it travels.
    public let number: UInt32

    /// Makes a value of any number.
    public init(_ number: UInt32) { self.number = number }

    /// The number of `analog-input`.
    public static let analogInput = ObjectType(0)
    /// The number of `analog-output`.
    public static let analogOutput = ObjectType(1)
    /// The number of `analog-value`.
    public static let analogValue = ObjectType(2)
    /// The number of `binary-input`.
    public static let binaryInput = ObjectType(3)
    /// The number of `binary-output`.
    public static let binaryOutput = ObjectType(4)
    /// The number of `binary-value`.
    public static let binaryValue = ObjectType(5)
    /// The number of `calendar`.
    public static let calendar = ObjectType(6)
    /// The number of `command`.
    public static let command = ObjectType(7)
    /// The number of `device`.
    public static let device = ObjectType(8)
    /// The number of `event-enrollment`.
    public static let eventEnrollment = ObjectType(9)
    /// The number of `file`.
    public static let file = ObjectType(10)
    /// The number of `group`.
    public static let group = ObjectType(11)
    /// The number of `loop`.
    public static let loop = ObjectType(12)
    /// The number of `multi-state-input`.
    public static let multiStateInput = ObjectType(13)
    /// The number of `multi-state-output`.
    public static let multiStateOutput = ObjectType(14)
    /// The number of `notification-class`.
    public static let notificationClass = ObjectType(15)
    /// The number of `program`.
    public static let program = ObjectType(16)
    /// The number of `schedule`.
    public static let schedule = ObjectType(17)
    /// The number of `averaging`.
    public static let averaging = ObjectType(18)
    /// The number of `multi-state-value`.
    public static let multiStateValue = ObjectType(19)
    /// The number of `trend-log`.
    public static let trendLog = ObjectType(20)
    /// The number of `life-safety-point`.
    public static let lifeSafetyPoint = ObjectType(21)
    /// The number of `life-safety-zone`.
    public static let lifeSafetyZone = ObjectType(22)
    /// The number of `accumulator`.
    public static let accumulator = ObjectType(23)
    /// The number of `pulse-converter`.
    public static let pulseConverter = ObjectType(24)
    /// The number of `event-log`.
    public static let eventLog = ObjectType(25)
    /// The number of `global-group`.
    public static let globalGroup = ObjectType(26)
    /// The number of `trend-log-multiple`.
    public static let trendLogMultiple = ObjectType(27)
    /// The number of `load-control`.
    public static let loadControl = ObjectType(28)
    /// The number of `structured-view`.
    public static let structuredView = ObjectType(29)
    /// The number of `access-door`.
    public static let accessDoor = ObjectType(30)
    /// The number of `timer`.
    public static let timer = ObjectType(31)
    /// The number of `access-credential`.
    public static let accessCredential = ObjectType(32)
    /// The number of `access-point`.
    public static let accessPoint = ObjectType(33)
    /// The number of `access-rights`.
    public static let accessRights = ObjectType(34)
    /// The number of `access-user`.
    public static let accessUser = ObjectType(35)
    /// The number of `access-zone`.
    public static let accessZone = ObjectType(36)
    /// The number of `credential-data-input`.
    public static let credentialDataInput = ObjectType(37)
    /// The number of `network-security`.
    public static let networkSecurity = ObjectType(38)
    /// The number of `bitstring-value`.
    public static let bitstringValue = ObjectType(39)
    /// The number of `characterstring-value`.
    public static let characterstringValue = ObjectType(40)
    /// The number of `datepattern-value`.
    public static let datepatternValue = ObjectType(41)
    /// The number of `date-value`.
    public static let dateValue = ObjectType(42)
    /// The number of `datetimepattern-value`.
    public static let datetimepatternValue = ObjectType(43)
    /// The number of `datetime-value`.
    public static let datetimeValue = ObjectType(44)
    /// The number of `integer-value`.
    public static let integerValue = ObjectType(45)
    /// The number of `large-analog-value`.
    public static let largeAnalogValue = ObjectType(46)
    /// The number of `octetstring-value`.
    public static let octetstringValue = ObjectType(47)
    /// The number of `positive-integer-value`.
    public static let positiveIntegerValue = ObjectType(48)
    /// The number of `timepattern-value`.
    public static let timepatternValue = ObjectType(49)
    /// The number of `time-value`.
    public static let timeValue = ObjectType(50)
    /// The number of `notification-forwarder`.
    public static let notificationForwarder = ObjectType(51)
    /// The number of `alert-enrollment`.
    public static let alertEnrollment = ObjectType(52)
    /// The number of `channel`.
    public static let channel = ObjectType(53)
    /// The number of `lighting-output`.
    public static let lightingOutput = ObjectType(54)
    /// The number of `binary-lighting-output`.
    public static let binaryLightingOutput = ObjectType(55)
    /// The number of `network-port`.
    public static let networkPort = ObjectType(56)
    /// The number of `elevator-group`.
    public static let elevatorGroup = ObjectType(57)
    /// The number of `escalator`.
    public static let escalator = ObjectType(58)
    /// The number of `lift`.
    public static let lift = ObjectType(59)
    /// The number of `staging`.
    public static let staging = ObjectType(60)
    /// The number of `audit-log`.
    public static let auditLog = ObjectType(61)
    /// The number of `audit-reporter`.
    public static let auditReporter = ObjectType(62)
    /// The number of `color`.
    public static let color = ObjectType(63)
    /// The number of `color-temperature`.
    public static let colorTemperature = ObjectType(64)

    /// The names that the standard gives.
    public static let names = NumberNames(
        """
        analog-input analog-output analog-value binary-input binary-output binary-value calendar command device
        event-enrollment file group loop multi-state-input multi-state-output notification-class program schedule
        averaging multi-state-value trend-log life-safety-point life-safety-zone accumulator pulse-converter event-log
        global-group trend-log-multiple load-control structured-view access-door timer access-credential access-point
        access-rights access-user access-zone credential-data-input network-security bitstring-value
        characterstring-value datepattern-value date-value datetimepattern-value datetime-value integer-value
        large-analog-value octetstring-value positive-integer-value timepattern-value time-value
        notification-forwarder alert-enrollment channel lighting-output binary-lighting-output network-port
        elevator-group escalator lift staging audit-log audit-reporter color color-temperature
        """, proprietary: 128...1023)
}
