import PhaseLoom
import PhaseLoomFormats

extension OptionSyntax {
    static let format = OptionSyntax(
        name: "format", value: ValueSyntax("F", .format), help: "The format, the first of them if none is given")
    static let view = OptionSyntax(
        name: "view", value: ValueSyntax("V", .view),
        help: "Tell it by pillars, or in the words of a base, as text, JSON or Markdown")
}

extension Command {
    /// Shows a composed sequence.
    static let show = Command(
        syntax: CommandSyntax(
            name: "show", summary: "Show the sequence that a base and overlays amount to",
            discussion: [
                "Without an overlay it is the base sequence itself. The order in which overlays are named makes no "
                    + "difference. In an option's value a comma is written '\\,' and a backslash '\\\\'.",
                "Overlays that contradict each other give no sequence but a list of the conflicts; the exit status is "
                    + "1 then, and also when the sequence cannot run.",
            ],
            arguments: [.overlays], options: [.format, .view, .output] + OptionSyntax.common,
            examples: [
                .init("show", "Draws the standard sequence."),
                .init("show smart-building cctv:retention=90", "Draws it with two overlays, one with an option."),
                .init("show cctv --view pillars", "Tells its phases by the five pillars."),
                .init("show --overlay-file own.json --format markdown -o plan.md", "Documents it with an own overlay."),
            ])
    ) { invocation throws(CommandFailure) in try invocation.show() }
}

extension Invocation {
    func show() throws(CommandFailure) -> ExitStatus {
        let formats = tool.renderers
        let name = arguments.value(.format)
        guard let renderer = formats.first(where: { $0.format == name ?? $0.format }) else {
            throw .usage("there is no format '\(name?.excerpt ?? "")'")
        }
        let sequence: ComposedSequence
        let composition = try composition()
        do throws(ConflictReport) {
            sequence = try composition.compose()
        } catch {
            if let path = arguments.value(.output), path != "-" { console.say(["nothing is written to '\(path)'"]) }
            return try refuse(error, inJSON: renderer.format == "json")
        }
        let toFile = arguments.value(.output).map { $0 != "-" } ?? false
        let surface = toFile ? Surface(columns: fileColumns) : surface
        if let name = arguments.value(.view) {
            try deliver(try view(SequenceView(of: sequence, under: outline(named: name)), as: renderer.format, surface))
        } else {
            try deliver(renderer.render(sequence, for: surface))
        }
        return verdict(on: sequence)
    }

    private func outline(named name: String) throws(CommandFailure) -> Outline {
        if let outline = Outline.shipped.first(where: { $0.id.text == name }) { return outline }
        do throws(InvalidValue) {
            return try Outline(of: tool.catalogue.base(named: name))
        } catch {
            throw .usage(error.description)
        }
    }

    private func view(_ view: SequenceView, as format: String, _ surface: Surface) throws(CommandFailure) -> String {
        switch format {
        case "text", "brief": ViewText(page: Page(surface)).render(view)
        case "json": ViewJSON.write(view)
        case "markdown": ViewMarkdown.write(view)
        default: throw .usage("there are no views in '\(format)': use 'text', 'json' or 'markdown'")
        }
    }

    /// The width of text in a file, which has no terminal.
    private var fileColumns: Int {
        var environment = environment
        environment.terminalColumns = nil
        return environment.columns
    }
}
