/// A sequence that overlays reshape: its phases, and which of them holds which extension point.
public struct BaseSequence: Sendable {
    /// The identifier by which it is named.
    public let id: ID
    /// The title that people read.
    public let title: String
    /// The sources on which it rests.
    public let cites: [String]
    /// Its phases, artifacts and rules, written in the language of overlays.
    public var body: OverlayBody { deferred.body }
    /// The points that a phase of the base holds only as long as no overlay brings a phase for them.
    public let standIns: [ExtensionPoint: ID]
    /// The reasons for which it fits an engagement better than the default.
    public let applicability: [Applicability]
    private let deferred: DeferredBody

    /// Makes a base sequence.
    ///
    /// - Parameters:
    ///   - id: the identifier by which it is named.
    ///   - title: the title that people read.
    ///   - cites: the sources on which it rests.
    ///   - standIns: points that a phase holds until an overlay's phase does, so that an overlay can bring, say,
    ///     operations to a base that ends with closeout.
    ///   - applicability: the reasons for which it fits an engagement better than the default.
    ///   - body: its phases, artifacts and rules.
    public init(
        id: ID, title: String, cites: [String] = [], standIns: [ExtensionPoint: ID] = [:],
        applicability: [Applicability] = [],
        @OverlayBuilder body: () -> OverlayBody
    ) {
        let body = body()
        self.init(
            id: id, title: title, cites: cites, standIns: standIns, applicability: applicability, lazily: { body })
    }

    /// Makes a base sequence whose body is written down only when somebody composes with it.
    init(
        id: ID, title: String, cites: [String], standIns: [ExtensionPoint: ID], applicability: [Applicability] = [],
        @OverlayBuilder lazily body: @escaping @Sendable () -> OverlayBody
    ) {
        self.id = id
        self.title = title
        self.cites = cites
        self.standIns = standIns
        self.applicability = applicability
        deferred = DeferredBody(body)
    }
}

extension BaseSequence {
    /// The base sequences that come with the core, the default first.
    public static let shipped: [BaseSequence] = [.standard, .delivery, .professional, .adoption]
}

extension BaseSequence: Hashable {
    /// Whether two bases are the same, with everything that they state.
    public static func == (one: BaseSequence, other: BaseSequence) -> Bool {
        one.id == other.id && one.title == other.title && one.cites == other.cites && one.standIns == other.standIns
            && one.applicability == other.applicability && (one.deferred === other.deferred || one.body == other.body)
    }

    /// Feeds the identifier to a hasher.
    public func hash(into hasher: inout Hasher) { hasher.combine(id) }
}

extension BaseSequence: CustomStringConvertible {
    /// The identifier.
    public var description: String { id.text }
}
