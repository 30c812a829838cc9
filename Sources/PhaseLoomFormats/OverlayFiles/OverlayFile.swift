public import PhaseLoom

/// Overlay files: overlays as JSON of the format `phaseloom.overlay/1`, for people who do not write Swift.
///
/// Reading what was written gives the same overlay: `read(write(overlay)) == DeclarativeOverlay(overlay)`, as long as
/// its titles and statements say something and no element is declared twice.
public enum OverlayFile: Sendable {
    /// The name and version of the format.
    public static let format = "phaseloom.overlay/1"

    /// Reads an overlay file.
    ///
    /// - Parameters:
    ///   - bytes: the content of the file, UTF-8 without byte order mark, at most 16 MiB.
    ///   - file: the name of the file, for messages.
    /// - Returns: the overlay, its artifacts and tracks before its other changes.
    /// - Throws: ``FileError`` with everything that is wrong with the file; a breach of JSON's grammar ends reading.
    /// - Complexity: O(*n*) in the number of bytes.
    public static func read(_ bytes: [UInt8], from file: String) throws(FileError) -> DeclarativeOverlay {
        try ProblemLog.reading(bytes, from: file) { root in
            var reader = OverlayReader()
            return reader.overlay(root)
        }
    }

    /// Writes an overlay as the canonical JSON of its file; what says nothing is left out.
    public static func write(_ overlay: some Overlay) -> String {
        DeclarativeOverlay(overlay).json.canonicalText
    }
}
