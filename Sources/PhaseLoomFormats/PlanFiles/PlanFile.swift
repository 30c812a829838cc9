public import PhaseLoom

/// Plan files: composed sequences with everything that made them, as JSON of the format `phaseloom.plan/1`.
///
/// An engagement keeps the plan that it runs, so that it is shown and decided by that plan although overlays and the
/// program have moved on. Reading what was written gives the same sequence, `read(write(sequence)) == sequence`, whose
/// overlays are as their initialisers leave them: declarations first, lists of names in order.
///
/// ```
/// {"format": "phaseloom.plan/1", "digest": "sha256:…", "title": "…",
///  "sequence": {…},                                        as `show --format json` prints it
///  "overlays": [{…}],                                      as overlay files, in order of identifiers
///  "precedences": [{"first", "then", "direct", "by", "cites"}],
///  "absorbed": {"phase": "the phase that took it in"},
///  "produces": {"phase": {"artifact": […]}},               the conditions under which artifacts are handed on
///  "sources": {"artifacts": {"id": […]}, "tracks": {"id": […]}},
///  "resolutions": [{"conflict", "choose", "reason", "authority"}]}
/// ```
///
/// The digest is that of the canonical JSON without it. Conditions are lists of triggers, or lists of such lists where
/// several must hold. In an overlay of a plan texts may be empty and elements stated twice, as in Swift.
public enum PlanFile: Sendable {
    /// The name and version of the format.
    public static let format = "phaseloom.plan/1"

    /// Writes a sequence as the canonical JSON of its plan.
    ///
    /// - Complexity: O(*n*) in the number of elements and changes.
    public static func write(_ sequence: ComposedSequence) -> [UInt8] {
        let plan = sequence.planJSON
        return plan.adding(["digest": .string(plan.digest)]).canonicalBytes
    }

    /// Reads a plan file.
    ///
    /// What the file says is checked against its digests, so that a plan that was changed is refused, and against
    /// itself: what it refers to exists, and phases and activities stand after those that come before them.
    ///
    /// - Parameters:
    ///   - bytes: the content of the file, UTF-8 without byte order mark, at most 16 MiB.
    ///   - file: the name of the file, for messages.
    /// - Returns: the sequence as it was composed and verified.
    /// - Throws: ``FileError`` with everything that is wrong with the file; a breach of JSON's grammar ends reading.
    /// - Complexity: O(*n*) in the number of bytes.
    public static func read(_ bytes: [UInt8], from file: String) throws(FileError) -> ComposedSequence {
        try ProblemLog.reading(bytes, from: file, isForgiving: true) { root in
            var reader = PlanReader()
            return reader.plan(root)
        }
    }
}
