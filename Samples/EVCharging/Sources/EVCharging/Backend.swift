/// The version of the Open Charge Point Protocol that chargers and backend speak.
public enum Backend: String, CaseIterable, Sendable {
    /// OCPP 1.6.
    case ocpp16 = "ocpp-1.6"
    /// OCPP 2.0.1.
    case ocpp201 = "ocpp-2.0.1"

    /// The specification that a conformance test follows.
    var source: String {
        switch self {
        case .ocpp16: "Open Charge Alliance, OCPP 1.6"
        case .ocpp201: "Open Charge Alliance, OCPP 2.0.1"
        }
    }
}
