public import PhaseLoom

/// Resolutions files: an integrator's decisions on conflicts as JSON of the format `phaseloom.resolutions/1`.
public enum ResolutionsFile: Sendable {
    /// The name and version of the format.
    public static let format = "phaseloom.resolutions/1"

    /// Reads a resolutions file.
    ///
    /// - Parameters:
    ///   - bytes: the content of the file, UTF-8 without byte order mark, at most 16 MiB.
    ///   - file: the name of the file, for messages.
    /// - Returns: the decisions in the order of the file, at most one for each conflict.
    /// - Throws: ``FileError`` with everything that is wrong with the file; a breach of JSON's grammar ends reading.
    /// - Complexity: O(*n*) in the number of bytes.
    public static func read(_ bytes: [UInt8], from file: String) throws(FileError) -> [Resolution] {
        try ProblemLog.reading(bytes, from: file) { root in
            guard let object = root.object(["format", "resolutions"], format: format) else { return nil }
            var decided: Set<String> = []
            return object.required("resolutions")?.list { $0.resolution(&decided) }
        }
    }
}

extension JSONCursor {
    /// The decision on a conflict that has none yet.
    func resolution(_ decided: inout Set<String>) -> Resolution? {
        guard let object = object(["conflict", "choose", "reason", "authority"]) else { return nil }
        let target = object.required("conflict")
        let conflict = target?.nonEmptyString()
        if let conflict, !decided.insert(conflict).inserted {
            target?.refuse("the conflict '\(conflict.excerpt)' is decided twice", hint: "keep one of the two")
        }
        let choose = object.required("choose")?.id()
        let reason = object.required("reason")?.nonEmptyString()
        let authority = object.required("authority")?.nonEmptyString()
        guard let conflict, let choose, let reason, let authority else { return nil }
        return Resolution(conflict: conflict, choose: choose, reason: reason, authority: authority)
    }
}
