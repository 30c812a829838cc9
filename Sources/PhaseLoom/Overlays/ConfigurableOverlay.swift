/// An overlay that a catalogue can offer: it documents its options and is made of their values.
public protocol ConfigurableOverlay: Overlay {
    /// Who the overlay is, whatever its options.
    static var identity: OverlayIdentity { get }
    /// The options that it takes.
    static var options: [OptionDescriptor] { get }
    /// The reasons for which it applies to an engagement, or does not.
    static var applicability: [Applicability] { get }
    /// The words of its domain that it uses, for the glossary.
    static var terms: [Term] { get }
    /// Makes the overlay of checked option values.
    ///
    /// - Throws: ``InvalidValue`` when values that are valid one by one do not go together.
    init(_ values: OptionValues) throws(InvalidValue)
    /// The values that the overlay was made of.
    var values: OptionValues { get }
}

extension ConfigurableOverlay {
    /// No options.
    public static var options: [OptionDescriptor] { [] }
    /// No reasons: whoever knows the engagement decides.
    public static var applicability: [Applicability] { [] }
    /// No terms.
    public static var terms: [Term] { [] }
    /// Who the overlay is.
    public var identity: OverlayIdentity { Self.identity }
    /// The values of its options, by name.
    public var options: [String: String] { values.all }

    /// Makes the overlay with some of its options given, by name.
    ///
    /// - Throws: ``InvalidValue`` for an option that does not exist or a value that it does not take.
    public init(options given: [String: String] = [:]) throws(InvalidValue) {
        try self.init(try OptionValues(given, for: Self.options))
    }
}
