/// Writes the table as a page of the documentation.
enum TraceabilityPage {
    /// The titles of the source documents, by their numbers.
    static let documents = [
        "Process Framework for Technology Services", "How Technology Services Works",
        "Industry Standards and Best Practices", "Technology Services: Frequently Asked Questions",
        "Processes in Technology Services",
    ]

    private static let introduction = """
        # Where every statement lives

        What five documents on the delivery of technology services ask, row by row, and where PhaseLoom has it.

        ## Overview

        A row is one statement of a document, in our own words, under the number of its document and its own. Elements of
        overlays and bases are given as `OWNER/NAME`; an overlay may carry the options with which it has them. An
        interaction `ONE+OTHER` is what the one overlay changes when the other is there. Findings, conflicts and refusals
        are codes, see <doc:ConflictsAndFindings> and <doc:RunAnEngagement>; a metric is a key of
        `phaseloom metrics --json`, a term a word of the <doc:GlossaryOfTerms>, a test a suite that shows the law.
        Tests look up every name, so that no row points at what is not there.

        """

    /// The page of some rows.
    static func text(of rows: [TraceabilityRow]) -> String {
        let tables = documents.enumerated().map { number, title in
            "## \(title)\n\n| Row | What is asked | Where it lives |\n| --- | --- | --- |\n"
                + rows.filter { $0.id.hasPrefix("\(number)-") }.map(line).joined()
        }
        return ([introduction] + tables).joined(separator: "\n")
    }

    private static func line(_ row: TraceabilityRow) -> String {
        let remark = row.remark.map { " (\($0))" } ?? ""
        return "| \(row.id) | \(row.asks) | \(answer(row.answer))\(remark) |\n"
    }

    private static func answer(_ answer: TraceabilityRow.Answer) -> String {
        switch answer {
        case .nothing(let reason): "nothing needed: \(reason)"
        case .gap(let what): "missing: \(what)"
        case .places(let places):
            places.map { "\($0.kind.rawValue) " + $0.names.map { "`\($0)`" }.joined(separator: ", ") }
                .joined(separator: "; ")
        }
    }
}
