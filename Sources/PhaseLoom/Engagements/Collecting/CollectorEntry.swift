/// A collector that can be asked for by name.
public struct CollectorEntry: Sendable {
    /// The identifier, without the overlay.
    public let id: ID
    /// The name by which it is asked for, such as `core/file`.
    public let name: String
    /// What it does, in a sentence.
    public let help: String
    /// The options that it takes.
    public let options: [OptionDescriptor]
    private let make: @Sendable (OptionValues) -> Result<any Collector, InvalidValue>

    init<Kind: Collector>(_ type: Kind.Type, of owner: ID) {
        id = type.id
        name = "\(owner)/\(type.id)"
        help = type.help
        options = type.options
        make = { values in Result { () throws(InvalidValue) in try Kind(values) } }
    }

    /// Makes the collector with some of its options given, by name.
    ///
    /// - Throws: ``InvalidValue`` for an option that does not exist, a value that it does not take, or an option that
    ///   has to be given and is not.
    public func callAsFunction(options given: [String: String] = [:]) throws(InvalidValue) -> NamedCollector {
        NamedCollector(name: name, collector: try make(try OptionValues(given, for: options)).get())
    }
}
