/// A change with the party that makes it.
struct Contribution {
    /// The place of the party among all: the base comes first, then the overlays in order of identifiers.
    let party: Int
    let change: Change
}

/// Somebody who contributes changes: the base sequence or an overlay.
struct Party {
    let id: ID
    let cites: [String]
}

/// All contributions to a composition, each named by its place in the list.
struct Contributions {
    private(set) var parties: [Party] = []
    /// What each party answers for where a change cites nothing of its own.
    private var attributions: [Attribution] = []
    private(set) var all: [Contribution] = []
    private(set) var inserts: [(claim: Int, value: Insert)] = []
    private(set) var performs: [(claim: Int, value: Perform)] = []
    /// The requirements and criteria, by their places in the list of all.
    private(set) var obligations: [Int] = []
    private(set) var limits: [(claim: Int, value: Limit)] = []
    private(set) var waivers: [(claim: Int, value: Waive)] = []
    private(set) var orders: [(claim: Int, value: Order)] = []
    private(set) var loops: [(claim: Int, value: LoopBack)] = []
    private(set) var compressions: [(claim: Int, change: Compress)] = []
    private(set) var productions: [(claim: Int, value: Produce)] = []
    private(set) var consumptions: [(claim: Int, value: Consume)] = []
    private(set) var artifacts: [(claim: Int, value: Artifact)] = []
    private(set) var tracks: [(claim: Int, value: Track)] = []

    mutating func add(_ party: Party, _ changes: some Sequence<Change>) {
        parties.append(party)
        attributions.append(Attribution(by: [party.id], cites: party.cites))
        for change in changes {
            sort(change.operation, as: all.count)
            all.append(Contribution(party: parties.count - 1, change: change))
        }
    }

    private mutating func sort(_ operation: Change.Operation, as claim: Int) {
        switch operation {
        case .insert(let insert): inserts.append((claim, insert))
        case .perform(let perform): performs.append((claim, perform))
        case .require, .expect: obligations.append(claim)
        case .limit(let limit): limits.append((claim, limit))
        case .waive(let waive): waivers.append((claim, waive))
        case .order(let order): orders.append((claim, order))
        case .loopBack(let loop): loops.append((claim, loop))
        case .compress(let compress): compressions.append((claim, compress))
        case .produce(let produce): productions.append((claim, produce))
        case .consume(let consume): consumptions.append((claim, consume))
        case .artifact(let artifact): artifacts.append((claim, artifact))
        case .track(let track): tracks.append((claim, track))
        }
    }

    func party(of claim: Int) -> ID { parties[all[claim].party].id }

    func cites(of claim: Int) -> [String] {
        let contribution = all[claim]
        return contribution.change.cites.isEmpty ? parties[contribution.party].cites : contribution.change.cites
    }

    func attribution(of claims: some Collection<Int>) -> Attribution {
        if claims.count == 1, let claim = claims.first { return attribution(of: claim) }
        return Attribution(by: claims.map(party), cites: claims.flatMap(cites))
    }

    private func attribution(of claim: Int) -> Attribution {
        let own = attributions[all[claim].party]
        let cites = all[claim].change.cites
        return cites.isEmpty ? own : Attribution(by: own.by, cites: cites)
    }
}
