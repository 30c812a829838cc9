import PhaseLoom
import Synchronization

extension Invocation {
    /// Lets a collector work until it is done, fails or is no longer wanted.
    ///
    /// Files that it makes are kept only when it is done.
    ///
    /// - Parameters:
    ///   - collector: the collector.
    ///   - recorder: the engagement for which it works; `nil` when it runs by itself.
    ///   - archive: where its files go for that engagement.
    /// - Returns: what it brings back, and whether it gave an answer of its own.
    /// - Throws: ``CommandFailure`` when it fails or is cancelled; what it recorded until then stays.
    func run(
        _ collector: NamedCollector, recordingWith recorder: EngagementRecorder? = nil,
        keepingIn archive: (any EvidenceArchive)? = nil
    ) async throws(CommandFailure) -> (report: CollectorReport, hasAnswered: Bool) {
        var folder: ResultFolder?
        do {
            folder = try arguments.value(.results).map { try ResultFolder($0, in: environment.files) }
            let line = ProgressLine(console)
            let answer = OwnAnswer(console, line: line, isPrinted: !arguments.has(.json))
            let files = RunFiles(files: environment.files, folder: folder, archive: archive)
            let context = CollectorContext(
                files: files, engagement: await recorder?.session.engagement, clock: environment.clock,
                progress: { line.show($0) }, respond: { try answer.take($0) }, keepRecord: recorder?.keepRecord)
            defer { line.end() }
            let report = try await interruptible { try await collector.collect(in: context) }
            try folder?.keep()
            return (report, answer.isGiven)
        } catch {
            folder?.discard()
            if let recorder { console.say(await recorder.remainder) }
            throw CommandFailure(error, of: collector)
        }
    }

    /// Does work that ends early when the task is cancelled or somebody interrupts the run.
    private func interruptible<Value: Sendable>(
        _ work: @escaping @Sendable () async throws -> Value
    ) async throws -> Value {
        let wish = EndWish()
        let stop = environment.interruptions { wish.make() }
        defer { stop() }
        let task = Task { try await work() }
        wish.attach { task.cancel() }
        return try await withTaskCancellationHandler {
            try await task.value
        } onCancel: {
            wish.make()
        }
    }
}

/// The wish that work should end, which may be made before the work begins.
private final class EndWish: Sendable {
    private let state = Mutex<(isMade: Bool, end: (@Sendable () -> Void)?)>((false, nil))

    func make() {
        state.withLock {
            $0.isMade = true; return $0.end
        }?()
    }

    func attach(_ end: @escaping @Sendable () -> Void) {
        if state.withLock({
            $0.end = end; return $0.isMade
        }) {
            end()
        }
    }
}

extension CommandFailure {
    fileprivate init(_ error: any Error, of collector: NamedCollector) {
        switch error {
        case let failure as CommandFailure: self = failure
        case is CancellationError: self = .environment("cancelled")
        case let error as CollectorError where error.code == .data:
            self = .invalidInput(error.description)
        case let error as CollectorError: self = .environment(error.description)
        default: self = .environment("'\(collector.name)' fails: \(error)")
        }
    }
}
