public import PhaseLoom

/// Writes a sequence as a Mermaid flowchart, which GitHub, GitLab and many wikis draw.
///
/// Tracks are subgraphs, conditional phases are hexagons with a dashed border, loops are dashed edges with their limit,
/// and each overlay that brought phases is a class with its colour.
public struct MermaidRenderer: Renderer {
    /// The name of the format.
    public let format = "mermaid"

    /// Makes the renderer.
    public init() {}

    /// Writes a sequence; the surface makes no difference.
    ///
    /// - Complexity: O(*n*) in the elements of the sequence.
    public func render(_ sequence: ComposedSequence, for surface: Surface) -> String {
        let diagram = Diagram(sequence)
        var lines = ["flowchart TD"]
        for (place, group) in diagram.groups.enumerated() {
            let nodes = group.phases.compactMap { node($0, diagram) }
            if let title = group.title {
                lines += ["  subgraph t\(place + 1)[\"\(title.mermaid)\"]"] + nodes.map { "    \($0)" } + ["  end"]
            } else {
                lines += nodes.map { "  \($0)" }
            }
        }
        lines += diagram.edges.map { "  \($0.from) --> \($0.to)" }
        lines += sequence.loops.compactMap { loop in
            guard let from = diagram.node(loop.from), let to = diagram.node(loop.to) else { return nil }
            return "  \(from) -.->|\"\(diagram.label(loop).mermaid)\"| \(to)"
        }
        lines += classes(diagram)
        return lines.map { $0 + "\n" }.joined()
    }

    private func node(_ phase: ComposedPhase, _ diagram: Diagram) -> String? {
        guard let name = diagram.node(phase.id) else { return nil }
        let label = diagram.label(phase).map(\.mermaid).joined(separator: "<br/>")
        return phase.condition.isAlways ? "\(name)[\"\(label)\"]" : "\(name){{\"\(label)\"}}"
    }

    private func classes(_ diagram: Diagram) -> [String] {
        let phases = diagram.sequence.phases
        var lines: [String] = []
        func assign(_ members: [ComposedPhase], _ name: String, _ style: String) {
            let nodes = members.compactMap { diagram.node($0.id) }
            if nodes.isEmpty { return }
            lines += ["  classDef \(name) \(style)", "  class \(nodes.joined(separator: ",")) \(name)"]
        }
        for (place, author) in diagram.authors.enumerated() {
            let colour = diagram.colour(of: place)
            lines.append("  %% o\(place + 1): \(author)")
            assign(
                phases.filter { Diagram.author($0) == author }, "o\(place + 1)",
                "fill:\(colour.fill),stroke:\(colour.border),color:#000")
        }
        assign(phases.filter { !$0.condition.isAlways }, "conditional", "stroke-dasharray:5 4")
        return lines
    }
}

extension String {
    /// The text inside a quoted label: what could end it, or mean markup in it, becomes an entity by number.
    var mermaid: String {
        var result = ""
        for scalar in sanitised.unicodeScalars {
            switch scalar {
            case "\"", "#", "&", "<", ">", "`", "\\", "[", "]", "{", "}", "(", ")", "|", ";", "*", "_", "%", "$", "@":
                result += "#\(scalar.value);"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
