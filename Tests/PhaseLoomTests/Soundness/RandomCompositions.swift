import PhaseLoom
import PhaseLoomTesting

/// A small base sequence and a few overlays, drawn at random: what a soundness test composes.
///
/// Phases are drawn along a hidden line; most demands on their order agree with it, so that most compositions have no
/// conflict. Needs point mostly backwards along the line and sometimes anywhere. The nine extension points lie on some
/// of the base's phases, several on one, so that phases placed between them become activities.
struct RandomComposition {
    let base: BaseSequence
    let overlays: OverlaySet

    init(seed: UInt64) {
        var draw = Draw(seed: seed)
        base = draw.base()
        overlays = draw.overlays()
    }
}

/// The random numbers of one composition, and what has been drawn so far.
private struct Draw {
    private var generator: SeededGenerator
    /// The phases in the order of the hidden line; each with the artifacts that it produces.
    private var line: [(id: ID, produces: [ID])] = []
    private var points: [ExtensionPoint: ID] = [:]
    private var criteria: [(id: ID, phase: ID)] = []
    private var isHostile = false
    private static let artifacts: [ID] = ["a0", "a1", "a2", "a3", "a4"]
    private static let triggers = (0..<3).map { Trigger(ID(stringLiteral: "t\($0)"), "Trigger \($0) holds") }

    init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

    private mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &generator) < percent }

    private mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &generator) }

    private mutating func pick<Element>(_ list: [Element]) -> Element { list[number(0...(list.count - 1))] }

    // MARK: Phases

    mutating func base() -> BaseSequence {
        // One composition in eight takes no care at all.
        isHostile = chance(12)
        var changes: [Change] = [
            Artifact("acceptance-criteria", "Acceptance criteria").broughtToTheEngagement().change,
            Artifact("brought", "Brought along").broughtToTheEngagement().change,
        ]
        let count = number(2...4)
        // A holder between two others takes part in their order; the first often holds most points.
        var groups = Array(repeating: [ExtensionPoint](), count: count)
        var holder = 0
        for point in ExtensionPoint.allCases {
            groups[holder].append(point)
            if holder < count - 1, chance(35) { holder += 1 }
        }
        for (place, group) in groups.enumerated() {
            let id: ID = "b\(place)"
            var insert = Insert(id, "Base phase \(place)").holding(group)
            if place > 0, chance(80) { insert = insert.after(.phase(line[number(0...(place - 1))].id)) }
            changes.append(furnished(insert, at: line.count))
            for point in group { points[point] = id }
            if chance(50) { changes += obligation(at: place, "o\(place)") }
        }
        if chance(25) { changes += loop("l0") }
        return BaseSequence(id: "random", title: "Random", body: { OverlayBody(changes: changes) })
    }

    /// Gives a phase artifacts and conditions, and a place on the hidden line.
    private mutating func furnished(_ insert: Insert, at place: Int) -> Change {
        var insert = insert
        var produces: [ID] = []
        for _ in 0..<2 where chance(45) { produces.append(pick(Self.artifacts)) }
        insert = insert.producing(produces)
        if chance(35), let artifact = need(at: place, including: false) { insert = insert.consuming(artifact) }
        if chance(22) { insert = insert.when(pick(Self.triggers)) }
        if !insert.when.isEmpty, chance(30) { insert = insert.when(pick(Self.triggers)) }
        if chance(30) { insert = insert.onTrack(pick(["red", "blue"])) }
        line.insert((insert.id, produces), at: place)
        return insert.change
    }

    /// An artifact that a phase at this place of the line may ask for: mostly one that is there by then.
    private mutating func need(at place: Int, including isOwn: Bool) -> ID? {
        if isHostile ? chance(60) : chance(6) { return pick(Self.artifacts + ["brought"]) }
        let end = min(line.count, isOwn ? place + 1 : place)
        let known = line[..<end].flatMap(\.produces)
        return known.isEmpty ? nil : pick(known)
    }

    // MARK: Overlays

    mutating func overlays() -> OverlaySet {
        var result = OverlaySet()
        for number in 0..<number(0...3) {
            var changes: [Change] = []
            for part in 0..<self.number(1...4) { changes += change("\(number)\(part)") }
            let identity = OverlayIdentity(id: "overlay\(number)", title: "Overlay \(number)", summary: "Drawn.")
            result.insert(DeclarativeOverlay(identity: identity, body: OverlayBody(changes: changes)))
        }
        return result
    }

    private mutating func change(_ name: String) -> [Change] {
        let place = number(0...(line.count - 1))
        switch number(0...19) {
        case 0...4: return line.count < 7 ? [insertion("x\(name)")] : []
        case 5: return line.count < 5 ? fork("f\(name)") : []
        case 6...9: return obligation(at: place, "o\(name)")
        case 10, 11: return loop("l\(name)")
        case 12, 13: return [compression("c\(name)")]
        case 14: return waiver()
        case 15: return [Produce(pick(Self.artifacts), in: .at(.phase(line[place].id))).change]
        case 16:
            return need(at: place, including: false).map { [Consume($0, in: .at(.phase(line[place].id))).change] } ?? []
        case 17: return [perform("p\(name)", place)]
        case 18:
            return [
                Require("s\(name)", "Selected", toEnter: pick([.track("red"), .every])).needing("brought").ifPresent()
            ]
        default:
            let other = number(0...(line.count - 1))
            if !isHostile, other == place { return [] }
            let (first, then) = isHostile ? (place, other) : (min(place, other), max(place, other))
            return [Order(.phase(line[first].id), before: .phase(line[then].id)).change]
        }
    }

    /// An anchor on a phase: its identifier or a point that it holds.
    private mutating func anchor(_ place: Int) -> Anchor {
        let held = points.filter { $0.value == line[place].id }.map(\.key).sorted()
        return held.isEmpty || chance(40) ? .phase(line[place].id) : .point(pick(held))
    }

    private mutating func insertion(_ name: String) -> Change {
        let place = number(0...line.count)
        var insert = Insert(ID(stringLiteral: name), "Inserted \(name)")
        if place > 0, chance(85) { insert = insert.after(anchor(number(0...(place - 1)))) }
        if place < line.count, chance(60) { insert = insert.before(anchor(number(place...(line.count - 1)))) }
        if isHostile, chance(40) { insert = insert.after(anchor(number(0...(line.count - 1)))) }
        // Between two points that one phase holds: it becomes an activity of that phase.
        if chance(20), let shared = points.values.sorted().first(where: { id in points.values.count { $0 == id } > 1 })
        {
            let held = points.filter { $0.value == shared }.map(\.key).sorted()
            insert = Insert(insert.id, insert.title).after(.point(held[0])).before(.point(held[1]))
        }
        return furnished(insert, at: place)
    }

    /// Two phases under triggers of their own that produce one artifact, and a phase under some triggers that uses it.
    private mutating func fork(_ name: String) -> [Change] {
        let artifact: ID = ID(stringLiteral: "af\(name)")
        let start = line[number(0...(line.count - 1))].id
        let ways = ["left", "right"].enumerated().map { way, side in
            Insert(ID(stringLiteral: name + side), "\(side) of \(name)").after(.phase(start)).producing(artifact)
                .when(Self.triggers[way])
        }
        var use = Insert(ID(stringLiteral: name + "use"), "Use of \(name)").after(ways.map { .phase($0.id) })
        use = use.when(chance(70) ? Array(Self.triggers[..<2]) : [pick(Self.triggers)])
        let isLate = chance(20)
        if chance(50) { use = use.consuming(artifact) }
        line += ways.map { ($0.id, [artifact]) } + [(use.id, [])]
        let need =
            isLate
            ? Require(ID(stringLiteral: "o" + name), "Required", toEnter: .at(.phase(start))).needing(artifact).change
            : Expect(ID(stringLiteral: "o" + name), "Expected", atGateOf: .at(.phase(use.id))).needing(artifact).change
        return ways.map(\.change) + [use.change, need]
    }

    private mutating func obligation(at place: Int, _ name: String) -> [Change] {
        let (id, phase) = (ID(stringLiteral: name), line[place].id)
        let isEntry = chance(50)
        let needs = (0..<number(1...2)).compactMap { _ in need(at: place, including: !isEntry) }
        let proof = chance(30) ? alternatives(at: place, including: !isEntry) : nil
        if isEntry {
            return [Require(id, "Required", toEnter: .at(.phase(phase))).needing(needs).proven(by: proof).change]
        }
        criteria.append((id, phase))
        var expect = Expect(id, "Expected", atGateOf: .at(.phase(phase))).needing(needs).proven(by: proof)
        if chance(35), place + 1 < line.count {
            expect = expect.deferred(to: .phase(line[number((place + 1)...(line.count - 1))].id))
        }
        return [expect.change]
    }

    /// Several ways to show an obligation; some of them ask for what is not there.
    private mutating func alternatives(at place: Int, including isOwn: Bool) -> Proof? {
        let ways = (0..<number(2...3)).compactMap { _ -> Proof? in
            guard let artifact = chance(50) ? pick(Self.artifacts) : need(at: place, including: isOwn) else {
                return nil
            }
            let way = Proof.signed(artifact, by: "client", separately: true)
            return chance(40) ? .all([way, .present(pick(Self.artifacts + ["brought"]))]) : way
        }
        return ways.count < 2 ? nil : .any(ways)
    }

    private mutating func loop(_ name: String) -> [Change] {
        let place = number(0...(line.count - 1))
        let (source, criterion) = (line[place].id, ID(stringLiteral: "w\(name)"))
        let target = chance(25) ? place : isHostile ? number(0...(line.count - 1)) : number(0...place)
        return [
            Expect(criterion, "Good enough", atGateOf: .at(.phase(source))).change,
            LoopBack(
                ID(stringLiteral: name), from: .phase(source), to: .phase(line[target].id),
                while: ObligationReference(criterion), atMost: number(1...2)
            ).change,
        ]
    }

    private mutating func compression(_ name: String) -> Change {
        let from = number(0...(line.count - 1))
        let through = min(line.count - 1, from + number(0...2))
        var compress = Compress(
            from: anchor(from), through: anchor(through), into: ID(stringLiteral: name), "Compressed \(name)")
        if let owed = criteria.last(where: { criterion in line[from...through].contains { $0.id == criterion.phase } }),
            chance(50), through + 1 < line.count
        {
            compress = compress.deferring(
                ObligationReference(owed.id), to: .phase(line[number((through + 1)...(line.count - 1))].id))
        }
        return compress.change
    }

    private mutating func waiver() -> [Change] {
        guard !criteria.isEmpty else { return [] }
        return [Waive(ObligationReference(pick(criteria).id), because: "drawn", onAuthorityOf: "chance").change]
    }

    private mutating func perform(_ name: String, _ place: Int) -> Change {
        let perform = Perform(ID(stringLiteral: name), "Perform \(name)", during: .at(.phase(line[place].id)))
        return (chance(30) ? perform.when(pick(Self.triggers)) : perform).change
    }
}
