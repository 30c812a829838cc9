/// The collector `core/file`: hashes a file and hands it in as it is.
public struct FileCollector: Collector {
    /// The name by which it is asked for.
    public static let id: ID = "file"
    /// What it does.
    public static let help = "Hashes a file and hands it in."
    /// The options that it takes.
    public static let options = [
        artifact.descriptor, file.descriptor, validity.from.descriptor, validity.until.descriptor,
    ]
    static let artifact = OverlayOption.identifier("artifact", help: "the kind of artifact that the file is")
    static let file = OverlayOption.file("file", help: "the file to hand in")
    static let validity = ValidityOptions()
    private let values: OptionValues

    /// Makes the collector of checked option values.
    ///
    /// - Throws: ``InvalidValue`` when it ends to be valid before it begins.
    public init(_ values: OptionValues) throws(InvalidValue) {
        try Self.validity.check(values)
        self.values = values
    }

    /// Hashes the file.
    public func collect(in context: CollectorContext) async throws -> CollectorReport {
        let file = try context.attach(values[Self.file])
        let evidence = CollectedEvidence(
            values[Self.artifact], file, validFrom: values[Self.validity.from],
            validUntil: values[Self.validity.until])
        return CollectorReport(evidence: [evidence])
    }
}

/// The options that say how long evidence counts.
struct ValidityOptions: Sendable {
    let from = OverlayOption.moment("valid-from", help: "when the evidence begins to count")
    let until = OverlayOption.moment("valid-until", help: "when the evidence ceases to count")

    func check(_ values: OptionValues) throws(InvalidValue) {
        if let first = values[from], let last = values[until], first >= last {
            throw InvalidValue(
                "evidence valid from \(first) until \(last) never counts", hint: "let it end after it begins")
        }
    }
}
