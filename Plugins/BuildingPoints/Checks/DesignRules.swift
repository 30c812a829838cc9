extension PointRule {
    private static let overlay = "Process Framework for Technology Services"

    static let duplicateDevice = PointRule(
        "duplicate-device-instance", .error, "No two devices of an internetwork share an instance",
        source: "ANSI/ASHRAE 135, 12.11", measure: "duplicate-device-instances")
    static let unmatchedPoint = PointRule(
        "unmatched-point", .error, "Each point of the matrix is in the baseline or marked as new", source: overlay,
        measure: "unmatched-points")
    static let unintegratedPoints = PointRule(
        "unintegrated-points", .note, "Each point of the baseline is in the matrix or left out on purpose",
        source: overlay)
    static let undescribedRegister = PointRule(
        "undescribed-register", .warning, "A register of the matrix has one line in a map, which tells its type",
        source: "practice of register maps")
    static let unitMismatch = PointRule(
        "unit-mismatch", .error, "Units and conversion agree from source to target", source: overlay,
        measure: "unit-mismatches")
    static let forbiddenCommand = PointRule(
        "forbidden-command", .error, "Only points that the baseline shows as commandable are written",
        source: "ANSI/ASHRAE 135, 19.2", measure: "forbidden-commands")
    static let missingPriority = PointRule(
        "missing-priority", .error, "A write to a commandable point states its priority",
        source: "ANSI/ASHRAE 135, 19.2", measure: "forbidden-commands")
    static let reservedPriority = PointRule(
        "reserved-priority", .error, "Priorities 1 to 5 are for life safety and critical equipment",
        source: "ANSI/ASHRAE 135, 19.2.1", measure: "forbidden-commands")
    static let matrixStates = PointRule(
        "matrix-state-count", .error, "The design counts with as many states as the point has",
        source: "ANSI/ASHRAE 135, 12.20")
    static let rangeOverflow = PointRule(
        "range-overflow", .error, "The converted range fits the type of the target's registers",
        source: "practice of register maps")
    static let lostResolution = PointRule(
        "lost-resolution", .warning,
        "The target's registers keep the tolerance of the row, or the steps of the source's registers",
        source: "practice of register maps")
    static let subscriptionTable = PointRule(
        "subscription-table", .warning,
        "A device is asked for no more subscriptions than its table holds; 32 where that is not known",
        source: "practice of building automation")
    static let staleBaseline = PointRule(
        "stale-baseline", .error, "The baseline has the database revision that the device has now",
        source: "ANSI/ASHRAE 135, 12.11.35")
    static let duplicateUnit = PointRule(
        "duplicate-unit-id", .error, "No two devices of a trunk share a unit identifier",
        source: "MODBUS over Serial Line V1.02, 2.2", measure: "duplicate-unit-ids")
    static let settableMismatch = PointRule(
        "settable-mismatch", .warning, "A list calls settable what the building shows as commandable",
        source: "EDE 2.3, BACnet Interest Group Europe")
    static let nameMismatch = PointRule(
        "name-mismatch", .warning, "A list names objects as the building does", source: overlay)
    static let unseenPoints = PointRule(
        "unseen-points", .warning, "Each point of a list is in the baseline, unless it is still planned",
        source: overlay)
}
