import PhaseLoom
import PhaseLoomFormats

/// What is to be composed.
struct Composition: Sendable {
    let base: BaseSequence
    let overlays: OverlaySet
    let resolutions: [Resolution]

    func compose() throws(ConflictReport) -> ComposedSequence {
        try base.composed(with: overlays, resolving: resolutions)
    }
}

extension Invocation {
    /// The composition that the common options and some arguments, all unless they are given, ask for.
    func composition(of names: [String]? = nil) throws(CommandFailure) -> Composition {
        let base = try base()
        let specifications = try specifications(names ?? arguments.positionals)
        let files = try fileOverlays()
        var overlays = OverlaySet(files)
        for specification in specifications { overlays.insert(try overlay(specification, orOneOf: files)) }
        return Composition(base: base, overlays: overlays, resolutions: try resolutions())
    }

    func specifications(_ texts: [String]) throws(CommandFailure) -> [OverlaySpecification] {
        do throws(UsageError) {
            var specifications: [OverlaySpecification] = []
            for text in texts { specifications.append(try OverlaySpecification(parsing: text)) }
            return specifications
        } catch {
            throw error.failure
        }
    }

    /// What answers on standard output may look like.
    var surface: Surface { Surface(columns: environment.columns, isStyled: environment.isStyled) }

    /// Answers that there is no sequence, and why.
    func refuse(_ report: ConflictReport, inJSON: Bool) throws(CommandFailure) -> ExitStatus {
        try console.answer(inJSON ? ConflictsJSON.write(report) : ConflictText().render(report, for: surface))
        return .no
    }

    /// Whether a sequence may run, said aloud when it may not.
    func verdict(on sequence: ComposedSequence) -> ExitStatus {
        let errors = sequence.findings.count { $0.severity == .error }
        guard errors > 0 else { return .yes }
        console.say(["the sequence cannot run: \(errors) \(errors == 1 ? "error" : "errors")"])
        return .no
    }

    /// Writes an answer to standard output, or to the file that is asked for.
    func deliver(_ text: String) throws(CommandFailure) {
        guard let path = arguments.value(.output), path != "-" else { return try console.answer(text) }
        try write(text, to: path)
    }

    func write(_ text: String, to path: String) throws(CommandFailure) {
        do {
            try environment.files.write(text, to: path)
        } catch {
            throw .environment("cannot write '\(path)': \(error)")
        }
    }
}
