import PhaseLoom
import PhaseLoomFormats

extension OptionSyntax {
    static let base = OptionSyntax(
        name: "base", value: ValueSyntax("ID", .base), help: "Start from this base sequence, not from the first",
        isCommon: true)
    static let overlayFile = OptionSyntax(
        name: "overlay-file", value: ValueSyntax("FILE", .file),
        help: "Take in the overlay of a JSON file, or of standard input with '-'", isRepeatable: true, isCommon: true)
    static let resolutions = OptionSyntax(
        name: "resolutions", value: ValueSyntax("FILE", .file),
        help: "Decide conflicts as a JSON file says, or standard input with '-'", isCommon: true)

    /// The options of every command that composes.
    static let common = [base, overlayFile, resolutions]

    static let json = OptionSyntax(name: "json", help: "Answer in JSON")
    static let output = OptionSyntax(
        name: "output", letter: "o", value: ValueSyntax("FILE", .file),
        help: "Write to a file instead of standard output, all of it or nothing")
}

extension ArgumentSyntax {
    static let overlays = ArgumentSyntax(
        value: ValueSyntax("OVERLAY", .overlay), help: "An overlay, with options as id:key=value,key=value",
        isRepeatable: true)
}

extension Invocation {
    /// The largest file that is read: 16 MiB.
    static let sizeLimit = 16 << 20

    /// The base sequence that is asked for, or the first of the catalogue.
    func base() throws(CommandFailure) -> BaseSequence {
        guard let name = arguments.value(.base) ?? tool.vocabulary.bases.first else {
            return .standard
        }
        do throws(InvalidValue) {
            return try tool.catalogue.base(named: name)
        } catch {
            throw .usage(error.description)
        }
    }

    /// The overlays of the files that are given, in that order.
    func fileOverlays() throws(CommandFailure) -> [DeclarativeOverlay] {
        let paths = arguments.values(.overlayFile)
        if (paths + arguments.values(.resolutions)).filter({ $0 == "-" }).count > 1 {
            throw .usage("standard input can be read only once: '-' is given for several files")
        }
        var overlays: [DeclarativeOverlay] = []
        var problems: [String] = []
        for path in paths {
            let bytes = try read(path)
            do throws(FileError) {
                overlays.append(try OverlayFile.read(bytes, from: title(of: path)))
            } catch {
                problems.append("\(error)")
            }
        }
        if !problems.isEmpty { throw .invalidInput(problems.joined(separator: "\n")) }
        return overlays
    }

    /// The decisions of the file that is given.
    func resolutions() throws(CommandFailure) -> [Resolution] {
        guard let path = arguments.value(.resolutions) else { return [] }
        let bytes = try read(path)
        do throws(FileError) {
            return try ResolutionsFile.read(bytes, from: title(of: path))
        } catch {
            throw .invalidInput("\(error)")
        }
    }

    /// The overlay that a specification names: one of the catalogue, else one of the files.
    func overlay(
        _ specification: OverlaySpecification, orOneOf files: [DeclarativeOverlay] = []
    ) throws(CommandFailure) -> DeclarativeOverlay {
        let catalogue = tool.catalogue
        if let entry = catalogue.overlays.first(where: { $0.identity.id.text == specification.name }) {
            do throws(InvalidValue) {
                return try entry(options: specification.options)
            } catch {
                throw .usage("\(specification.name): \(error)")
            }
        }
        if let file = files.first(where: { $0.identity.id.text == specification.name }) {
            if specification.options.isEmpty { return file }
            throw .usage("'\(specification.name)' comes from a file and takes no options")
        }
        let names = catalogue.overlays.map(\.identity.id.text) + files.map(\.identity.id.text)
        let claim = "there is no overlay '\(specification.name.excerpt)'"
        throw UsageError(claim, for: specification.name, among: names).failure
    }

    /// The bytes of a file, or of standard input.
    func read(_ path: String) throws(CommandFailure) -> [UInt8] {
        do {
            return try environment.files.read(path == "-" ? nil : path, limit: Self.sizeLimit)
        } catch .tooLarge {
            throw .invalidInput("\(title(of: path)): larger than 16 MiB")
        } catch {
            throw .environment("cannot read '\(title(of: path))': \(error)")
        }
    }

    /// How messages name a file.
    func title(of path: String) -> String { path == "-" ? "standard input" : path }
}
