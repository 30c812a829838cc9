/// What catalogues and messages say about an option.
public struct OptionDescriptor: Sendable {
    /// The name by which the option is given.
    public let name: String
    /// What the option decides.
    public let help: String
    /// The value when none is given.
    public let defaultValue: String
    /// The values that it takes, in words.
    public let expects: String
    let accepts: @Sendable (String) -> Bool

    init(
        name: String, help: String, defaultValue: String, expects: String, accepts: @escaping @Sendable (String) -> Bool
    ) {
        self.name = name
        self.help = help
        self.defaultValue = defaultValue
        self.expects = expects
        self.accepts = accepts
    }
}
