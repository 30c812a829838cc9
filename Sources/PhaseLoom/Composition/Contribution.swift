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
    private(set) var all: [Contribution] = []

    mutating func add(_ party: Party, _ changes: some Sequence<Change>) {
        parties.append(party)
        for change in changes { all.append(Contribution(party: parties.count - 1, change: change)) }
    }

    func party(of claim: Int) -> ID { parties[all[claim].party].id }

    func cites(of claim: Int) -> [String] {
        let contribution = all[claim]
        return contribution.change.cites.isEmpty ? parties[contribution.party].cites : contribution.change.cites
    }

    func attribution(of claims: [Int]) -> Attribution {
        if claims.count == 1 { return Attribution(by: [party(of: claims[0])], cites: cites(of: claims[0])) }
        return Attribution(by: claims.map(party), cites: claims.flatMap(cites))
    }
}
