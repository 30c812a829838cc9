public import PhaseLoom

/// Writes a sequence as a Markdown document: a table of the phases, then a section for each with its obligations.
///
/// The tables are those of GitHub Flavored Markdown. Text from overlays is escaped throughout.
public struct MarkdownRenderer: Renderer {
    /// The name of the format.
    public let format = "markdown"

    /// Makes the renderer.
    public init() {}

    /// Writes a sequence; the surface makes no difference.
    ///
    /// - Complexity: O(*n*) in the elements of the sequence, times its phases.
    public func render(_ sequence: ComposedSequence, for surface: Surface) -> String {
        var blocks = head(sequence)
        blocks += sequence.phases.enumerated().flatMap { place, phase in
            MarkdownPhase(sequence: sequence, phase: phase, number: place + 1).blocks
        }
        if !sequence.loops.isEmpty { blocks += [["## Loops"], loops(sequence)] }
        if !sequence.resolutions.isEmpty { blocks += [["## Decisions on conflicts"], decisions(sequence)] }
        blocks += [["## Findings"], findings(sequence)]
        return blocks.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
    }

    private func head(_ sequence: ComposedSequence) -> [[String]] {
        var blocks = [["# \(sequence.title.markdown)"], ["Base \(sequence.base.text.code) · \(sequence.size)"]]
        let entry = sequence.artifacts.filter(\.isEntry).map { "\($0.title.markdown) (\($0.id.text.code))" }
        if !entry.isEmpty { blocks.append(["Begins with " + entry.joined(separator: ", ") + "."]) }
        let overlays = MarkdownTable(
            head: ["Overlay", "Version", "Title", "Options"],
            rows: sequence.overlays.map { overlay in
                let options = overlay.options.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)".markdown }
                let identity = overlay.identity
                return [
                    identity.id.text.code, identity.version.markdown, identity.title.markdown,
                    options.joined(separator: ", "),
                ]
            })
        return blocks + [overlays.lines, summary(sequence).lines]
    }

    private func summary(_ sequence: ComposedSequence) -> MarkdownTable {
        let hasTracks = Set(sequence.phases.map(\.track)).count > 1
        var table = MarkdownTable(head: ["#", "Phase", "Id"] + (hasTracks ? ["Track"] : []) + ["After", "Gate", "By"])
        table.rows = sequence.phases.enumerated().map { place, phase in
            let conditional = phase.condition.isAlways ? "" : " (conditional)"
            let track = hasTracks ? [phase.track.text.code] : []
            return ["\(place + 1)", phase.title.markdown + conditional, phase.id.text.code] + track + [
                phase.after.codes, counted(phase.gate.count, "criterion", "criteria"), phase.attribution.by.codes,
            ]
        }
        return table
    }

    private func loops(_ sequence: ComposedSequence) -> [String] {
        sequence.loops.map { loop in
            "- **\(loop.id.text.markdown)** at the gate of \(loop.from.text.code): \(loop.sentence.markdown). "
                + "By \(loop.attribution.markdown)."
        }
    }

    private func decisions(_ sequence: ComposedSequence) -> [String] {
        sequence.resolutions.map { resolution in
            "- **\(resolution.conflict.markdown)**: what \(resolution.choose.text.code) says stands, decided by "
                + "\(resolution.authority.markdown): \(resolution.reason.markdown)"
        }
    }

    private func findings(_ sequence: ComposedSequence) -> [String] {
        guard !sequence.findings.isEmpty else { return ["Sound: verification found nothing."] }
        let rows = sequence.findings.map { finding in
            [
                finding.severity.rawValue, finding.code.rawValue.code, finding.message.markdown,
                finding.overlays.codes, finding.hint.markdown,
            ]
        }
        return MarkdownTable(head: ["Severity", "Code", "Finding", "By", "What to do"], rows: rows).lines
    }
}

extension [ID] {
    /// The identifiers as code.
    var codes: String { map(\.text.code).joined(separator: ", ") }
}

extension Attribution {
    /// Who, and on which sources.
    var markdown: String {
        cites.isEmpty ? by.codes : "\(by.codes): \(cites.map(\.markdown).joined(separator: "; "))"
    }
}
