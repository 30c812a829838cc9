/// Checks a composed sequence before anything can run.
///
/// The model has no construct that deadlocks by itself: precedence is acyclic, joins wait for all, a conditional phase
/// is skipped or run, and every loop is bounded. What remains to be decided is need, the flow of artifacts and the rules
/// of the framework; each is a file of its own.
struct Verifier {
    let sequence: ComposedSequence
    let phases: [ComposedPhase]
    let index: [ID: Int]
    /// For each phase, those that come before it.
    let ancestors: [BitSet]
    /// The phases that produce each artifact.
    let producers: [ID: [Int]]
    let entryArtifacts: Set<ID>
    /// The phases that hold each extension point.
    let holders: [ExtensionPoint: [Int]]
    var findings: [Finding] = []

    init(_ sequence: ComposedSequence) {
        self.sequence = sequence
        phases = sequence.phases
        var index: [ID: Int] = [:]
        index.reserveCapacity(phases.count)
        // Phases are large: they are looked at in place, not copied.
        for place in phases.indices { index[phases[place].id] = place }
        var ancestors: [BitSet] = []
        ancestors.reserveCapacity(phases.count)
        var producers: [ID: [Int]] = [:]
        var holders: [ExtensionPoint: [Int]] = [:]
        producers.reserveCapacity(sequence.artifacts.count)
        for place in phases.indices {
            var before = BitSet(count: phases.count)
            for earlier in phases[place].after {
                // Phases stand in topological order, so everything before an earlier one is known.
                guard let earlier = index[earlier], earlier < place else { continue }
                before.formUnion(ancestors[earlier])
                before.insert(earlier)
            }
            ancestors.append(before)
            for artifact in phases[place].produces { producers[artifact, default: []].append(place) }
            for point in phases[place].points { holders[point, default: []].append(place) }
        }
        self.index = index
        self.ancestors = ancestors
        self.producers = producers
        self.holders = holders
        entryArtifacts = Set(sequence.artifacts.lazy.filter(\.isEntry).map(\.id))
    }

    /// Everything that there is to say about the sequence, the gravest first.
    static func findings(in sequence: ComposedSequence, _ composition: CompositionRemarks) -> [Finding] {
        var verifier = Verifier(sequence)
        verifier.checkFlow()
        verifier.checkNeeds()
        verifier.checkLoops(composition.misplacedLoopCriteria)
        verifier.checkRules()
        verifier.checkDeclarations(composition)
        return verifier.findings.sorted {
            ($0.severity.rank, $0.code.rawValue, $0.message) < ($1.severity.rank, $1.code.rawValue, $1.message)
        }
    }

    /// Whether one phase always comes before another.
    func isBefore(_ one: Int, _ other: Int) -> Bool { ancestors[other].contains(one) }

    func holder(of point: ExtensionPoint) -> Int? { holders[point]?.first }

    mutating func report(
        _ code: Finding.Code, _ message: String, subjects: [String], overlays: [ID], hint: String
    ) {
        report(code, .error, message, subjects: subjects, overlays: overlays, hint: hint)
    }

    mutating func report(
        _ code: Finding.Code, _ severity: Finding.Severity, _ message: String, subjects: [String],
        overlays: [ID], hint: String
    ) {
        findings.append(
            Finding(
                code: code, severity: severity, message: message, subjects: subjects,
                overlays: overlays.sortedAndUnique,
                hint: hint))
    }
}

extension ComposedSequence {
    /// The sequence with what verification finds in the sequence alone, without what only composition knows.
    package func verified() -> ComposedSequence {
        var result = self
        result.findings = Verifier.findings(in: self, CompositionRemarks())
        return result
    }
}

/// What composition knows about a sequence and the sequence does not show.
struct CompositionRemarks {
    /// For each loop, the criteria that are named at another phase than its source.
    var misplacedLoopCriteria: [ID: [ID]] = [:]
    var undeclaredArtifacts: Set<ID> = []
    var undeclaredTracks: Set<ID> = []
}

extension Finding.Severity {
    /// The place in order of gravity, the gravest first.
    var rank: Int {
        switch self {
        case .error: 0
        case .warning: 1
        case .note: 2
        }
    }
}
