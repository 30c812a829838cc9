import PhaseLoom

/// Writes explanations for people.
struct ExplanationText {
    let page: Page

    func render(_ explanations: [Explanation]) -> String { explanations.map(render).joined(separator: "\n") }

    private func render(_ explanation: Explanation) -> String {
        let head = page.styled(explanation.name, .bold)
        var text = "\(explanation.kind.rawValue) \(head)\n"
        if !explanation.title.isEmpty { text += page.paragraph(explanation.title, indent: 2) }
        text += part("here because", explanation.reasons)
        text += part("in its place because", explanation.position)
        return text + part(explanation.kind == .overlay ? "it demands" : "touched by", explanation.influences)
    }

    private func part(_ title: String, _ reasons: [Explanation.Reason]) -> String {
        guard !reasons.isEmpty else { return "" }
        var text = "  " + page.styled(title, .dim) + "\n"
        for reason in reasons {
            let parties = reason.by.map(\.text).joined(separator: ", ")
            let cites = reason.cites.isEmpty ? "" : " (\(reason.cites.joined(separator: "; ")))"
            text += page.paragraph("\(parties): \(reason.text)\(cites)", indent: 4, hanging: true)
        }
        return text
    }
}
