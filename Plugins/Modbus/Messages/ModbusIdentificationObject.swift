/// An object of a device's identification (clause 6.21).
public struct ModbusIdentificationObject: Hashable, Sendable {
    /// The number: 0 to 6 have a meaning, those from 128 on are the vendor's.
    public let id: UInt8
    /// The value, text by rule.
    public let octets: [UInt8]

    /// Describes an object.
    public init(id: UInt8, octets: [UInt8]) {
        self.id = id
        self.octets = octets
    }

    /// Describes an object with a text.
    public init(id: UInt8, _ text: String) { self.init(id: id, octets: Array(text.utf8)) }

    /// The value as a text; octets that are no UTF-8 become the mark for it.
    public var text: String { String(decoding: octets, as: UTF8.self) }

    /// The name of the meaning, such as `vendor-name`; `object-128` for one without.
    public var name: String {
        switch id {
        case 0: "vendor-name"
        case 1: "product-code"
        case 2: "major-minor-revision"
        case 3: "vendor-url"
        case 4: "product-name"
        case 5: "model-name"
        case 6: "user-application-name"
        default: "object-\(id)"
        }
    }
}
