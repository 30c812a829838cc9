import PhaseLoom

/// The files of one run of a collector.
struct RunFiles: CollectorFiles {
    let files: any FileAccess
    /// Where results go; `nil` when they are not kept.
    let folder: ResultFolder?
    /// Where the files of an engagement go; `nil` when the collector runs by itself.
    var archive: (any EvidenceArchive)?

    var keepsResults: Bool { folder != nil || archive != nil }

    func read(_ path: String, _ body: (FileStatus, [UInt8]) throws -> Void) throws -> FileStatus {
        do {
            return try files.read(path, inPieces: body)
        } catch let failure as FileFailure {
            throw CollectorError(.environment, ["cannot read '\(path)': \(failure)"])
        }
    }

    func write(_ name: String, _ fill: (_ put: ([UInt8]) throws -> Void) throws -> Void) throws {
        guard let archive else {
            try folder?.write(name, fill)
            return
        }
        _ = try archive.keep { keep in
            // Both outlive the calls in which they are used; the compiler cannot see it.
            try withoutActuallyEscaping(keep) { keep in
                guard let folder else { return try fill(keep) }
                try folder.write(name) { put in
                    try withoutActuallyEscaping(put) { put in
                        try fill { piece in
                            try keep(piece)
                            try put(piece)
                        }
                    }
                }
            }
        }
    }
}
