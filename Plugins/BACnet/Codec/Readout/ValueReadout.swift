public import PhaseLoom

extension BACnetValue {
    /// The value as an object of one member, whose name is the type: `{"real": 72.3}`.
    ///
    /// A number that JSON cannot hold is a text: `nan`, `inf`, `-inf`, and whole numbers above 2⁶³−1.
    ///
    /// - Complexity: O(*n*) in the number of octets.
    public var json: JSONValue {
        switch self {
        case .constructed(let tag, let values): ["tag": .integer(Int(tag)), "values": values.json]
        case .context(let tag, let octets): ["tag": .integer(Int(tag)), "octets": .string(octets.hexadecimal)]
        default: .object([JSONMember(primitiveType?.name ?? "", bare)])
        }
    }

    /// The value without its type.
    private var bare: JSONValue {
        switch self {
        case .boolean(let value): .bool(value)
        case .unsigned(let value): .whole(value)
        case .signed(let value): .integer(Int(value))
        case .real(let value): value.isFinite ? .number(Double("\(value)") ?? Double(value)) : .string("\(value)")
        case .double(let value): value.isFinite ? .number(value) : .string("\(value)")
        case .octetString(let octets): .string(octets.hexadecimal)
        case .characterString(let text): .string(text.text)
        case .bitString(let bits): .string("\(bits)")
        case .enumerated(let number): .integer(Int(number))
        case .date(let date): .string("\(date)")
        case .time(let time): .string("\(time)")
        case .objectIdentifier(let object): .string("\(object)")
        case .null, .context, .constructed: .null
        }
    }
}

extension JSONValue {
    /// A whole number, as a text if it does not fit.
    static func whole(_ number: UInt64) -> JSONValue {
        Int(exactly: number).map { .integer($0) } ?? .string("\(number)")
    }
}

extension Sequence<BACnetValue> {
    /// The values as a list.
    var json: JSONValue { .array(map(\.json)) }
}

extension ServiceParameters {
    /// The parameters as an object with their names.
    ///
    /// - Complexity: O(*n*) in the number of values.
    public var json: JSONValue { Value.fields(parameters).json }
}

extension ServiceParameters.Value {
    /// The parameter: a value with its type, an object of parts, or a list.
    ///
    /// - Complexity: O(*n*) in the number of values.
    public var json: JSONValue {
        switch self {
        case .primitive(let value): value.json
        case .fields(let parameters): .object(parameters.map { JSONMember($0.name, $0.value.json) })
        case .list(let values): .array(values.map(\.json))
        case .any(let values): values.json
        }
    }
}
