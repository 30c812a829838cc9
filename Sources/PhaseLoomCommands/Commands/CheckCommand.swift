import PhaseLoom
import PhaseLoomFormats

extension OptionSyntax {
    static let minimal = OptionSyntax(
        name: "minimal", help: "Of overlays that conflict, report on a smallest set that still does")
}

extension Command {
    /// Checks whether overlays go together and the sequence may run.
    static let check = Command(
        syntax: CommandSyntax(
            name: "check", summary: "Check that overlays go together and that the sequence can run",
            discussion: [
                "Reports every conflict between the overlays, or what verification found in the sequence. The exit "
                    + "status is 1 for a conflict or an error, and 0 when there are only warnings and notes."
            ],
            arguments: [.overlays], options: [.json, .minimal] + OptionSyntax.common,
            examples: [
                .init("check smart-building cctv", "Checks two overlays on the standard sequence."),
                .init("check --overlay-file own.json --json", "Checks an own overlay, for another program."),
                .init("check a b c --minimal", "Finds out which of three overlays clash."),
            ])
    ) { invocation throws(CommandFailure) in try invocation.check() }
}

extension Invocation {
    func check() throws(CommandFailure) -> ExitStatus {
        let composition = try composition()
        if arguments.has(.minimal),
            let clash = composition.base.smallestClash(among: composition.overlays, resolving: composition.resolutions)
        {
            return try report(clash, of: composition)
        }
        return try report(composition)
    }

    private func report(_ composition: Composition) throws(CommandFailure) -> ExitStatus {
        let sequence: ComposedSequence
        do throws(ConflictReport) {
            sequence = try composition.compose()
        } catch {
            return try refuse(error, inJSON: arguments.has(.json))
        }
        return try report(sequence)
    }

    /// Reports what verification found in a sequence.
    func report(_ sequence: ComposedSequence) throws(CommandFailure) -> ExitStatus {
        try console.answer(arguments.has(.json) ? FindingsJSON.write(sequence) : findings(of: sequence))
        return verdict(on: sequence)
    }

    /// Reports on a smallest set of overlays that clashes, and tells which it is.
    private func report(_ clash: Clash, of composition: Composition) throws(CommandFailure) -> ExitStatus {
        let names = clash.overlays.map { "'\($0)'" }.joined(separator: ", ")
        console.say([names.isEmpty ? "the base sequence cannot run by itself" : "a smallest set that clashes: \(names)"]
        )
        guard clash.conflicts.isEmpty else {
            return try refuse(ConflictReport(conflicts: clash.conflicts), inJSON: arguments.has(.json))
        }
        let chosen = composition.overlays.overlays.filter { clash.overlays.contains($0.identity.id) }
        return try report(
            Composition(base: composition.base, overlays: OverlaySet(chosen), resolutions: composition.resolutions))
    }

    private func findings(of sequence: ComposedSequence) -> String {
        let names = sequence.overlays.map(\.identity.id.text)
        let subject = ([sequence.base.text] + names).joined(separator: " + ")
        let verdict = sequence.isSound ? "can run" : "cannot run"
        let list = FindingText().render(sequence.findings, for: surface)
        return "\(subject): \(sequence.phases.count) phases, \(verdict)\n" + list
    }
}
