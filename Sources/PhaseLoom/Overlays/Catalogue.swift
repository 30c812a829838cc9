/// The base sequences, overlays and collectors that a program offers by name.
///
/// Registration is a value; there is no global state.
public struct Catalogue: Sendable {
    /// The base sequences; the first one is the default.
    public let bases: [BaseSequence]
    /// The overlays, by identifier.
    public let overlays: [Entry]
    /// The collectors that any engagement can use, by name: `core/file` and `core/measurements`.
    public let collectors = [
        CollectorEntry(FileCollector.self, of: "core"), CollectorEntry(MeasurementCollector.self, of: "core"),
    ]

    /// Makes a catalogue.
    public init(bases: [BaseSequence] = BaseSequence.shipped, overlays: [any ConfigurableOverlay.Type]) {
        self.bases = bases.isEmpty ? BaseSequence.shipped : bases
        self.overlays = overlays.map { Entry($0) }.sorted { $0.identity.id < $1.identity.id }
    }

    /// An overlay that can be asked for by name.
    public struct Entry: Sendable {
        /// Who the overlay is.
        public let identity: OverlayIdentity
        /// The options that it takes.
        public var options: [OptionDescriptor] { type.options }
        /// The reasons for which it applies to an engagement, or does not.
        public var applicability: [Applicability] { type.applicability }
        /// The collectors that do its work, by name.
        public var collectors: [CollectorEntry] { entries() }
        /// The words of its domain.
        public var terms: [Term] { type.terms }
        /// Asked for what it says only when somebody wants to know: most runs of a program need few of many overlays.
        private let type: any ConfigurableOverlay.Type
        private let entries: @Sendable () -> [CollectorEntry]
        private let make: @Sendable (OptionValues) -> Result<(DeclarativeOverlay, [any Criterion]), InvalidValue>

        init<Configurable: ConfigurableOverlay>(_ type: Configurable.Type) {
            identity = type.identity
            self.type = type
            entries = {
                Configurable.collectors.map { CollectorEntry($0, of: Configurable.identity.id) }
                    .sorted { $0.id < $1.id }
            }
            make = { values in
                Result { () throws(InvalidValue) in
                    let overlay = try Configurable(values)
                    return (DeclarativeOverlay(overlay), overlay.criteria)
                }
            }
        }

        /// Makes the overlay with some of its options given, by name.
        ///
        /// - Throws: ``InvalidValue`` for an option that does not exist or a value that it does not take.
        public func callAsFunction(options given: [String: String] = [:]) throws(InvalidValue) -> DeclarativeOverlay {
            try make(try OptionValues(given, for: options)).get().0
        }

        /// The criteria in code of an overlay; none unless it is exactly what this entry makes of its options.
        func criteria(of overlay: DeclarativeOverlay) -> [any Criterion] {
            guard let values = try? OptionValues(overlay.options, for: options),
                case .success(let made) = make(values), made.0 == overlay
            else { return [] }
            return made.1
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

    /// The collector of this name, such as `core/file`.
    ///
    /// - Throws: ``InvalidValue`` with the nearest name when there is none.
    public func collector(named name: String) throws(InvalidValue) -> CollectorEntry {
        let all = allCollectors
        if let entry = all.first(where: { $0.name == name }) { return entry }
        throw Self.unknown("collector", name, among: all.map(\.name))
    }

    /// The words of this project and of the overlays.
    public var glossary: Glossary { Glossary(overlays.map { ($0.identity.id, $0.terms) }) }

    /// The collectors that any engagement can use, then those of the overlays.
    public var allCollectors: [CollectorEntry] { collectors + overlays.flatMap(\.collectors) }

    /// The criteria in code of some overlays, by the obligation that they decide.
    ///
    /// Only overlays that are exactly what the catalogue makes of their options bring code: one that was changed in a
    /// file may mean something else by the same name.
    ///
    /// - Throws: ``InvalidValue`` when two criteria decide one obligation.
    public func criteria(of chosen: some Sequence<DeclarativeOverlay>) throws(InvalidValue) -> [ID: any Criterion] {
        var found: [ID: (owner: ID, criterion: any Criterion)] = [:]
        for overlay in chosen {
            let id = overlay.identity.id
            guard let entry = overlays.first(where: { $0.identity.id == id }) else { continue }
            for criterion in entry.criteria(of: overlay) {
                if let other = found.updateValue((id, criterion), forKey: criterion.obligation) {
                    throw InvalidValue(
                        "the code of '\(other.owner)' and that of '\(id)' both decide '\(criterion.obligation)'",
                        hint: "use only one of them")
                }
            }
        }
        return found.mapValues(\.criterion)
    }

    /// The facts over which bases and overlays state when they apply, in order of their names.
    public var facts: [Fact] {
        (bases.flatMap(\.applicability) + overlays.flatMap(\.applicability)).flatMap(\.circumstance.facts).inOrder
    }

    /// The facts that a file may give, in order of their names: common ones may be known although nobody asks for them.
    public var knownFacts: [Fact] { (facts + Fact.common).inOrder }

    private static func unknown(_ kind: String, _ name: String, among names: [String]) -> InvalidValue {
        let nearest = Suggestion.nearest(to: name, among: names)
        return InvalidValue(
            "there is no \(kind) '\(name.excerpt)'",
            hint: nearest.map { "did you mean '\($0)'?" } ?? "the list shows what there is")
    }
}
