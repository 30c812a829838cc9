public import PhaseLoom
public import PhaseLoomFormats

/// The reading and writing of files, whole or in pieces.
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

    /// Reads a regular file in pieces, and refuses everything else without reading it.
    ///
    /// - Parameters:
    ///   - path: the path of the file.
    ///   - body: what takes the status of the file and its pieces, none of them empty.
    /// - Returns: the status of the file.
    /// - Throws: ``FileFailure`` when the file cannot be read or changes meanwhile, and what `body` throws.
    func read(_ path: String, inPieces body: (FileStatus, [UInt8]) throws -> Void) throws -> FileStatus

    /// Writes a new file that waits in a folder for its name.
    ///
    /// - Parameters:
    ///   - folder: the folder, with a slash at its end.
    ///   - fill: what puts the pieces of the content in their order.
    /// - Returns: the path of the file.
    /// - Throws: ``FileFailure`` when the file cannot be written, and what `fill` throws; there is no file then.
    func stage(in folder: String, _ fill: (_ put: ([UInt8]) throws -> Void) throws -> Void) throws -> String

    /// Gives a file another name, replacing what has it.
    ///
    /// - Throws: ``FileFailure`` when that cannot be done.
    func publish(_ path: String, as name: String) throws(FileFailure)

    /// Removes a file or an empty folder, if there is one.
    func discard(_ path: String)

    /// Makes a folder.
    ///
    /// - Returns: whether it is new.
    /// - Throws: ``FileFailure`` when it cannot be made.
    func makeFolder(_ path: String) throws(FileFailure) -> Bool

    /// Lists what is in a folder, symbolic links not followed, in no particular order.
    ///
    /// - Throws: ``FileFailure`` when there is no such folder or it cannot be read.
    func list(_ folder: String) throws(FileFailure) -> [HandoffEntry]
}
