extension PointRule {
    private static let practice = "practice of point-to-point checkout"

    static let unknownPoint = PointRule(
        "unknown-point", .error, "What is expected belongs to a point of the matrix", source: practice)
    static let doublePoint = PointRule("double-point", .error, "A point stands once", source: practice)
    static let unitsDisputed = PointRule(
        "units-disputed", .error, "Matrix and expected values name the same units of a point", source: practice)
    static let resultChanged = PointRule(
        "result-changed", .error, "The result of a point follows from what was read", source: practice)
    static let evidenceMissing = PointRule(
        "evidence-missing", .error, "What was read over a network has its time and its octets", source: practice)
    static let testerMissing = PointRule(
        "tester-missing", .error, "What was entered by hand has the initials of its tester", source: practice)
}
