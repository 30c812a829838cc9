/// The collector `core/measurements`: imports measurements from a file of JSON or comma-separated values.
public struct MeasurementCollector: Collector {
    /// The name by which it is asked for.
    public static let id: ID = "measurements"
    /// What it does.
    public static let help = "Imports measurements from a file of JSON or comma-separated values, and hands it in."
    /// The options that it takes.
    public static let options = [
        artifact.descriptor, file.descriptor, format.descriptor, name.descriptor, value.descriptor, unit.descriptor,
        validity.from.descriptor, validity.until.descriptor,
    ]
    static let artifact = OverlayOption.identifier("artifact", help: "the kind of artifact that holds the measurements")
    static let file = OverlayOption.file("file", help: "the file of measurements, at most 16 MiB")
    static let format = OverlayOption<Format>.choice(
        "format", help: "the format of the file, 'auto' for what its name ends with", default: .auto)
    static let name = OverlayOption.text("name-column", help: "the column of names in a CSV file", default: "name")
    static let value = OverlayOption.text("value-column", help: "the column of values in a CSV file", default: "value")
    static let unit = OverlayOption.text("unit-column", help: "the column of units in a CSV file", default: "unit")
    static let validity = ValidityOptions()

    private let values: OptionValues
    private let isJSON: Bool

    enum Format: String, CaseIterable, Sendable {
        case auto
        case csv
        case json
    }

    /// Makes the collector of checked option values.
    ///
    /// - Throws: ``InvalidValue`` when the format is not given and the name of the file does not tell, when two columns
    ///   have one name, or when it ends to be valid before it begins.
    public init(_ values: OptionValues) throws(InvalidValue) {
        try Self.validity.check(values)
        let columns = [values[Self.name], values[Self.value], values[Self.unit]]
        guard Set(columns).count == columns.count else {
            throw InvalidValue("two columns have one name", hint: "name the columns of names, values and units apart")
        }
        let ending = values[Self.file].lowercased().split(separator: ".").last.map(String.init)
        let format =
            values[Self.format] == .auto ? ending.flatMap(Format.init(rawValue:)) ?? .auto : values[Self.format]
        guard format != .auto else {
            throw InvalidValue(
                "'\(values[Self.file].excerpt)' does not tell its format", hint: "give 'format' as 'json' or 'csv'")
        }
        isJSON = format == .json
        self.values = values
    }

    /// Reads the measurements.
    public func collect(in context: CollectorContext) async throws -> CollectorReport {
        let path = values[Self.file]
        var bytes: [UInt8] = []
        let file = try context.attach(path, limit: JSONReader.sizeLimit) { bytes += $0 }
        let columns = (name: values[Self.name], value: values[Self.value], unit: values[Self.unit])
        var log = isJSON ? MeasurementJSON.read(bytes) : MeasurementCSV.read(bytes, columns: columns)
        if log.problems.isEmpty, log.measurements.isEmpty {
            log.note(0, "there are no measurements", hint: "give at least one name with its value")
        }
        guard log.problems.isEmpty else { throw CollectorError(log.problems, in: bytes, of: path) }
        let evidence = CollectedEvidence(
            values[Self.artifact], file, measurements: log.measurements, findings: log.findings,
            validFrom: values[Self.validity.from], validUntil: values[Self.validity.until])
        return CollectorReport(evidence: [evidence])
    }
}
