/// The sequence that a base and a set of overlays amount to: a partial order of phases, explained and verified.
public struct ComposedSequence: Hashable, Sendable {
    /// The base sequence.
    public let base: ID
    /// The title of the base sequence.
    public let title: String
    /// The overlays, in order of identifiers.
    public let overlays: [DeclarativeOverlay]
    /// The phases in canonical order: each after its predecessors, ties in order of identifiers.
    public let phases: [ComposedPhase]
    /// The loops, in order of identifiers.
    public let loops: [ComposedLoop]
    /// The tracks, in order of identifiers.
    public let tracks: [ComposedTrack]
    /// The artifacts, in order of identifiers.
    public let artifacts: [ComposedArtifact]
    /// Every demand on the order of phases, by the phases that it orders.
    public let precedences: [Precedence]
    /// The phases that another one took in, by compression or because they stand between two points that one holds.
    public let absorbed: [ID: ID]
    /// The integrator's decisions that were applied, by conflict.
    public let resolutions: [Resolution]
    /// What verification found, the gravest first.
    public internal(set) var findings: [Finding] = []

    /// Makes a sequence of its parts.
    package init(
        base: ID, title: String, overlays: [DeclarativeOverlay], phases: [ComposedPhase], loops: [ComposedLoop],
        tracks: [ComposedTrack], artifacts: [ComposedArtifact], precedences: [Precedence], absorbed: [ID: ID],
        resolutions: [Resolution], findings: [Finding] = []
    ) {
        self.base = base
        self.title = title
        self.overlays = overlays
        self.phases = phases
        self.loops = loops
        self.tracks = tracks
        self.artifacts = artifacts
        self.precedences = precedences
        self.absorbed = absorbed
        self.resolutions = resolutions
        self.findings = findings
    }

    /// The phase of this identifier, or the one that took it in.
    public func phase(_ id: ID) -> ComposedPhase? {
        let holder = absorbed[id] ?? id
        return phases.first { $0.id == holder }
    }

    /// The phase that holds an extension point.
    public func phase(holding point: ExtensionPoint) -> ComposedPhase? {
        phases.first { $0.points.contains(point) }
    }

    /// Whether verification found no error, so that the sequence may run.
    public var isSound: Bool { !findings.contains { $0.severity == .error } }
}
