@testable import PhaseLoom
import PhaseLoomTesting

/// Invents events of every kind, with texts that are hard to write and numbers at their limits.
struct RandomEvent {
    private var generator: SeededGenerator

    init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

    mutating func event(_ number: Int) -> Event {
        Event(number: number, time: time(), actor: text(), content: content(Int.random(in: 0..<22, using: &generator)))
    }

    /// Content of the kind at a place from 0 to 21.
    mutating func content(_ kind: Int) -> Event.Content {
        switch kind {
        case 0: .started(Start(engagement: "e", title: text(), plan: plan(), incident: maybe { $0.incident() }))
        case 1: .opened(phase: id(), attempt: integer(), entry: list { $0.decision() })
        case 2: .skipped(phase: id(), reason: text())
        case 3: .recorded(draft(), phase: maybe { $0.id() })
        case 4: .signed(evidence: integer(), role: id(), remark: text())
        case 5: .performed(phase: id(), activity: id())
        case 6: .assigned(phase: id(), to: text(), due: maybe { $0.time() })
        case 7: .triggered(trigger: id(), holds: Bool.random(using: &generator), reason: text())
        case 8: .passed(phase: id(), decisions: list { $0.decision() })
        case 9: .refused(phase: id(), decisions: list { $0.decision() }, spent: list { $0.id() })
        case 10:
            .waived(
                WaiverGrant(
                    phase: id(), obligation: id(), authority: text(), reason: text(), expires: maybe { $0.time() }))
        case 11: .looped(loop: id(), reopened: list { $0.id() }, reason: text())
        case 12: .held(reason: text())
        case 13: .resumed(reason: text())
        case 14: .cancelled(reason: text(), authority: text())
        case 15: .closed
        case 16: item().map { .scoped($0) } ?? .closed
        case 17: .worked(item: id(), phase: id())
        case 18: order().map { .ordered($0) } ?? .closed
        case 19: .approved(order: id(), authority: text(), reopened: list { $0.id() })
        case 20: .rejected(order: id(), authority: text(), reason: text())
        default:
            .amended(
                Amended(
                    plan: plan(), reason: text(), authority: text(), order: maybe { $0.id() },
                    incident: maybe { $0.incident() }, reopened: list { $0.id() }, owed: list { $0.debt() }))
        }
    }

    private mutating func maybe<Value>(_ make: (inout RandomEvent) -> Value) -> Value? {
        Bool.random(using: &generator) ? make(&self) : nil
    }

    private mutating func list<Value>(_ make: (inout RandomEvent) -> Value) -> [Value] {
        (0..<Int.random(in: 0...3, using: &generator)).map { _ in make(&self) }
    }

    private static let texts = [
        "", " ", "plain", "say \"hi\" \\ / \u{8}\u{C}\n\r\t", "\u{0}\u{1F}\u{7F}", "é e\u{301} ﷺ 漢字 🎥👩🏽‍🚀",
        "\u{2028}\u{2029}\u{FEFF}",
        "{\"a\":[1,2]}", "null", "\u{10FFFF}", "=1+1", String(repeating: "x", count: 300),
    ]

    private mutating func text() -> String { Self.texts.randomElement(using: &generator) ?? "" }

    private mutating func id() -> ID {
        let ids: [ID] = ["a", "design", "a-b_c.d", "0", "Z9", ID(stringLiteral: String(repeating: "n", count: 128))]
        return ids.randomElement(using: &generator) ?? "a"
    }

    private mutating func integer() -> Int { [0, 1, 7, .max, .min, -1].randomElement(using: &generator) ?? 0 }

    private mutating func time() -> Timestamp {
        let range = Timestamp.range
        let special = [range.lowerBound, range.upperBound, Timestamp(milliseconds: 0), Timestamp(milliseconds: -1)]
        return maybe { _ in () } == nil
            ? special.randomElement(using: &generator) ?? range.lowerBound
            : Timestamp(
                milliseconds: Int64.random(
                    in: range.lowerBound.milliseconds...range.upperBound.milliseconds, using: &generator))
    }

    private mutating func number() -> Double {
        let special: [Double] = [
            0, 1, -1.5, 0.1, 1e300, .leastNonzeroMagnitude, 123_456_789.123, 1e15, 1e16, 2.5e-7,
            .greatestFiniteMagnitude,
        ]
        return maybe { _ in () } == nil
            ? special.randomElement(using: &generator) ?? 0 : Double.random(in: -1e6...1e6, using: &generator)
    }

    private mutating func digest() -> Digest { Digest(of: Array(text().utf8)) }

    private mutating func plan() -> PinnedPlan {
        PinnedPlan(
            digest: digest(), document: digest(), base: id(), overlays: list { $0.overlay() }, coded: list { $0.id() })
    }

    private mutating func overlay() -> PinnedOverlay {
        PinnedOverlay(id: id(), version: text(), options: Dictionary(list { ($0.text(), $0.text()) }) { $1 })
    }

    private mutating func incident() -> Incident {
        Incident(id: id(), summary: text(), detected: time(), record: digest(), workDue: maybe { $0.time() })
    }

    private mutating func subject() -> Decision.Subject {
        switch Int.random(in: 0..<3, using: &generator) {
        case 0: .obligation(id())
        case 1: .artifact(id())
        default: .predecessor(id())
        }
    }

    private mutating func decision() -> Decision {
        Decision(
            phase: id(), subject: subject(),
            judgement: Judgement(
                Verdict.allCases.randomElement(using: &generator) ?? .met, list { $0.text() },
                evidence: list { $0.integer() }), waivedBy: maybe { $0.text() })
    }

    private mutating func debt() -> Debt { Debt(phase: id(), subject: subject(), due: maybe { $0.time() }) }

    private mutating func items() -> [ScopeItem] {
        list { $0.item() }.compactMap(\.self)
    }

    private mutating func item() -> ScopeItem? {
        try? ScopeItem(id(), text(), cost: number().magnitude, days: number().magnitude)
    }

    private mutating func order() -> ChangeOrder? {
        try? ChangeOrder(
            id(), finding: text(), adds: items(), removes: list { $0.id() }, cost: number(), days: number())
    }

    private mutating func draft() -> EvidenceDraft {
        EvidenceDraft(
            artifact: id(), digest: digest(), file: maybe { $0.text() }, size: integer(),
            measurements: list { draw in
                Measurement(draw.id(), draw.maybe { $0.number() }, unit: draw.maybe { $0.text() })
            }, findings: list { $0.finding() }, collector: maybe { $0.text() }, validFrom: maybe { $0.time() },
            validUntil: maybe { $0.time() })
    }

    private mutating func finding() -> CollectedFinding {
        CollectedFinding(
            id(), Finding.Severity.allCases.randomElement(using: &generator) ?? .note, text(), subject: text(),
            hint: text())
    }
}
