import PhaseLoom
import PhaseLoomFormats

extension OptionSyntax {
    static let from = OptionSyntax(
        name: "from", value: ValueSyntax("OVERLAYS", .overlayList),
        help: "The overlays before, separated by commas; none for the base alone", isRepeatable: true)
    static let to = OptionSyntax(
        name: "to", value: ValueSyntax("OVERLAYS", .overlayList),
        help: "The overlays after, separated by commas; none for the base alone", isRepeatable: true)
}

extension Command {
    /// Compares two compositions.
    static let diff = Command(
        syntax: CommandSyntax(
            name: "diff", summary: "Show what changes between two compositions",
            discussion: [
                "In a list of overlays a part with '=' before any ':' belongs to the options of the overlay before "
                    + "it: 'a:x=1,y=2,b' names two overlays. An option may also be "
                    + "repeated. A side that is not given is the base alone.",
                "An overlay file takes part where its overlay is named. A resolution must decide a conflict on at "
                    + "least one side. Overlays that contradict each other on a side give no difference but a list of "
                    + "the conflicts; the exit status is 1 then.",
            ],
            options: [.from, .to, .json] + OptionSyntax.common,
            examples: [
                .init("diff --to cctv", "Shows what an overlay does to the base."),
                .init("diff --from smart-home --to smart-home,cctv", "Shows what an overlay adds to another."),
                .init("diff --from cctv:retention=30 --to cctv:retention=90", "Shows what an option changes."),
                .init("diff --to own --overlay-file own.json", "Shows what an own overlay does."),
            ])
    ) { invocation throws(CommandFailure) in try invocation.diff() }
}

extension Invocation {
    func diff() throws(CommandFailure) -> ExitStatus {
        guard arguments.has(.from) || arguments.has(.to) else {
            throw .usage("'--from' or '--to' is missing: name the overlays of at least one side")
        }
        let base = try base()
        let names = (try lists(of: .from), try lists(of: .to))
        let files = try fileOverlays()
        let (from, to) = (try overlays(names.0, files), try overlays(names.1, files))
        let unnamed = files.first { !from.overlays.contains($0) && !to.overlays.contains($0) }
        if let unnamed {
            throw .usage("the overlay '\(unnamed.identity.id)' of a file is on no side: name it in '--from' or '--to'")
        }
        let resolutions = try resolutions()
        let sides = (
            Side(base: base, overlays: from, resolutions: resolutions),
            Side(base: base, overlays: to, resolutions: resolutions)
        )
        return try compare(sides.0, sides.1)
    }

    private func compare(_ from: Side, _ to: Side) throws(CommandFailure) -> ExitStatus {
        let isJSON = arguments.has(.json)
        let stale = from.stale.intersection(to.stale)
        var sequences: [ComposedSequence] = []
        for (side, name) in [(from, "from"), (to, "to")] {
            do throws(ConflictReport) {
                sequences.append(try side.compose(reporting: stale))
            } catch {
                console.say(["the overlays of '--\(name)' contradict each other"])
                return try refuse(error, inJSON: isJSON)
            }
        }
        let difference = SequenceDiff(from: sequences[0], to: sequences[1])
        let text = { DifferenceText(page: Page(surface)).render(difference) }
        try console.answer(isJSON ? DifferenceJSON.write(difference) : text())
        return .yes
    }

    private func lists(of option: OptionSyntax) throws(CommandFailure) -> [OverlaySpecification] {
        do throws(UsageError) {
            var list: [OverlaySpecification] = []
            for text in arguments.values(option) { list += try OverlaySpecification.list(parsing: text) }
            return list
        } catch {
            throw error.failure
        }
    }

    private func overlays(
        _ specifications: [OverlaySpecification], _ files: [DeclarativeOverlay]
    ) throws(CommandFailure) -> OverlaySet {
        var overlays = OverlaySet()
        for specification in specifications { overlays.insert(try overlay(specification, orOneOf: files)) }
        return overlays
    }
}

/// One side of a comparison, which leaves out resolutions that only the other side needs.
private struct Side {
    let base: BaseSequence
    let overlays: OverlaySet
    let resolutions: [Resolution]
    /// The conflicts that resolutions decide but that do not exist on this side.
    let stale: Set<String>

    init(base: BaseSequence, overlays: OverlaySet, resolutions: [Resolution]) {
        self.base = base
        self.overlays = overlays
        self.resolutions = resolutions
        do {
            _ = try base.composed(with: overlays, resolving: resolutions)
            stale = []
        } catch {
            stale = Set(error.conflicts.filter { $0.code == .staleResolution }.map(\.target))
        }
    }

    func compose(reporting reported: Set<String>) throws(ConflictReport) -> ComposedSequence {
        let needed = resolutions.filter { reported.contains($0.conflict) || !stale.contains($0.conflict) }
        return try base.composed(with: overlays, resolving: needed)
    }
}
