/// Composes a base sequence with overlays, stage by stage.
///
/// The stages stand in files of their own: the roster closes over interactions, `Additions` unites what is inserted,
/// `Placement` resolves anchors and selectors, `Obligations` joins bounds and statuses, `Ordering` checks the order of
/// phases, `Collapse` takes phases into others, and `Assembly`
/// writes the result. A conflict never stops a stage:
/// composition goes on with one of the claims, so that every conflict is found.
struct Composer {
    let base: BaseSequence
    let roster: Roster
    let contributions: Contributions
    var arbiter: Arbiter

    var phases: [PhaseDraft] = []
    var phaseIndex = IDTable<Int>()
    /// The phases on each track, once all additions are united.
    var phasesOnTrack = IDTable<[Int]>()
    var artifacts = IDTable<(title: String, isEntry: Bool, claims: ShortList)>()
    var tracks = IDTable<(title: String, claims: ShortList)>()
    var triggers = IDTable<(trigger: Trigger, claims: ShortList)>()
    var compressions: [(claim: Int, change: Compress)] { contributions.compressions }
    /// The intervals that compressions name.
    var intervals: [ID: Place] = [:]

    var definitions: [ObligationDefinition] = []
    var definitionIndex = IDTable<Int>()
    var obligations: [ObligationDraft] = []

    /// The nodes of the order graph: one for each phase, or one for each point of a phase that holds several.
    var nodePhase: [Int] = []
    var nodePoint: [ExtensionPoint?] = []
    var phaseNodes: [ClosedRange<Int>] = []
    var holders = PointTable<(phase: Int, node: Int)?>(nil)
    var order = OrderGraph()
    /// The nodes on cycles that nobody resolved; conflicts that may only follow from those are not reported.
    var cyclicNodes: [Bool] = []
    var missing: [String: MissingAnchor] = [:]

    init(_ base: BaseSequence, _ set: OverlaySet, _ resolutions: [Resolution]) {
        self.base = base
        roster = Roster(base, set)
        contributions = roster.contributions
        arbiter = Arbiter(resolutions)
        for conflict in roster.conflicts { arbiter.report(conflict) }
    }

    mutating func compose() throws(ConflictReport) -> ComposedSequence {
        uniteAdditions()
        layOutNodes()
        nameIntervals()
        placeChanges()
        joinObligations()
        checkOrder()
        let compressions = placeCompressions()
        let loops = joinLoops()
        let plan = collapse(compressions)
        reportMissing()
        arbiter.closeDesk()
        guard arbiter.conflicts.isEmpty else { throw ConflictReport(unsorted: arbiter.conflicts) }
        var sequence = assemble(plan, loops)
        sequence.findings = Verifier.findings(in: sequence, remarks(on: sequence, loops))
        return sequence
    }

    private func remarks(on sequence: ComposedSequence, _ loops: [LoopDraft]) -> CompositionRemarks {
        var remarks = CompositionRemarks()
        for loop in loops where !loop.misplaced.isEmpty { remarks.misplacedLoopCriteria[loop.id] = loop.misplaced }
        if sequence.artifacts.count > artifacts.count {
            remarks.undeclaredArtifacts = Set(sequence.artifacts.map(\.id)).subtracting(artifacts.keys)
        }
        if sequence.tracks.count > tracks.count {
            remarks.undeclaredTracks = Set(sequence.tracks.map(\.id)).subtracting(tracks.keys).subtracting([.mainTrack])
        }
        return remarks
    }

    func attribution(of claims: some Collection<Int>) -> Attribution { contributions.attribution(of: claims) }

    func conflictClaims(_ claims: some Sequence<(claim: Int, value: String)>) -> [Conflict.Claim] {
        var seen: Set<Conflict.Claim> = []
        for (claim, value) in claims {
            seen.insert(.init(by: contributions.party(of: claim), value: value, cites: contributions.cites(of: claim)))
        }
        return seen.sorted { one, other in
            (one.by, one.value) != (other.by, other.value)
                ? (one.by, one.value) < (other.by, other.value) : one.cites.lexicographicallyPrecedes(other.cites)
        }
    }
}

extension ConflictReport {
    init(unsorted conflicts: [Conflict]) {
        self.conflicts = Set(conflicts).sorted {
            ($0.code.rawValue, $0.target, $0.message) < ($1.code.rawValue, $1.target, $1.message)
        }
    }
}
