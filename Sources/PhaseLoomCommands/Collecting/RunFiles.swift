import PhaseLoom

/// The files of one run of a collector.
struct RunFiles: CollectorFiles {
    let files: any FileAccess
    /// Where results go; `nil` when they are not kept.
    let folder: ResultFolder?

    var keepsResults: Bool { folder != nil }

    func read(_ path: String, _ body: (FileStatus, [UInt8]) throws -> Void) throws -> FileStatus {
        do {
            return try files.read(path, inPieces: body)
        } catch let failure as FileFailure {
            throw CollectorError(.environment, ["cannot read '\(path)': \(failure)"])
        }
    }

    func write(_ name: String, _ fill: (_ put: ([UInt8]) throws -> Void) throws -> Void) throws {
        try folder?.write(name, fill)
    }
}
