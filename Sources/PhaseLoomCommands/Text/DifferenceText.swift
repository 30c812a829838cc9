import PhaseLoom

/// Writes the difference between two sequences for people.
struct DifferenceText {
    let page: Page

    func render(_ difference: SequenceDiff) -> String {
        guard !difference.isEmpty else { return "No difference.\n" }
        return summary(difference) + "\n" + difference.changes.map(change).joined()
    }

    private func summary(_ difference: SequenceDiff) -> String {
        let count = { kind in difference.changes.count { $0.kind == kind } }
        return "\(count(.added)) added, \(count(.removed)) removed, \(count(.changed)) changed\n"
    }

    private func change(_ change: SequenceDiff.Change) -> String {
        let (sign, style): (String, Page.Style) =
            switch change.kind {
            case .added: ("+", .added)
            case .removed: ("-", .removed)
            case .changed: ("~", .changed)
            }
        let parties = "(\(change.by.map(\.text).joined(separator: ", ")))"
        var text = page.styled("\(sign) \(change.element)", style) + " " + page.styled(parties, .dim) + "\n"
        for field in change.fields { text += page.paragraph(line(field, change.kind), indent: 4, hanging: true) }
        return text
    }

    private func line(_ field: SequenceDiff.Field, _ kind: SequenceDiff.Kind) -> String {
        switch kind {
        case .added: "\(field.name): \(field.new)"
        case .removed: "\(field.name): \(field.old)"
        case .changed: "\(field.name): \(quoted(field.old)) -> \(quoted(field.new))"
        }
    }

    private func quoted(_ value: String) -> String { value.isEmpty ? "none" : "'\(value)'" }
}
