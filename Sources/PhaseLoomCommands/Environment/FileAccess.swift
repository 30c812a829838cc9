/// The reading and writing of whole files.
public protocol FileAccess: Sendable {
    /// Reads a file.
    ///
    /// - Parameters:
    ///   - path: the path of the file; `nil` for standard input.
    ///   - limit: the largest size in bytes that is accepted, checked before more than that is read.
    /// - Returns: the whole content.
    /// - Throws: ``FileFailure`` when the file cannot be read; ``FileFailure/tooLarge`` when it exceeds the limit.
    func read(_ path: String?, limit: Int) throws(FileFailure) -> [UInt8]

    /// Writes a file so that a reader sees the old content or the new, never a part of it.
    ///
    /// - Throws: ``FileFailure`` when the file cannot be written; the old one is untouched then.
    func write(_ text: String, to path: String) throws(FileFailure)
}
