/// Checks a composed sequence before anything can run.
///
/// The model has no construct that deadlocks by itself: precedence is acyclic, joins wait for all, a conditional phase
/// is skipped or run, and every loop is bounded. What remains to be decided is need, the flow of artifacts and the rules
/// of the framework; each is a file of its own.
struct Verifier {
    let sequence: ComposedSequence
    let phases: [ComposedPhase]
    let index: IDTable<Int>
    /// Which phases come before which.
    let ancestry: Ancestry
    /// Where each artifact comes from.
    let supplies: IDTable<Supply>
    /// The phases that hold each extension point.
    let holders: PointTable<ShortList>
    var findings: [Finding] = []

    init(_ sequence: ComposedSequence) {
        self.sequence = sequence
        phases = sequence.phases
        var index = IDTable<Int>(minimumCapacity: phases.count)
        // Phases are large: they are looked at in place, not copied.
        for place in phases.indices { index.set(phases[place].id, to: place) }
        var ancestry = Ancestry(count: phases.count)
        var supplies = IDTable<Supply>(minimumCapacity: sequence.artifacts.count)
        for artifact in sequence.artifacts where artifact.isEntry {
            supplies.set(artifact.id, to: Supply(isEntry: true))
        }
        var holders = PointTable<ShortList>([])
        for place in phases.indices {
            for earlier in phases[place].after {
                // Phases stand in topological order, so everything before an earlier one is known.
                guard let earlier = index[earlier], earlier < place else { continue }
                ancestry.put(earlier, before: place)
            }
            for artifact in phases[place].produces {
                supplies[artifact, default: Supply()].producers.append(place)
                if phases[place].condition.isAlways, phases[place].productionConditions[artifact] == nil {
                    supplies[artifact, default: Supply()].steady.append(place)
                }
            }
            for point in phases[place].points { holders[point].append(place) }
        }
        self.index = index
        self.ancestry = ancestry
        self.supplies = supplies
        self.holders = holders
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

    func producers(of artifact: ID) -> ShortList { supplies[artifact]?.producers ?? [] }

    /// Whether an artifact is brought to the engagement.
    func isBrought(_ artifact: ID) -> Bool { supplies[artifact]?.isEntry == true }

    /// Whether one phase always comes before another.
    func isBefore(_ one: Int, _ other: Int) -> Bool { ancestry.has(one, before: other) }

    func holder(of point: ExtensionPoint) -> Int? { holders[point].first }

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

/// Where an artifact comes from.
struct Supply {
    /// Whether it is brought to the engagement.
    var isEntry = false
    /// The phases that produce it.
    var producers: ShortList = []
    /// Those of them that run and hand it on whatever happens.
    var steady: ShortList = []
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
