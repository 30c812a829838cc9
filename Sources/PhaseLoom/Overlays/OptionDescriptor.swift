/// What catalogues and messages say about an option.
public struct OptionDescriptor: Sendable {
    /// The name by which the option is given.
    public let name: String
    /// What the option decides.
    public let help: String
    /// The value when none is given; empty when that means nothing at all.
    public let defaultValue: String
    /// Whether a value has to be given.
    public let isRequired: Bool
    /// Whether the value is the path of a file.
    public let isFile: Bool
    /// The values that it takes, in words.
    public let expects: String
    let accepts: @Sendable (String) -> Bool

    init(
        name: String, help: String, defaultValue: String, isRequired: Bool, isFile: Bool, expects: String,
        accepts: @escaping @Sendable (String) -> Bool
    ) {
        self.name = name
        self.help = help
        self.defaultValue = defaultValue
        self.isRequired = isRequired
        self.isFile = isFile
        self.expects = expects
        self.accepts = accepts
    }
}
