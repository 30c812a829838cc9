extension PointRule {
    private static let layout = "EDE 2.3, BACnet Interest Group Europe"
    private static let practice = "practice of point lists"

    static let grammar = PointRule(
        "grammar", .error, "A point list is a table of separated values", source: "RFC 4180")
    static let missingColumn = PointRule(
        "missing-column", .error, "A list has the mandatory columns", source: layout)
    static let unknownColumn = PointRule(
        "unknown-column", .note, "Columns that the format does not have are kept, and mean nothing", source: layout)
    static let columnSynonym = PointRule(
        "column-synonym", .note, "Columns are spelt as the format has them", source: layout)
    static let assumedColumns = PointRule(
        "no-header", .warning, "A list names its columns; without names the format's order is taken", source: layout)
    static let shortRow = PointRule(
        "row-width", .note, "Every row has as many cells as the header", source: "RFC 4180, 2.4")
    static let badCell = PointRule("bad-cell", .error, "A cell holds what its column asks for", source: layout)
    static let missingValue = PointRule("missing-value", .error, "Mandatory cells are not empty", source: layout)
    static let encodingFallback = PointRule(
        "encoding-fallback", .warning, "Lists are saved as UTF-8; other files are read as ISO 8859-1",
        source: practice)
    static let decimalComma = PointRule(
        "decimal-comma", .note, "The decimal sign is a point; a comma is taken for one", source: practice)
    static let textValue = PointRule(
        "text-value", .warning, "Limits and defaults are numbers", source: layout)
    static let duplicateObject = PointRule(
        "duplicate-object", .error, "No device has two objects of one type and instance",
        source: "ANSI/ASHRAE 135, 12.1.1", measure: "duplicate-object-ids")
    static let duplicateName = PointRule(
        "duplicate-name", .error, "No device has two objects of one name", source: "ANSI/ASHRAE 135, 12.1.5",
        measure: "duplicate-object-ids")
    static let duplicateKey = PointRule(
        "duplicate-key", .warning, "No two points of a list share a key name", source: layout)
    static let deviceRange = PointRule(
        "device-instance-range", .error, "Device instances are at most 4194302", source: "ANSI/ASHRAE 135, 12.11")
    static let objectRange = PointRule(
        "object-instance-range", .error, "Object instances are at most 4194302", source: "ANSI/ASHRAE 135, 12.1.1")
    static let wrongDeviceObject = PointRule(
        "device-object-mismatch", .error, "A device object has the instance of its device",
        source: "ANSI/ASHRAE 135, 12.11.1")
    static let unitMix = PointRule(
        "unit-mix", .warning, "A project states a quantity in one unit", source: practice)
    static let unitText = PointRule(
        "unit-text", .note, "Units are given by the standard's code; a text is taken for the unit that it names",
        source: layout)
    static let unknownUnit = PointRule(
        "unknown-unit", .warning, "Units are those of the standard", source: "ANSI/ASHRAE 135, 21")
    static let implausibleUnit = PointRule(
        "implausible-unit", .warning, "The unit fits what the point's name says it measures", source: practice,
        measure: "unit-mismatches")
    static let missingUnit = PointRule(
        "missing-unit", .note, "An analog point states its unit", source: layout)
    static let proprietaryType = PointRule(
        "proprietary-type", .note, "Object types from 128 have the meaning that their vendor gives them",
        source: "ANSI/ASHRAE 135, 23.4.1")
    static let unknownStateText = PointRule(
        "unknown-state-text", .warning, "A state text reference stands in the table of state texts", source: layout)
    static let inlineStateTexts = PointRule(
        "inline-state-texts", .note, "State texts stand in a table of their own", source: layout)
    static let ambiguousStateTexts = PointRule(
        "ambiguous-state-texts", .warning,
        "The bars of state texts in a cell separate states; programs that also write them for blanks make it unsure",
        source: practice)
    static let stateCount = PointRule(
        "state-count", .warning, "There are as many state texts as states", source: "ANSI/ASHRAE 135, 12.20")
    static let stateZero = PointRule(
        "state-zero", .warning, "States are counted from 1", source: "ANSI/ASHRAE 135, 12.20")
    static let reversedRange = PointRule(
        "reversed-range", .error, "The least value is below the greatest, the low limit below the high", source: layout)
    static let formulaInjection = PointRule(
        "formula-injection", .warning,
        "No text begins like a formula, which a spreadsheet would compute",
        source: "OWASP, CSV injection")
}
