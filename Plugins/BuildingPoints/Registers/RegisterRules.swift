extension PointRule {
    private static let application = "MODBUS Application Protocol V1.1b3, 4.4"

    static let ambiguousAddress = PointRule(
        "ambiguous-address", .error, "A register map declares how it counts its addresses", source: application,
        measure: "unaddressed-registers")
    static let badAddress = PointRule(
        "bad-address", .error, "Every register has an address from 0 to 65535 in a table", source: application,
        measure: "unaddressed-registers")
    static let registerOverlap = PointRule(
        "register-overlap", .error, "No two points of a unit overlap in a table",
        source: "MODBUS Application Protocol V1.1b3, 4.3", measure: "register-overlaps")
    static let unstatedOrder = PointRule(
        "unstated-order", .error, "A value of several registers states its order", source: "practice of register maps",
        measure: "unordered-values")
    static let tableMismatch = PointRule(
        "table-mismatch", .error, "Bits stand in tables of bits, numbers in tables of registers",
        source: "MODBUS Application Protocol V1.1b3, 4.3")
    static let writableInput = PointRule(
        "writable-input", .error, "Inputs cannot be written", source: "MODBUS Application Protocol V1.1b3, 4.3",
        measure: "forbidden-commands")
    static let allWritable = PointRule(
        "all-writable", .warning, "What a device measures cannot be written; a map that says so was not looked through",
        source: "practice of register maps")
    static let unknownTransform = PointRule(
        "unknown-transform", .warning, "A transformation is a scale", source: "practice of register maps")
    static let suggestedOrder = PointRule(
        "suggested-order", .note, "An order of octets is stated by people, on evidence",
        source: "practice of register maps")
    static let shiftedAddress = PointRule(
        "shifted-address", .warning, "A point reads a plausible value at its address, and not beside it",
        source: application)
}
