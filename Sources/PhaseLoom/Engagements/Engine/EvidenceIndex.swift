/// Where the evidence of each artifact is, and to which phase each piece belongs.
///
/// Pieces of one artifact are linked from the latest back to the first, so that handing one in allocates nothing.
struct EvidenceIndex: Hashable {
    /// The place of the latest evidence of each artifact; negative when there is none.
    private var latest: [Int]
    private var links: [Link] = []

    private struct Link: Hashable {
        /// The place of the evidence of the same artifact before it; negative when it is the first.
        let previous: Int
        let owner: Owner
    }

    /// To which phase evidence belongs, and so when it goes stale.
    enum Owner: Hashable {
        /// None: it was brought to the engagement.
        case nobody
        /// The phase of an index, which hands on its artifact.
        case phase(Int)
        /// Any phase that hands on its artifact now: the one that did is gone, or hands on something else.
        case anybody
    }

    init(artifacts: Int) { latest = Array(repeating: -1, count: artifacts) }

    /// Takes in the evidence at the next place.
    mutating func append(_ artifact: Int?, _ owner: Owner) {
        links.append(Link(previous: artifact.map { latest[$0] } ?? -1, owner: owner))
        if let artifact { latest[artifact] = links.count - 1 }
    }

    /// The owner of the evidence at a place.
    func owner(at place: Int) -> Owner { links[place].owner }

    /// The place of the latest evidence of an artifact; `nil` when there is none.
    func latest(of artifact: Int) -> Int? { latest[artifact] < 0 ? nil : latest[artifact] }

    /// The place of the evidence of the same artifact before the one at a place; `nil` when that is the first.
    func previous(to place: Int) -> Int? { links[place].previous < 0 ? nil : links[place].previous }
}

extension Engagement {
    /// Takes the evidence at the next place into the index.
    mutating func takeIntoIndex(_ item: Evidence) {
        evidenceIndex.append(plan.artifacts[item.draft.artifact], owner(of: item))
    }

    private func owner(of item: Evidence) -> EvidenceIndex.Owner {
        let artifact = item.draft.artifact
        guard let phase = item.phase else { return plan.entryArtifacts.contains(artifact) ? .nobody : .anybody }
        guard let place = plan.places[phase], let index = plan.artifacts[artifact],
            plan.producers[index].contains(place)
        else { return .anybody }
        return .phase(place)
    }

    /// Whether the evidence at a place belongs to one of some phases.
    func isOwned(_ place: Int, by isMember: (Int) -> Bool) -> Bool {
        switch evidenceIndex.owner(at: place) {
        case .nobody: false
        case .phase(let phase): isMember(phase)
        case .anybody:
            plan.artifacts[evidence[place].draft.artifact].map { plan.producers[$0].contains(where: isMember) } ?? false
        }
    }

    /// The place of the latest evidence of an artifact that counts at some moment, of what may be asked for only.
    func latestEvidence(of artifact: ID, at time: Timestamp, where isAsked: (Int) -> Bool = { _ in true }) -> Int? {
        var next = plan.artifacts[artifact].flatMap(evidenceIndex.latest(of:))
        while let place = next {
            if evidence[place].isInForce(at: time), isAsked(place) { return place }
            next = evidenceIndex.previous(to: place)
        }
        return nil
    }
}
