/// What a parameter of a service looks like on the wire, as clause 21 of ANSI/ASHRAE 135-2020 describes it.
indirect enum Shape: Sendable {
    /// A value without parts.
    case primitive(PrimitiveType)
    /// Parts in a fixed order.
    case fields([Field])
    /// Any number of the same.
    case list(Shape)
    /// One of several.
    case choice([Field])
    /// Values of which only the property or the maker knows what they mean.
    case any
    /// One value of any type.
    case one

    /// A part with a name.
    struct Field: Sendable {
        let name: String
        /// The number of the tag that the context gives; `nil` if it has none.
        let tag: UInt8?
        let isOptional: Bool
        let shape: Shape
    }

    /// Whether a tag of the context holds the value itself rather than opening it.
    var isPrimitive: Bool {
        if case .primitive = self { true } else { false }
    }
}

extension Shape.Field {
    /// A part that has to be there.
    static func part(_ name: String, _ tag: UInt8?, _ shape: Shape) -> Self {
        Self(name: name, tag: tag, isOptional: false, shape: shape)
    }

    /// A part that may be left out.
    static func optional(_ name: String, _ tag: UInt8?, _ shape: Shape) -> Self {
        Self(name: name, tag: tag, isOptional: true, shape: shape)
    }
}

extension Shape {
    static let unsigned = primitive(.unsigned), signed = primitive(.signed), boolean = primitive(.boolean)
    static let enumerated = primitive(.enumerated), object = primitive(.objectIdentifier)
    static let text = primitive(.characterString), octets = primitive(.octetString), bits = primitive(.bitString)
    static let date = primitive(.date), time = primitive(.time), real = primitive(.real)

    static let dateTime = fields([.part("date", nil, date), .part("time", nil, time)])
    static let timeStamp = choice([
        .part("time", 0, time), .part("sequence-number", 1, unsigned), .part("date-time", 2, dateTime),
    ])
    static let address = fields([.part("network-number", nil, unsigned), .part("mac-address", nil, octets)])
    static let recipient = choice([.part("device", 0, object), .part("address", 1, address)])
    static let recipientProcess = fields([
        .part("recipient", 0, recipient), .part("process-identifier", 1, unsigned),
    ])
    static let error = fields([.part("error-class", nil, enumerated), .part("error-code", nil, enumerated)])
    static let propertyReference = fields([
        .part("property-identifier", 0, enumerated), .optional("property-array-index", 1, unsigned),
    ])
    static let propertyValue = fields([
        .part("property-identifier", 0, enumerated), .optional("property-array-index", 1, unsigned),
        .part("value", 2, any), .optional("priority", 3, unsigned),
    ])
}
