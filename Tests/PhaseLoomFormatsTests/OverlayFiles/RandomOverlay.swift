import PhaseLoom
import PhaseLoomTesting

/// Makes random overlays that use every feature of the language, with no element declared twice.
struct RandomOverlay {
    private var generator: SeededGenerator
    private var serial = 0

    init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

    mutating func overlay() -> DeclarativeOverlay {
        let identity = OverlayIdentity(
            id: id(), version: text(), title: text(), summary: Bool.random(using: &generator) ? "" : text(),
            cites: many { $0.text() }, requires: many { $0.id() }, excludes: many { $0.id() })
        let names = many { $0.text() }
        let options = Dictionary(names.map { ($0, text()) }) { first, _ in first }
        let body = OverlayBody(
            changes: changes(), interactions: many { Together(with: $0.many { $0.id() }, changes: $0.changes()) })
        return DeclarativeOverlay(identity: identity, options: options, body: body)
    }

    private mutating func changes() -> [Change] {
        (0..<number(12)).map { _ in
            Change(operation(), cites: many { $0.text() }, ifPresent: number(4) == 0)
        }
    }

    private mutating func operation() -> Change.Operation {
        switch number(13) {
        case 0: .insert(insert())
        case 1: .perform(Perform(newID(), text(), during: target()).after(many { $0.id() }).when(many { $0.trigger() }))
        case 2: .require(require())
        case 3: .expect(expect())
        case 4: .limit(Limit(reference(), to: interval()))
        case 5: .order(Order(anchor(), before: anchor()))
        case 6: .loopBack(loop())
        case 7: .compress(compress())
        case 8: .waive(Waive(reference(), because: text(), onAuthorityOf: text()))
        case 9: .produce(Produce(many { $0.id() }, in: target()))
        case 10: .consume(Consume(many { $0.id() }, in: target()))
        case 11: .artifact(maybe(Artifact(newID(), text())) { $0.broughtToTheEngagement() })
        default: .track(Track(newID(), text()))
        }
    }

    private mutating func insert() -> Insert {
        maybe(Insert(newID(), text())) { [track = id()] in $0.onTrack(track) }
            .after(many { $0.anchor() }).before(many { $0.anchor() }).consuming(many { $0.id() })
            .producing(many { $0.id() }).holding(many { $0.pick(ExtensionPoint.allCases, .design) })
            .when(many { $0.trigger() })
    }

    private mutating func require() -> Require {
        let require = Require(newID(), text(), toEnter: target()).needing(many { $0.id() })
            .proven(by: many { $0.proof() }.first)
        return maybe(require) { $0.mandated() }
    }

    mutating func proof(levels: Int = 4) -> Proof {
        switch number(levels > 1 ? 6 : 3) {
        case 0: .present(id())
        case 1: .signed(id(), by: id(), separately: number(2) == 0)
        case 2: .measured(bound(), of: many { $0.id() }.first)
        case 3: .all((0...number(3)).map { _ in proof(levels: levels - 1) })
        default: .any((0...number(3)).map { _ in proof(levels: levels - 1) })
        }
    }

    private mutating func expect() -> Expect {
        let expect = Expect(newID(), text(), atGateOf: target()).needing(many { $0.id() })
            .proven(by: many { $0.proof() }.first).measured(many { $0.bound() }.first).deferred(
                to: many { $0.anchor() }.first)
        return maybe(expect) { $0.mandated() }
    }

    private mutating func loop() -> LoopBack {
        LoopBack(
            newID(), from: anchor(), to: anchor(), while: reference(), reference(),
            atMost: pick([1, 5, 1_000_000, .max, .max - 1], 2))
    }

    private mutating func compress() -> Compress {
        let references = many { $0.reference() }
        return references.reduce(Compress(from: anchor(), through: anchor(), into: newID(), text())) {
            $0.deferring($1, to: anchor())
        }
    }

    private mutating func trigger() -> Trigger {
        Trigger(id(), text(), needs: many { $0.id() }, bound: many { $0.bound() }.first)
    }

    private mutating func bound() -> Bound { Bound(id(), interval(), unit: many { $0.text() }.first) }

    private mutating func interval() -> Interval {
        let ends = [double(), double()].sorted()
        return switch number(4) {
        case 0: .unbounded
        case 1: .atLeast(ends[0])
        case 2: .atMost(ends[1])
        default: .within(ends[0]...ends[1])
        }
    }

    private mutating func double() -> Double {
        switch number(4) {
        case 0: Double(number(1000))
        case 1: Double.random(in: -1...1, using: &generator)
        case 2: pick([0, -0.0, 5e-300, .greatestFiniteMagnitude, .leastNonzeroMagnitude, 0.1, 1e16, -1e21], 0)
        default: finite(Double(bitPattern: generator.next()))
        }
    }

    private func finite(_ value: Double) -> Double { value.isFinite ? value : 1 }

    private mutating func target() -> Target {
        switch number(4) {
        case 0: .every
        case 1: .track(id())
        case 2: .producing(id())
        default: .at(anchor())
        }
    }

    private mutating func anchor() -> Anchor {
        number(2) == 0 ? .phase(id()) : .point(pick(ExtensionPoint.allCases, .design))
    }

    private mutating func reference() -> ObligationReference {
        number(2) == 0 ? ObligationReference(id()) : ObligationReference(id(), at: anchor())
    }

    private mutating func id() -> ID { pick(["a", "b-1", "C_2", "0.9", "design", "main", "base", "x"], "y") }

    private mutating func newID() -> ID {
        serial += 1
        return "\(id())\(serial)"
    }

    private mutating func text() -> String {
        let parts = [
            "plain", "\"", "\\", "/", "\u{0}", "\u{1F}", "\r\n", "\t", "é", "e\u{301}", "😀", "\u{FEFF}", "\u{10FFFF}",
            "\u{D7FF}\u{E000}", "{\"a\":[1]}", "\u{7F}", "👩‍👩‍👧",
        ]
        return "t" + (0..<number(4)).map { _ in pick(parts, "") }.joined()
    }

    private mutating func number(_ limit: Int) -> Int { Int.random(in: 0..<limit, using: &generator) }

    private mutating func pick<Value>(_ values: [Value], _ fallback: Value) -> Value {
        values.randomElement(using: &generator) ?? fallback
    }

    private mutating func many<Value>(_ make: (inout RandomOverlay) -> Value) -> [Value] {
        (0..<(number(2) * number(4))).map { _ in make(&self) }
    }

    private mutating func maybe<Value>(_ value: Value, _ edit: (Value) -> Value) -> Value {
        number(2) == 0 ? value : edit(value)
    }
}
