import PhaseLoom

/// Writes what a collector brought for people.
struct EvidenceText {
    let page: Page

    func render(_ report: CollectorReport, of collector: String) -> String {
        var text = page.styled(collector, .bold) + ": \(report.verdict.rawValue)\n"
        for evidence in report.evidence { text += item(evidence.draft) }
        for finding in report.findings { text += line(finding, indent: 2) }
        return text
    }

    private func item(_ draft: EvidenceDraft) -> String {
        let file = draft.file.map { "  \($0), \(draft.size) \(draft.size == 1 ? "byte" : "bytes")" } ?? ""
        var text = "  " + page.styled(draft.artifact.text, .bold) + file.safeForTerminal + "\n      \(draft.digest)\n"
        if let from = draft.validFrom { text += "      valid from \(from)\n" }
        if let until = draft.validUntil { text += "      valid until \(until)\n" }
        for measurement in draft.measurements { text += page.paragraph("\(measurement)", indent: 6) }
        for finding in draft.findings { text += line(finding, indent: 6) }
        return text
    }

    private func line(_ finding: CollectedFinding, indent: Int) -> String {
        // Many messages name what they are about; the others need it before them.
        let isNamed = finding.subject.isEmpty || finding.message.contains(finding.subject)
        let about = isNamed ? finding.message : "\(finding.subject): \(finding.message)"
        let message = "\(finding.severity.rawValue) \(finding.code): \(about): \(finding.hint)"
        return page.paragraph(message, indent: indent, hanging: true)
    }
}
