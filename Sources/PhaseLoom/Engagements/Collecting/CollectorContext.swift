/// What a collector has around it while it works: files, a clock, someone who follows its progress, a log of its acts.
public struct CollectorContext: Sendable {
    /// The files that it reads and writes.
    public let files: any CollectorFiles
    /// The engagement for which it works; `nil` when it runs by itself.
    public let engagement: Engagement?
    private let clock: @Sendable () -> Timestamp
    private let progress: @Sendable (CollectorProgress) -> Void
    private let respond: @Sendable (_ piece: String) throws -> Void
    let keepRecord: (@Sendable (CollectedEvidence) async throws -> Int)?

    /// Describes the surroundings of a run.
    ///
    /// - Parameters:
    ///   - files: the files that the collector reads and writes.
    ///   - engagement: the engagement for which it works; `nil` when it runs by itself.
    ///   - clock: what tells the time.
    ///   - progress: what is told how far the work is.
    ///   - respond: what takes the pieces of the collector's own answer; the first one is empty and says that there is
    ///     an answer.
    ///   - keepRecord: what hands evidence in at once and returns the number of its event; `nil` where nothing does.
    public init(
        files: any CollectorFiles, engagement: Engagement? = nil, clock: @escaping @Sendable () -> Timestamp,
        progress: @escaping @Sendable (CollectorProgress) -> Void = { _ in },
        respond: @escaping @Sendable (_ piece: String) throws -> Void = { _ in },
        keepRecord: (@Sendable (CollectedEvidence) async throws -> Int)? = nil
    ) {
        self.files = files
        self.engagement = engagement
        self.clock = clock
        self.progress = progress
        self.respond = respond
        self.keepRecord = keepRecord
    }

    /// The surroundings with another way to hand evidence in at once.
    func recording(_ keepRecord: (@Sendable (CollectedEvidence) async throws -> Int)?) -> CollectorContext {
        CollectorContext(
            files: files, engagement: engagement, clock: clock, progress: progress, respond: respond,
            keepRecord: keepRecord)
    }

    /// The present moment.
    public var now: Timestamp { clock() }

    /// Tells how far the work is.
    ///
    /// - Parameters:
    ///   - step: what is being done, such as `reading points`; a step that was left does not come back.
    ///   - done: how much of it is done, in any unit; never less than before in the same step.
    ///   - total: how much there is to do; `nil` when nobody knows.
    public func report(_ step: String, _ done: Int, of total: Int? = nil) {
        progress(CollectorProgress(step: step, done: done, total: total))
    }

    /// Ends the work if it is no longer wanted.
    ///
    /// - Throws: `CancellationError` when the task was cancelled.
    public func checkCancellation() throws(CancellationError) {
        if Task.isCancelled { throw CancellationError() }
    }

    /// Reads a file to its end, in pieces, and hashes it on the way.
    ///
    /// Progress is reported, and between pieces the work can be cancelled.
    ///
    /// - Parameters:
    ///   - path: the path of the file.
    ///   - limit: the largest size in bytes that is accepted; `nil` for any.
    ///   - body: what takes the pieces in their order, none of them empty.
    /// - Returns: the file with its hash.
    /// - Throws: ``CollectorError`` when the file cannot be read, is none or is too large, `CancellationError` when the
    ///   work is no longer wanted, and what `body` throws.
    /// - Complexity: O(*n*) in the size of the file, in constant memory.
    public func read(
        _ path: String, limit: Int? = nil, _ body: ([UInt8]) throws -> Void = { _ in }
    ) throws -> CollectedFile {
        try checkCancellation()
        let name = CollectedFile.name(of: path)
        var hash = SHA256()
        var size = 0
        let status = try files.read(path) { status, piece in
            try checkCancellation()
            size += piece.count
            if let limit, max(size, status.size) > limit {
                throw CollectorError(.data, at: path, "larger than \(limit) bytes", hint: "give a smaller file")
            }
            hash.update(piece)
            try body(piece)
            report("reading '\(name.excerpt)'", size, of: max(size, status.size))
        }
        return CollectedFile(name: name, path: path, size: size, digest: Digest(hash), linkTarget: status.linkTarget)
    }

    /// Reads a file to its end, in pieces, and puts a copy of it beside the evidence, where that is kept.
    ///
    /// - Parameters:
    ///   - path: the path of the file.
    ///   - limit: the largest size in bytes that is accepted; `nil` for any.
    ///   - body: what takes the pieces in their order, none of them empty.
    /// - Returns: the file with its hash.
    /// - Throws: as ``read(_:limit:_:)``, and ``CollectorError`` when the copy cannot be written.
    /// - Complexity: O(*n*) in the size of the file, in constant memory.
    public func attach(
        _ path: String, limit: Int? = nil, _ body: ([UInt8]) throws -> Void = { _ in }
    ) throws -> CollectedFile {
        guard files.keepsResults else { return try read(path, limit: limit, body) }
        var file: CollectedFile?
        try files.write(CollectedFile.name(of: path)) { put in
            file = try read(path, limit: limit) { piece in
                try put(piece)
                try body(piece)
            }
        }
        guard let file else {
            throw CollectorError(.environment, at: path, "nothing was copied", hint: "see where results are kept")
        }
        return file
    }

    /// Writes a file of results beside the evidence, where that is kept.
    ///
    /// - Parameters:
    ///   - name: the name of the file, without any folder.
    ///   - content: all of its bytes.
    /// - Returns: the file with its hash.
    /// - Throws: ``CollectorError`` when it cannot be written, `CancellationError` when the work is no longer wanted.
    /// - Complexity: O(*n*) in the number of bytes.
    public func write(_ name: String, _ content: [UInt8]) throws -> CollectedFile {
        try checkCancellation()
        if files.keepsResults { try files.write(name) { put in try put(content) } }
        return CollectedFile(name: name, path: nil, size: content.count, digest: Digest(of: content), linkTarget: nil)
    }

    /// Writes a file of results that is the collector's own answer: it goes to people and pipes as it is made.
    ///
    /// A program prints it instead of what it usually tells of a report, so that standard output holds nothing else.
    ///
    /// - Parameters:
    ///   - name: the name of the file, without any folder.
    ///   - fill: what puts the pieces of the text in their order; between pieces the work can be cancelled.
    /// - Returns: the file with its hash.
    /// - Throws: ``CollectorError`` when it cannot be written, `CancellationError` when the work is no longer wanted, and
    ///   what `fill` throws.
    /// - Complexity: O(*n*) in the size of the text, with memory for one piece.
    public func answer(
        _ name: String, _ fill: (_ put: (String) throws -> Void) throws -> Void
    ) throws -> CollectedFile {
        var hash = SHA256()
        var size = 0
        func write(_ put: ([UInt8]) throws -> Void) throws {
            try checkCancellation()
            try respond("")
            // It outlives the call in which it is used; the compiler cannot see it.
            try withoutActuallyEscaping(put) { put in
                try fill { piece in
                    try checkCancellation()
                    let bytes = Array(piece.utf8)
                    hash.update(bytes)
                    size += bytes.count
                    try put(bytes)
                    try respond(piece)
                }
            }
        }
        if files.keepsResults { try files.write(name, write) } else { try write { _ in } }
        return CollectedFile(name: name, path: nil, size: size, digest: Digest(hash), linkTarget: nil)
    }
}
