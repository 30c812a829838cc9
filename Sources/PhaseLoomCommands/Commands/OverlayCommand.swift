import PhaseLoom
import PhaseLoomFormats

extension OptionSyntax {
    static let directory = OptionSyntax(
        name: "output", letter: "o", value: ValueSyntax("DIR", .directory),
        help: "Write each overlay to ID.json in this directory, instead of one to standard output")
}

extension Command {
    /// Writes overlays as overlay files.
    static let overlay = Command(
        syntax: CommandSyntax(
            name: "overlay", summary: "Write overlays as overlay files",
            discussion: [
                "An overlay file holds what an overlay with its options amounts to, as JSON that '--overlay-file' "
                    + "reads: a start for an overlay of one's own, or a record of what was agreed."
            ],
            arguments: [
                ArgumentSyntax(
                    value: ArgumentSyntax.overlays.value, help: ArgumentSyntax.overlays.help, isRequired: true,
                    isRepeatable: true)
            ],
            options: [.directory],
            examples: [
                .init("overlay cctv:retention=30", "Prints an overlay with an option."),
                .init("overlay smart-home cctv -o overlays", "Writes 'cctv.json' and 'smart-home.json' there."),
            ])
    ) { invocation throws(CommandFailure) in try invocation.writeOverlays() }
}

extension Invocation {
    func writeOverlays() throws(CommandFailure) -> ExitStatus {
        var overlays: [DeclarativeOverlay] = []
        for specification in try specifications(arguments.positionals) {
            let overlay = try overlay(specification)
            if overlays.contains(where: { $0.identity.id == overlay.identity.id }) {
                throw .usage("'\(overlay.identity.id)' is given twice")
            }
            overlays.append(overlay)
        }
        guard let directory = arguments.value(.directory) else {
            guard let only = overlays.first, overlays.count == 1 else {
                throw .usage("several overlays need a directory: write '-o DIR'")
            }
            try console.answer(OverlayFile.write(only))
            return .yes
        }
        let prefix = directory.hasSuffix("/") ? directory : directory + "/"
        for overlay in overlays { try write(OverlayFile.write(overlay), to: "\(prefix)\(overlay.identity.id).json") }
        return .yes
    }
}
