public import PhaseLoom

/// The collector `classification/accountability`: looks for deliverables without one accountable party, and for
/// accountability that changed hands without a handoff.
///
/// Phases come in the order in which the table first names them. A party that is accountable for a deliverable in one
/// phase stays so in the next, unless a handoff of that deliverable from the one to the other was accepted at that phase.
public struct AccountabilityCheck: Collector {
    /// The name by which it is asked for.
    public static let id: ID = "accountability"
    /// What it does.
    public static let help =
        "Looks for deliverables without exactly one accountable party, and for changes without a handoff."
    /// The options that it takes.
    public static let options = [file.descriptor, handoffs.descriptor]
    static let file = OverlayOption.file(
        "file", help: "the table: phase, deliverable, party, role (R, A, C or I)")
    static let handoffs = OverlayOption.file(
        "handoffs", help: "the table of handoffs: phase, deliverable, from, to, accepted-by, date")

    private let values: OptionValues

    /// Makes the collector of checked option values; all of them go together.
    public init(_ values: OptionValues) { self.values = values }

    private enum Role: String, CaseIterable {
        case responsible = "R"
        case accountable = "A"
        case consulted = "C"
        case informed = "I"
    }

    private struct Part {
        let phase: String
        let deliverable: String
        let party: String
        let role: Role
    }

    private struct Handoff: Hashable {
        let phase: String
        let deliverable: String
        let from: String
        let to: String
    }

    /// A deliverable in a phase, with the parties that are accountable for it.
    private struct Cell {
        let phase: String
        let deliverable: String
        let parties: [String]

        var place: String { "\(phase)/\(deliverable)" }
    }

    /// Reads both tables and counts what is wrong.
    public func collect(in context: CollectorContext) async throws -> CollectorReport {
        let matrix = try Table(
            values[Self.file], columns: ["phase", "deliverable", "party", "role"], in: context)
        let ledger = try Table(
            values[Self.handoffs], columns: ["phase", "deliverable", "from", "to", "accepted-by", "date"],
            mayBeEmpty: true, in: context)
        let parts = try matrix.map { row in
            Part(
                phase: row.text("phase"), deliverable: row.text("deliverable"), party: row.text("party"),
                role: row.choice("role"))
        }
        let handoffs = Set(try ledger.map { row in Self.handoff(&row, Day(context.now)) })
        let cells = Self.cells(parts)
        let orphans = cells.filter(\.parties.isEmpty)
        let shared = cells.filter { $0.parties.count > 1 }
        let changes = Self.changes(cells).filter { !handoffs.contains($0) }
        let table = CollectedEvidence(
            "accountability-matrix", matrix.file,
            measurements: [
                Measurement("unaccountable-deliverables", Double(orphans.count)),
                Measurement("doubly-accountable", Double(shared.count)),
            ],
            findings: orphans.map(Self.orphan) + shared.map(Self.shared))
        let book = CollectedEvidence(
            "handoff-ledger", ledger.file, measurements: [Measurement("unhanded-changes", Double(changes.count))],
            findings: changes.map(Self.change))
        let isClean = orphans.isEmpty && shared.isEmpty && changes.isEmpty
        return CollectorReport(evidence: [table, book], verdict: isClean ? .met : .unmet)
    }

    private static func handoff(_ row: inout TableRow, _ today: Day) -> Handoff {
        _ = row.text("accepted-by")
        let date = row.day("date")
        if date > today { row.note("date", "'\(date)' lies in the future", hint: "give the day of the acceptance") }
        return Handoff(
            phase: row.text("phase"), deliverable: row.text("deliverable"), from: row.text("from"), to: row.text("to"))
    }

    /// The deliverables of each phase, in the order in which the table first names them.
    private static func cells(_ parts: [Part]) -> [Cell] {
        var order: [String: Int] = [:]
        for part in parts where order[part.phase] == nil { order[part.phase] = order.count }
        var seen: Set<[String]> = []
        let places = parts.filter { seen.insert([$0.phase, $0.deliverable]).inserted }
        let groups = Dictionary(grouping: parts) { [$0.phase, $0.deliverable] }
        let ranked = places.enumerated().sorted { one, other in
            (order[one.element.phase] ?? 0, one.offset) < (order[other.element.phase] ?? 0, other.offset)
        }
        return ranked.map { _, place in
            let accountable = groups[[place.phase, place.deliverable]]?.filter { $0.role == .accountable } ?? []
            return Cell(
                phase: place.phase, deliverable: place.deliverable, parties: Set(accountable.map(\.party)).sorted())
        }
    }

    /// The places at which the only accountable party differs from that of the phase before.
    private static func changes(_ cells: [Cell]) -> [Handoff] {
        var holders: [String: String] = [:]
        return cells.compactMap { cell in
            guard cell.parties.count == 1, let party = cell.parties.first else { return nil }
            let before = holders.updateValue(party, forKey: cell.deliverable)
            guard let before, before != party else { return nil }
            return Handoff(phase: cell.phase, deliverable: cell.deliverable, from: before, to: party)
        }
    }

    // MARK: findings

    private static func orphan(_ cell: Cell) -> CollectedFinding {
        CollectedFinding(
            "unaccountable", .error, "nobody is accountable for '\(cell.deliverable)' in '\(cell.phase)'",
            subject: cell.place, hint: "give one party the role A")
    }

    private static func shared(_ cell: Cell) -> CollectedFinding {
        CollectedFinding(
            "doubly-accountable", .error,
            "\(cell.parties.map { "'\($0)'" }.joined(separator: " and ")) are accountable for '\(cell.deliverable)'",
            subject: cell.place, hint: "leave the role A to one of them")
    }

    private static func change(_ change: Handoff) -> CollectedFinding {
        CollectedFinding(
            "unhanded-change", .error,
            "'\(change.deliverable)' goes from '\(change.from)' to '\(change.to)' without a handoff",
            subject: "\(change.phase)/\(change.deliverable)", hint: "record who accepted it, and when")
    }
}
