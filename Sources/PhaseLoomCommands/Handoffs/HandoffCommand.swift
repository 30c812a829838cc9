import PhaseLoom
import PhaseLoomFormats

extension OptionSyntax {
    fileprivate static let package = OptionSyntax(
        name: "output", letter: "o", value: ValueSyntax("DIR", .directory),
        help: "The folder to write; it is made, or is there and empty")
    fileprivate static let verified = OptionSyntax(
        name: "verify", value: ValueSyntax("DIR", .directory), help: "The folder of a package to check")
    fileprivate static let knownHead = text(
        "head", "HASH", "To verify: check that the log has a record of this hash, as somebody wrote it down")
}

extension Command {
    /// Writes or checks the closeout package of an engagement.
    static let handoff = Command(
        syntax: .engagements(
            "handoff", "Write the closeout package of an engagement, or check one",
            [
                "The package is a folder with the log, the plans that the engagement ran, every file of evidence, an "
                    + "index of it all and the hashes. It may be written before the engagement ends, and says so.",
                "'--verify' needs nothing but the folder. It finds whatever was changed, dropped, added or exchanged; "
                    + "the exit status is 1 then. Who can change a whole package can also make it agree again: compare "
                    + "the head of its log with one that you were told otherwise, or give it with '--head'.",
            ],
            arguments: [.optional("ID", "The engagement")], options: [.package, .verified, .knownHead],
            examples: [
                .init("handoff campus -o campus-handoff", "Writes a package."),
                .init("handoff --verify campus-handoff", "Checks it."),
            ])
    ) { invocation async throws(CommandFailure) in
        switch (invocation.arguments.positionals.first, invocation.arguments.value(.verified)) {
        case (nil, let path?): return try await invocation.verify(path)
        case (_?, nil): return try await invocation.handOff()
        default:
            throw .usage("write 'handoff ID -o DIR' to make a package, or 'handoff --verify DIR' to check one")
        }
    }
}

extension Invocation {
    fileprivate func handOff() async throws(CommandFailure) -> ExitStatus {
        let id = try id(at: 0)
        guard let path = arguments.value(.package) else { throw .usage("'-o DIR' is missing: name a new folder") }
        let desk = try desk()
        let handoff: Handoff?
        do {
            handoff = try await Handoff(of: id, in: desk.ledger, at: desk.now, by: desk.actor)
        } catch {
            throw .ledger(error)
        }
        guard let handoff else {
            _ = try await desk.load(id)
            throw .environment("the log of '\(id)' is gone")
        }
        try write(handoff, to: PackageFolder(path, in: environment.files), from: desk, path)
        console.say(["the package is in '\(path)'"])
        return try await verify(path)
    }

    private func write(
        _ handoff: Handoff, to folder: PackageFolder, from desk: Desk, _ path: String
    ) throws(CommandFailure) {
        do {
            try folder.make()
            try handoff.write(to: folder, from: desk.place.archive)
        } catch {
            folder.discard()
            throw .environment("cannot write '\(path)': \(error)")
        }
    }

    fileprivate func verify(_ path: String) async throws(CommandFailure) -> ExitStatus {
        let head = try arguments.value(.knownHead).map { text throws(CommandFailure) in
            try Self.checking(.knownHead) { () throws(InvalidValue) in try Digest(parsing: text) }
        }
        let report: HandoffReport
        do {
            report = try await HandoffCheck(of: PackageFolder(path, in: environment.files)).run(against: head)
        } catch {
            throw .environment("cannot read '\(path)': \(error)")
        }
        try console.answer(
            isJSON ? HandoffReportJSON.write(report) : HandoffReportText().render(report, for: surface))
        return report.isWhole ? .yes : .no
    }
}
