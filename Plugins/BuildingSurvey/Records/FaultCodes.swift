import BACnet
import BuildingPoints
import Modbus

extension InventoryFault {
    /// Records why something of a BACnet device could not be read.
    init(_ subject: String, _ error: BACnetError) {
        let (code, remark) =
            switch error {
            case .error(let kind, let code): ("error \(kind) \(code)", "")
            case .rejected(let reason): ("reject \(reason)", "")
            case .aborted(let reason): ("abort \(reason)", "")
            case .timedOut: ("time-out", "")
            case .resting: ("resting", "")
            case .unreachable: ("unreachable", error.description)
            case .tooLarge: ("too-large", "")
            case .requestTooLong: ("request-too-long", error.description)
            case .malformed: ("malformed", error.description)
            case .unexpected: ("unexpected", error.description)
            case .forbidden: ("forbidden", error.description)
            case .link: ("link", error.description)
            }
        self.init(subject: subject, code: code, remark: remark)
    }

    /// Records why something of a Modbus unit could not be read.
    init(_ subject: String, _ error: ModbusError) {
        let (code, remark) =
            switch error {
            case .refused(let exception): (exception.description, "")
            case .silent: ("time-out", "")
            case .resting: ("resting", "")
            case .fault: ("malformed", error.description)
            case .link: ("link", error.description)
            }
        self.init(subject: subject, code: code, remark: remark)
    }

    /// Records that something is known to be there and was not read.
    static func notRead(_ subject: String) -> InventoryFault { InventoryFault(subject: subject, code: "not-read") }
}

extension BACnetError {
    /// Whether it says only that an object has no such property, which is no fault.
    var isAbsence: Bool {
        if case .error(_, .unknownProperty) = self { true } else { false }
    }

    /// Whether it says that an answer would have needed segments.
    var refusesSegments: Bool {
        if case .aborted(let reason) = self {
            [.segmentationNotSupported, .bufferOverflow, .apduTooLong].contains(reason)
        } else {
            false
        }
    }
}
