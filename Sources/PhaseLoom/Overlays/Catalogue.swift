/// The base sequences and overlays that a program offers by name. Registration is a value; there is no global state.
public struct Catalogue: Sendable {
    /// The base sequences; the first one is the default.
    public let bases: [BaseSequence]
    /// The overlays, by identifier.
    public let overlays: [Entry]

    /// Makes a catalogue.
    public init(bases: [BaseSequence] = [.standard], overlays: [any ConfigurableOverlay.Type]) {
        self.bases = bases.isEmpty ? [.standard] : bases
        self.overlays = overlays.map { Entry($0) }.sorted { $0.identity.id < $1.identity.id }
    }

    /// An overlay that can be asked for by name.
    public struct Entry: Sendable {
        /// Who the overlay is.
        public let identity: OverlayIdentity
        /// The options that it takes.
        public let options: [OptionDescriptor]
        private let make: @Sendable (OptionValues) -> Result<DeclarativeOverlay, InvalidValue>

        init<Configurable: ConfigurableOverlay>(_ type: Configurable.Type) {
            identity = type.identity
            options = type.options
            make = { values in
                Result { () throws(InvalidValue) in DeclarativeOverlay(try Configurable(values)) }
            }
        }

        /// Makes the overlay with some of its options given, by name.
        ///
        /// - Throws: ``InvalidValue`` for an option that does not exist or a value that it does not take.
        public func callAsFunction(options given: [String: String] = [:]) throws(InvalidValue) -> DeclarativeOverlay {
            try make(try OptionValues(given, for: options)).get()
        }
    }

    /// The base sequence of this name.
    ///
    /// - Throws: ``InvalidValue`` with the nearest name when there is none.
    public func base(named name: String) throws(InvalidValue) -> BaseSequence {
        if let base = bases.first(where: { $0.id.text == name }) { return base }
        throw Self.unknown("base sequence", name, among: bases.map(\.id.text))
    }

    /// The overlay of this name.
    ///
    /// - Throws: ``InvalidValue`` with the nearest name when there is none.
    public func overlay(named name: String) throws(InvalidValue) -> Entry {
        if let entry = overlays.first(where: { $0.identity.id.text == name }) { return entry }
        throw Self.unknown("overlay", name, among: overlays.map(\.identity.id.text))
    }

    private static func unknown(_ kind: String, _ name: String, among names: [String]) -> InvalidValue {
        let nearest = Suggestion.nearest(to: name, among: names)
        return InvalidValue(
            "there is no \(kind) '\(name.excerpt)'",
            hint: nearest.map { "did you mean '\($0)'?" } ?? "the list shows what there is")
    }
}
