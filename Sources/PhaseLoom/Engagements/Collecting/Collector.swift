/// Code that does real work for an engagement and returns evidence: hashes a file, talks to devices, scores a model.
///
/// A collector documents its options and is made of their values, as a ``ConfigurableOverlay`` is:
///
/// ```swift
/// struct LineCount: Collector {
///     static let id: ID = "lines"
///     static let help = "Counts the lines of a file."
///     static let file = OverlayOption.file("file", help: "the file whose lines are counted")
///     static let options = [file.descriptor]
///     let values: OptionValues
///
///     init(_ values: OptionValues) { self.values = values }
///
///     func collect(in context: CollectorContext) async throws -> CollectorReport {
///         var lines = 0
///         let file = try context.attach(values[Self.file]) { piece in
///             lines += piece.count { $0 == UInt8(ascii: "\n") }
///         }
///         let count = Measurement("lines", Double(lines))
///         return CollectorReport(evidence: [CollectedEvidence("line-count", file, measurements: [count])])
///     }
/// }
/// ```
///
/// It reads the clock and touches files only through its context, so that equal input gives an equal report.
public protocol Collector: Sendable {
    /// The name by which it is asked for, after that of its overlay: `OVERLAY/COLLECTOR`.
    static var id: ID { get }
    /// What it does, in a sentence with a full stop.
    static var help: String { get }
    /// The options that it takes; `json`, `output`, `engagement`, `store` and `help` belong to the command line.
    static var options: [OptionDescriptor] { get }

    /// Makes the collector of checked option values.
    ///
    /// - Throws: ``InvalidValue`` when values that are valid one by one do not go together.
    init(_ values: OptionValues) throws(InvalidValue)

    /// Does the work.
    ///
    /// Work that takes long calls ``CollectorContext/checkCancellation()`` between its steps, or awaits what does.
    ///
    /// - Throws: ``CollectorError`` for bad data and for files or devices that fail, `CancellationError` when the work
    ///   is no longer wanted.
    func collect(in context: CollectorContext) async throws -> CollectorReport
}

extension Collector {
    /// No options.
    public static var options: [OptionDescriptor] { [] }

    /// Makes the collector with some of its options given, by name.
    ///
    /// - Throws: ``InvalidValue`` for an option that does not exist, a value that it does not take, or an option that
    ///   has to be given and is not.
    public init(options given: [String: String]) throws(InvalidValue) {
        try self.init(try OptionValues(given, for: Self.options))
    }
}
