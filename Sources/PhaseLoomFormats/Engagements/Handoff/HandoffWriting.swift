public import PhaseLoom

extension Handoff {
    /// Writes the package; the list of hashes comes last, so that a package that was cut off is not whole.
    ///
    /// - Parameters:
    ///   - folder: where it is written; empty.
    ///   - vault: where the files of evidence are.
    /// - Throws: ``HandoffError`` when the folder is not empty, a file of evidence is gone or was changed; and errors of
    ///   the folder and the vault.
    /// - Complexity: O(*n*) in the size of the log and the evidence, with memory for the log.
    public func write(to folder: any HandoffFolder, from vault: any EvidenceVault) throws {
        guard try folder.entries().isEmpty else { throw HandoffError("the folder is not empty: name a new one") }
        var files: [PackagedFile] = []
        for (item, path) in evidenceFiles { files.append(try copy(item, from: vault, to: path, in: folder)) }
        for (path, content) in documents {
            try folder.write(path) { put in try put(content) }
            files.append(PackagedFile(path: path, digest: Digest(of: content), size: content.count))
        }
        files.sort { $0.path < $1.path }
        let index = HandoffManifest(handoff: self, files: files).json.canonicalBytes
        try folder.write("handoff.json") { put in try put(index) }
        files.append(PackagedFile(path: "handoff.json", digest: Digest(of: index), size: index.count))
        files.sort { $0.path < $1.path }
        let sums = files.map(\.line).joined()
        try folder.write("SHA256SUMS") { put in try put(Array(sums.utf8)) }
    }

    /// The files that are made anew from the log and the plans.
    private var documents: [(path: String, content: [UInt8])] {
        let sequence = engagement.plan.sequence
        return [
            ("README.md", Array(readme.utf8)), ("log.jsonl", LogJSON.lines(records)),
            ("sequence.json", sequenceJSON),
            ("sequence.txt", Array(TextRenderer().render(sequence, for: Surface(columns: 100)).utf8)),
        ] + plans.enumerated().map { (Self.path(ofPlan: $0), $1.content) }
    }

    var sequenceJSON: [UInt8] {
        Array(SequenceJSON().render(engagement.plan.sequence, for: Surface()).utf8)
    }

    /// The paths of all files but the index and the list of hashes.
    var paths: [String] {
        evidenceFiles.map(\.path) + ["README.md", "log.jsonl", "sequence.json", "sequence.txt"]
            + plans.indices.map { Self.path(ofPlan: $0) }
    }

    private func copy(
        _ item: Evidence, from vault: any EvidenceVault, to path: String, in folder: any HandoffFolder
    ) throws -> PackagedFile {
        var hash = SHA256()
        var size = 0
        var isThere = false
        try folder.write(path) { put in
            isThere = try vault.read(item.draft.digest) { piece in
                hash.update(piece)
                size += piece.count
                try put(piece)
            }
            guard isThere else {
                throw HandoffError("the file of evidence \(item.number) is missing: bring the folder of evidence back")
            }
        }
        let digest = Digest(hash)
        guard digest == item.draft.digest else {
            throw HandoffError("the file of evidence \(item.number) was changed: go back to a backup")
        }
        return PackagedFile(path: path, digest: digest, size: size)
    }
}

/// The reason why a package cannot be written.
public struct HandoffError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What stands against it, and what to do.
    public let description: String

    init(_ description: String) { self.description = description }
}
