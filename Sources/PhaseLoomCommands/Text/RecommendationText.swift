import PhaseLoom

/// Writes a recommendation for people.
struct RecommendationText {
    let page: Page

    func render(_ recommendation: Recommendation, titles: [ID: String]) -> String {
        var text = page.paragraph("Base sequence: \(recommendation.base)", indent: 0)
        text += recommendation.baseReasons.map(reason).joined()
        if let declined = recommendation.declined {
            text += page.paragraph(
                "'\(declined.base)' would fit, but '\(declined.overlay)' demands what must hold before execution opens, "
                    + "and there one phase designs and executes", indent: 2, hanging: true)
        }
        for (verdict, heading) in Self.headings {
            let advice = recommendation.advice.filter { $0.verdict == verdict }
            guard !advice.isEmpty else { continue }
            text += "\n" + page.styled(heading, .bold) + "\n"
            for advice in advice { text += self.advice(advice, titles[advice.overlay] ?? "") }
        }
        text += questions(recommendation)
        let unneeded = recommendation.advice.filter { $0.verdict == .unneeded }.map(\.overlay.text)
        if !unneeded.isEmpty {
            text += "\n" + page.styled("Nothing asks for", .bold) + "\n"
            text += page.paragraph(unneeded.joined(separator: ", "), indent: 2)
        }
        return text
    }

    /// The questions with which facts are gathered.
    func render(_ facts: [Fact]) -> String { facts.map { question($0, deciding: []) }.joined(separator: "\n") }

    private static let headings: [(Advice.Verdict, String)] = [
        (.mandatory, "Demanded by law"), (.contractual, "Demanded by contract"), (.voluntary, "Of use"),
        (.excluded, "Out of place"), (.unknown, "Not decided: see the questions"),
    ]

    private func advice(_ advice: Advice, _ title: String) -> String {
        let name = OverlaySpecification(name: advice.overlay.text, options: advice.options).description
        var text = "  " + page.styled(name, .bold) + "  " + title.safeForTerminal + "\n"
        text += advice.reasons.map(reason).joined()
        if advice.applies, !advice.questions.isEmpty {
            text += page.paragraph("may change with: " + names(advice.questions), indent: 6, hanging: true)
        }
        return text
    }

    private func reason(_ reason: Applicability) -> String {
        let sources = reason.cites.isEmpty ? "" : " (\(reason.cites.joined(separator: "; ")))"
        return page.paragraph("\(reason.reason)\(sources)", indent: 6, hanging: true)
            + page.paragraph("because \(reason.circumstance)", indent: 6, hanging: true)
    }

    private func questions(_ recommendation: Recommendation) -> String {
        let open = recommendation.questions
        guard !open.isEmpty else { return "" }
        return "\n" + page.styled("To be asked", .bold) + "\n"
            + open.map { question($0.fact, deciding: $0.overlays) }.joined()
    }

    private func question(_ fact: Fact, deciding overlays: [ID]) -> String {
        var text = "  " + page.styled(fact.id.text, .bold) + "\n" + page.paragraph(fact.question, indent: 6)
        text += page.paragraph(Self.values(of: fact), indent: 6, hanging: true)
        if !overlays.isEmpty {
            text += page.paragraph("decides: " + overlays.map(\.text).joined(separator: ", "), indent: 6, hanging: true)
        }
        return text
    }

    private static func values(of fact: Fact) -> String {
        let words = fact.choices.map { "'\($0.word)' (\($0.meaning))" }.joined(separator: ", ")
        return switch fact.kind {
        case .flag: "true or false"
        case .number(let unit): "a number\(unit.map { " of \($0)" } ?? "")"
        case .word: "one of \(words)"
        case .words: "a list of \(words)"
        case .names: "a list of identifiers"
        }
    }

    private func names(_ facts: [Fact]) -> String { facts.map(\.id.text).joined(separator: ", ") }
}
