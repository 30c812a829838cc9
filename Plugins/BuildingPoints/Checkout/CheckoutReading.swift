public import PhaseLoom

/// What one end of a point showed, with what carried it.
public struct CheckoutReading: Hashable, Sendable {
    /// The value as a text; `nil` when it could not be read.
    public var value: String?
    /// The units that the device tells; empty when it tells none.
    public var units: String
    /// The text of the state that the value has; empty for none.
    public var stateText: String
    /// What the point says of its value, such as `fault` or `reliability-7`; see ``marks(_:reliability:)``.
    public var status: [String]
    /// Why it could not be read; empty when it could.
    public var fault: String
    /// When it was read; `nil` when that is not known.
    public var time: Timestamp?
    /// The messages that carried it, one after another.
    public var octets: [[UInt8]]

    /// Makes a reading of a value, or of none.
    public init(_ value: String?) {
        self.value = value
        units = ""
        stateText = ""
        status = []
        fault = ""
        octets = []
    }

    /// Makes the reading of an end that could not be read.
    ///
    /// - Parameters:
    ///   - fault: why.
    ///   - time: when it was tried; `nil` when it was not.
    ///   - octets: what came instead.
    public init(fault: String, time: Timestamp? = nil, octets: [[UInt8]] = []) {
        self.init(nil)
        self.fault = fault
        self.time = time
        self.octets = octets
    }

    /// The mark of a value that stands for having none, such as 8000 in a register.
    public static let notImplemented = "not-implemented"
    /// The mark of a point that does not tell its status although its kind has to.
    public static let statusUnknown = "status-unknown"

    /// The marks of a BACnet object's status.
    ///
    /// - Parameters:
    ///   - flags: the flags.
    ///   - reliability: the number of its reliability; 0 is `no-fault-detected`, which is no mark.
    /// - Returns: the names of the flags in the standard's order, then the reliability.
    public static func marks(_ flags: StatusFlags, reliability: UInt32 = 0) -> [String] {
        flags.names + (reliability == 0 ? [] : ["reliability-\(reliability)"])
    }

    /// The marks for which the value cannot be trusted: all but `in-alarm`, which says nothing against it.
    ///
    /// Source: ANSI/ASHRAE 135, the property Status_Flags in clause 12.
    public var doubts: [String] { status.filter { $0 != "in-alarm" } }
}
