public import PhaseLoom

/// Invents overlays for property tests: insertions, orders, bounds, statuses, loops, compressions, interactions.
///
/// The overlays draw their identifiers from a small pool, so that they share elements and tighten each other's bounds;
/// how often they contradict each other is a matter of friction. The same seed gives the same overlays.
public struct OverlayGenerator: Sendable {
    private var random: SeededGenerator
    private let friction: Double

    /// Starts inventing.
    ///
    /// - Parameters:
    ///   - seed: any number.
    ///   - friction: how likely a change is to contradict others or to aim at what does not exist, from 0 to 1.
    public init(seed: UInt64, friction: Double = 0.05) {
        random = SeededGenerator(seed: seed)
        self.friction = friction
    }

    /// Invents a set of overlays.
    ///
    /// - Parameters:
    ///   - count: how many.
    ///   - changes: how many changes each has, besides those it makes in company.
    /// - Returns: overlays `overlay-0`, `overlay-1` and so on.
    public mutating func overlays(_ count: Int, changes: ClosedRange<Int> = 1...6) -> [DeclarativeOverlay] {
        (0..<count).map { overlay(ID("overlay-\($0)"), among: count, changes: Int.random(in: changes, using: &random)) }
    }

    private mutating func overlay(_ id: ID, among count: Int, changes: Int) -> DeclarativeOverlay {
        var body = OverlayBody()
        for _ in 0..<changes { body.changes.append(change()) }
        if chance(0.3) {
            let other = ID("overlay-\(Int.random(in: 0..<count, using: &random))")
            body.interactions.append(Together(with: [other], changes: [change(), change()]))
        }
        let requires = chance(friction / 4) ? [ID("overlay-\(Int.random(in: 0..<count, using: &random))")] : []
        let excludes = chance(friction / 4) ? [ID("overlay-\(Int.random(in: 0..<count, using: &random))")] : []
        return DeclarativeOverlay(
            identity: OverlayIdentity(
                id: id, title: "Overlay \(id)", summary: "Invented for a property test.", cites: ["Source of \(id)"],
                requires: requires, excludes: excludes.filter { $0 != id }),
            body: body)
    }

    /// Invents one change.
    public mutating func change() -> Change {
        var change =
            switch Int.random(in: 0..<17, using: &random) {
            case 0...4: insert()
            case 5, 6: activity()
            case 7, 8: criterion()
            case 9: entry()
            case 10: Limit(obligation(), to: interval()).change
            case 11: order()
            case 12: loop()
            case 13: compression()
            case 14: Waive(obligation(), because: "it is covered elsewhere", onAuthorityOf: "board").change
            case 15: Produce(artifact(), in: target()).change
            default: chance(0.5) ? declaration() : Consume(artifact(), in: target()).change
            }
        if chance(0.2) { change = change.citing("Clause \(Int.random(in: 1...9, using: &random))") }
        if !chance(friction) { change = change.ifPresent() }
        return change
    }

    private mutating func insert() -> Change {
        let number = Int.random(in: 0..<8, using: &random)
        let title = chance(friction / 2) ? "Another phase \(number)" : "Phase \(number)"
        var insert = Insert(ID("phase-\(number)"), title)
        if chance(friction) {
            insert = insert.after(anchor()).before(anchor())
        } else {
            if chance(0.9) { insert = insert.after(point(0...number)) }
            if chance(0.7) { insert = insert.before(point((number + 1)...8)) }
            if number > 0, chance(0.3) { insert = insert.after(phase(0..<number)) }
        }
        if number % 3 == 0 { insert = insert.onTrack(ID("track-\(number / 3)")) }
        if chance(0.4) { insert = insert.consuming(artifact()) }
        if chance(0.6) { insert = insert.producing(artifact()) }
        if chance(0.2) { insert = insert.when(trigger()) }
        return insert.change
    }

    private mutating func activity() -> Change {
        let number = Int.random(in: 0..<5, using: &random)
        var perform = Perform(ID("activity-\(number)"), "Activity \(number)", during: target())
        if number > 0, chance(0.3) {
            perform = perform.after(ID("activity-\(Int.random(in: 0..<number, using: &random))"))
        }
        if chance(0.1) { perform = perform.when(trigger()) }
        return perform.change
    }

    private mutating func criterion() -> Change {
        let number = Int.random(in: 0..<6, using: &random)
        var expect = Expect(ID("criterion-\(number)"), "Criterion \(number) is met", atGateOf: target())
        if number < 3 { expect = expect.measured(ID("measure-\(number)"), interval(), unit: "d") }
        if number == 3 { expect = expect.signed("artifact-3", by: "client", separately: chance(friction)) }
        if number == 2 { expect = expect.proven(by: alternatives()) }
        if number > 3 { expect = expect.needing(ID("artifact-\(number)")) }
        if number > 4 { expect = expect.mandated() }
        if chance(friction) { expect = expect.deferred(to: .closeout) }
        return expect.change
    }

    /// Two ways to show one thing, in either order.
    private mutating func alternatives() -> Proof {
        let ways: [Proof] = [
            .all([.present("statement-of-work"), .signed("artifact-2", by: "client", separately: true)]),
            .measured(Bound("measure-9", .atMost(chance(friction) ? 5 : 9)), of: "artifact-5"),
        ]
        return .any(chance(0.5) ? ways : ways.reversed())
    }

    private mutating func entry() -> Change {
        let number = Int.random(in: 0..<3, using: &random)
        var require = Require(ID("entry-\(number)"), "Requirement \(number) holds", toEnter: target())
            .needing(ID("artifact-\(number)"))
        if number == 2 { require = require.proven(by: .signed("artifact-2", by: "engineer", separately: true)) }
        return (chance(0.2) ? require.mandated() : require).change
    }

    private mutating func loop() -> Change {
        let ends = [Anchor.assessment, .scoping, .design, .execution, .validation]
        let source = Int.random(in: 1..<ends.count, using: &random)
        let criteria: [ObligationReference] = [
            "baseline-recorded", "statement-signed", "design-complete", "build-traced", "report-signed",
        ]
        return LoopBack(
            ID("loop-\(source)"), from: ends[source], to: ends[Int.random(in: 0...source, using: &random)],
            while: criteria[source], atMost: Int.random(in: 1...5, using: &random)
        ).change
    }

    private mutating func compression() -> Change {
        let points = ExtensionPoint.allCases
        // Intervals around the same middle are nested.
        let reach = Int.random(in: 0...3, using: &random)
        let first = chance(friction) ? Int.random(in: 0...4, using: &random) : 4 - reach
        let last = Swift.max(first, chance(friction) ? 6 : 4 + reach / 2)
        let compress = Compress(
            from: .point(points[first]), through: .point(points[last]), into: ID("short-\(first)-\(last)"), "Short form"
        )
        return chance(0.3)
            ? compress.deferring(obligation(), to: .closeout).change : compress.change
    }

    private mutating func declaration() -> Change {
        let number = Int.random(in: 0..<6, using: &random)
        if number < 2 { return Track(ID("track-\(number)"), "Track \(number)").change }
        return Artifact(ID("artifact-\(number)"), "Artifact \(number)").change
    }

    private mutating func trigger() -> Trigger {
        let number = Int.random(in: 0..<3, using: &random)
        return Trigger(ID("trigger-\(number)"), "Trigger \(number) fires")
    }

    private mutating func order() -> Change {
        if chance(friction) { return Order(anchor(), before: anchor()).change }
        let first = Int.random(in: 0..<7, using: &random)
        return Order(phase(first..<(first + 1)), before: phase((first + 1)..<8)).change
    }

    private mutating func anchor() -> Anchor {
        if chance(friction) { return "no-such-phase" }
        return chance(0.4) ? phase(0..<8) : point(0...8)
    }

    private mutating func phase(_ numbers: Range<Int>) -> Anchor {
        .phase(ID("phase-\(Int.random(in: numbers, using: &random))"))
    }

    private mutating func point(_ ranks: ClosedRange<Int>) -> Anchor {
        .point(ExtensionPoint.allCases[Int.random(in: ranks, using: &random)])
    }

    private mutating func target() -> Target {
        switch Int.random(in: 0..<10, using: &random) {
        case 0: .every
        case 1: .track(ID("track-\(Int.random(in: 0..<3, using: &random))"))
        case 2: .producing(artifact())
        default: .at(anchor())
        }
    }

    private mutating func artifact() -> ID {
        chance(0.3)
            ? ["baseline-record", "statement-of-work", "test-report"].randomElement(using: &random) ?? "runbook"
            : ID("artifact-\(Int.random(in: 0..<6, using: &random))")
    }

    private mutating func obligation() -> ObligationReference {
        if chance(friction) { return "no-such-criterion" }
        return chance(0.6)
            ? ObligationReference(ID("criterion-\(Int.random(in: 0..<5, using: &random))")) : "design/design-reviewed"
    }

    private mutating func interval() -> Interval {
        switch Int.random(in: 0..<10, using: &random) {
        case 0...5: .atLeast(Double(Int.random(in: 0...40, using: &random)))
        case 6...8: .atMost(Double(Int.random(in: (chance(friction) ? 10 : 40)...90, using: &random)))
        default: .within(10...60)
        }
    }

    private mutating func chance(_ probability: Double) -> Bool {
        Double.random(in: 0..<1, using: &random) < probability
    }
}
