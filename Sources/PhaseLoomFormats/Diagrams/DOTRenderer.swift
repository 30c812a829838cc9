public import PhaseLoom

/// Writes a sequence in the DOT language, for Graphviz and the many tools that read it.
///
/// Tracks are clusters, conditional phases are hexagons with a dashed border, loops are dashed edges with their limit,
/// and each overlay that brought phases has a colour.
public struct DOTRenderer: Renderer {
    /// The name of the format.
    public let format = "dot"

    /// Makes the renderer.
    public init() {}

    /// Writes a sequence; the surface makes no difference.
    ///
    /// - Complexity: O(*n*) in the elements of the sequence.
    public func render(_ sequence: ComposedSequence, for surface: Surface) -> String {
        let diagram = Diagram(sequence)
        var lines = [
            "digraph \(sequence.title.dot) {",
            "  graph [label=\(sequence.title.dot), labelloc=t, fontname=\"Helvetica\", fontsize=16, nodesep=0.4, newrank=true];",
            "  node [shape=box, style=\"rounded,filled\", fillcolor=\"#ffffff\", color=\"#555555\", "
                + "fontname=\"Helvetica\", fontsize=11, margin=\"0.18,0.1\"];",
            "  edge [color=\"#555555\", fontname=\"Helvetica\", fontsize=9];",
        ]
        for (place, group) in diagram.groups.enumerated() {
            let nodes = group.phases.compactMap { node($0, diagram) }
            if let title = group.title {
                let head = [
                    "subgraph cluster_\(place + 1) {", "  label=\(broken(title).dotLines);",
                    "  style=rounded; color=\"#bbbbbb\"; fontsize=12;",
                ]
                lines += (head + nodes.map { "  \($0)" } + ["}"]).map { "  \($0)" }
            } else {
                lines += nodes.map { "  \($0)" }
            }
        }
        lines += diagram.edges.map { "  \($0.from) -> \($0.to);" }
        lines += sequence.loops.compactMap { loop in
            guard let from = diagram.node(loop.from), let to = diagram.node(loop.to) else { return nil }
            // Written from its target with the head at the tail, so that the layout runs down and leaves the label room.
            return "  \(to) -> \(from) [dir=back, style=dashed, weight=0, label=\(wrapped(diagram.label(loop)))];"
        }
        return (lines + legend(diagram) + ["}"]).map { $0 + "\n" }.joined()
    }

    private func node(_ phase: ComposedPhase, _ diagram: Diagram) -> String? {
        guard let name = diagram.node(phase.id) else { return nil }
        var attributes = ["label=\(diagram.label(phase).flatMap { broken($0) }.dotLines)"]
        if !phase.condition.isAlways { attributes += ["shape=hexagon", "style=\"filled,dashed\""] }
        if let place = Diagram.author(phase).flatMap({ diagram.authors.firstIndex(of: $0) }) {
            let colour = diagram.colour(of: place)
            attributes += ["fillcolor=\"\(colour.fill)\"", "color=\"\(colour.border)\""]
        }
        return "\(name) [\(attributes.joined(separator: ", "))];"
    }

    private func legend(_ diagram: Diagram) -> [String] {
        diagram.authors.enumerated().map { place, author in
            let colour = diagram.colour(of: place)
            return "  o\(place + 1) [label=\(author.text.dot), shape=note, style=filled, "
                + "fillcolor=\"\(colour.fill)\", color=\"\(colour.border)\"];"
        }
    }

    private func broken(_ text: String, at width: Int = 40) -> [String] {
        Wrapping(width: width).lines([Span(text)]).map { $0.map(\.text).joined() }
    }

    private func wrapped(_ text: String) -> String { broken(text, at: 30).dotLines }
}

extension String {
    /// The text as a quoted string of the DOT language, in which escapes of labels have no meaning either.
    var dot: String { [self].dotLines }
}

extension [String] {
    /// The lines as one quoted string of the DOT language, broken between them.
    var dotLines: String {
        "\""
            + map {
                $0.sanitised.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("&", with: "&amp;")
            }
            .joined(separator: "\\n") + "\""
    }
}
