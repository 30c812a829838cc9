/// What of a device's identification is asked for (clause 6.21).
public enum ModbusIdentificationAccess: UInt8, Hashable, Sendable, CaseIterable {
    /// Vendor, product code and revision, as a stream.
    case basic = 1
    /// Also address, names of product, model and application, as a stream.
    case regular = 2
    /// Also what the vendor adds, as a stream.
    case extended = 3
    /// One object.
    case individual = 4

    /// The name as it is written in output.
    public var name: String {
        switch self {
        case .basic: "basic"
        case .regular: "regular"
        case .extended: "extended"
        case .individual: "individual"
        }
    }
}
