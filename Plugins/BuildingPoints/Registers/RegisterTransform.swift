import Modbus

/// What a transformation of VOLTTRON's maps says of a point, such as `scale(0.1)` or `mod10k(True)`.
struct RegisterTransform {
    /// The type, where it is not the one of the type column.
    private(set) var type: RegisterType?
    /// How many registers the value takes.
    private(set) var count: Int?
    /// The order of the octets.
    private(set) var order: ModbusOrder?
    /// How a raw number becomes the value.
    private(set) var conversion = LinearConversion.identity

    /// Reads a transformation; `nil` for one that is not known here.
    ///
    /// With `mod10k(True)` the lower register comes first, with `mod10k64(True)` the higher one.
    init?(_ text: String) {
        guard text.hasSuffix(")"), let open = text.firstIndex(of: "(") else { return nil }
        let argument = text[text.index(after: open)...].dropLast()
        switch text[..<open] {
        case "scale", "scale_int":
            guard let found = DecimalText.number(argument).flatMap({ LinearConversion(scale: $0) }) else { return nil }
            conversion = found
        case "add":
            let found = DecimalText.number(argument).flatMap { LinearConversion(scale: 1, offset: $0) }
            guard let found else { return nil }
            conversion = found
        case "mod10k", "mod10k64":
            guard let isReversed = ["": false, "false": false, "true": true][argument.lowercased()] else { return nil }
            let isLong = text.hasPrefix("mod10k64")
            type = .mod10k
            count = isLong ? 4 : 2
            order = isReversed == isLong ? .big : .wordSwapped
        case "no_op": break
        default: return nil
        }
    }
}
