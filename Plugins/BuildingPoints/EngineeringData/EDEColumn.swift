/// A column of an engineering data exchange list.
enum EDEColumn: String, CaseIterable {
    case keyName = "keyname"
    case device = "device obj.-instance"
    case objectName = "object-name"
    case objectType = "object-type"
    case objectInstance = "object-instance"
    case description
    case defaultValue = "present-value-default"
    case minimum = "min-present-value"
    case maximum = "max-present-value"
    case settable
    case supportsCOV = "supports COV"
    case highLimit = "hi-limit"
    case lowLimit = "low-limit"
    case stateText = "state-text-reference"
    case units = "unit-code"
    case vendorAddress = "vendor-specific-address"
    case notificationClass = "notification-class"

    /// Whether every row has to have a value.
    var isMandatory: Bool {
        switch self {
        case .keyName, .device, .objectName, .objectType, .objectInstance: true
        default: false
        }
    }

    /// The column that a title means, however it is spelt.
    init?(title: String) {
        switch title.bare {
        case "keyname", "key": self = .keyName
        case "deviceobjinstance", "deviceobjectinstance", "deviceinstance": self = .device
        case "objectname": self = .objectName
        case "objecttype": self = .objectType
        case "objectinstance": self = .objectInstance
        case "description": self = .description
        case "presentvaluedefault": self = .defaultValue
        case "minpresentvalue": self = .minimum
        case "maxpresentvalue": self = .maximum
        case "settable", "commandable", "commandvalue": self = .settable
        case "supportscov", "cov": self = .supportsCOV
        case "hilimit", "highlimit": self = .highLimit
        case "lowlimit", "lolimit": self = .lowLimit
        case "statetextreference", "statetextref", "statetext": self = .stateText
        case "unitcode", "units", "unit": self = .units
        case "vendorspecificaddress", "vendorspecificaddres", "vendoraddress": self = .vendorAddress
        case "notificationclass": self = .notificationClass
        default: return nil
        }
    }
}
