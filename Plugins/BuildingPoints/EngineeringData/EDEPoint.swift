public import BACnet

/// A point of an engineering data exchange list.
public struct EDEPoint: Hashable, Sendable {
    /// The name by which the project knows the point.
    public var keyName: String
    /// The instance of the device.
    public var device: UInt32
    /// The name of the object in the device.
    public var objectName: String
    /// The type and instance of the object.
    public var object: BACnet.ObjectIdentifier
    /// What the point is.
    public var description: String
    /// The value after a start.
    public var defaultValue: EDEValue?
    /// The least value.
    public var minimum: EDEValue?
    /// The greatest value; the number of states where there are several.
    public var maximum: EDEValue?
    /// Whether it can be set; `nil` when the list does not say.
    public var isSettable: Bool?
    /// Whether it reports changes of its value; `nil` when the list does not say.
    public var supportsCOV: Bool?
    /// The value above which it alarms.
    public var highLimit: EDEValue?
    /// The value below which it alarms.
    public var lowLimit: EDEValue?
    /// The texts of its states.
    public var stateText: EDEStateTextReference?
    /// Its units.
    public var units: EDEUnits?
    /// How the vendor addresses it.
    public var vendorAddress: String
    /// The notification class of its alarms, in layout 2.3.
    public var notificationClass: String
    /// What stands in the columns that the format does not have; a short row has fewer cells than there are columns.
    public var extras: [String]

    /// Makes a point of which the list says only what is mandatory.
    public init(keyName: String, device: UInt32, objectName: String, object: BACnet.ObjectIdentifier) {
        self.keyName = keyName
        self.device = device
        self.objectName = objectName
        self.object = object
        description = ""
        vendorAddress = ""
        notificationClass = ""
        extras = []
    }
}

/// A value in an engineering data exchange list.
public enum EDEValue: Hashable, Sendable {
    /// A number.
    case number(Double)
    /// Something else, as it stands.
    case text(String)

    /// The number; `nil` for a text.
    public var number: Double? {
        switch self {
        case .number(let number): number
        case .text: nil
        }
    }

    /// The value as lists write it, with a decimal point.
    public var text: String {
        switch self {
        case .number(let number): DecimalText.text(number)
        case .text(let text): text
        }
    }
}

/// The units of a point in an engineering data exchange list.
public enum EDEUnits: Hashable, Sendable {
    /// The standard's code.
    case code(EngineeringUnits)
    /// A text that stands for no known unit.
    case text(String)
}

/// How a point of an engineering data exchange list tells the texts of its states.
public enum EDEStateTextReference: Hashable, Sendable {
    /// By a number in the table of state texts.
    case reference(UInt32)
    /// In the cell itself, as `[OFF|ON]`.
    case inline([String])
    /// As something that is neither.
    case text(String)
}
