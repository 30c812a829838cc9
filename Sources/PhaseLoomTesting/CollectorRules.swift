import PhaseLoom
import Synchronization

extension CollectorContract {
    /// Runs the collector twice: it reports, the same each time, and tells of its progress in order.
    func reportViolations() async -> [Violation] {
        let progress = Mutex<[CollectorProgress]>([])
        let answers = Mutex(["", ""])
        let places = (0..<2).map { _ in MemoryCollectorFiles(files, pieceSize: pieceSize) }
        let first = await run(
            given, on: places[0], progress: { step in progress.withLock { $0.append(step) } },
            respond: { piece in answers.withLock { $0[0] += piece } })
        guard case .success(let report) = first else {
            return [.init(rule: .input, message: "it fails on the input that it is given: \(first.failureText)")]
        }
        var found = evidenceViolations(report)
        let second = await run(given, on: places[1], respond: { piece in answers.withLock { $0[1] += piece } })
        let isSame = places[0].results == places[1].results && answers.withLock { $0[0] == $0[1] }
        if (try? second.get()) != report || !isSame {
            found.append(.init(rule: .determinism, message: "a second run on the same input reports something else"))
        }
        return found + progressViolations(progress.withLock { $0 })
    }

    private func evidenceViolations(_ report: CollectorReport) -> [Violation] {
        var found: [Violation] = []
        for draft in report.evidence.map(\.draft) {
            let names = draft.measurements.map(\.name)
            if Set(names).count != names.count {
                found.append(.init(rule: .evidence, message: "'\(draft.artifact)' has two measurements of one name"))
            }
        }
        for finding in report.findings + report.evidence.flatMap(\.draft.findings)
        where finding.message.isEmpty || finding.hint.isEmpty {
            found.append(.init(rule: .evidence, message: "the finding '\(finding.code)' lacks a message or a hint"))
        }
        return found
    }

    /// Progress never goes back: not within a step, and not to a step that was left.
    private func progressViolations(_ progress: [CollectorProgress]) -> [Violation] {
        var left: Set<String> = []
        var last: CollectorProgress?
        for now in progress {
            if let last, last.step != now.step { left.insert(last.step) }
            let goesBack = last.map { $0.step == now.step && $0.done > now.done } ?? false
            if goesBack || left.contains(now.step) || now.done < 0 || now.total.map({ $0 < now.done }) == true {
                return [.init(rule: .progress, message: "progress goes back at '\(now.step)', \(now.done)")]
            }
            last = now
        }
        return []
    }

    /// Cancels the collector before it starts, and at its first sign of life.
    func cancellationViolations() async -> [Violation] {
        var found: [Violation] = []
        let untouched = MemoryCollectorFiles(files, pieceSize: pieceSize)
        let early = await run(given, on: untouched, isCancelled: true)
        if !early.isCancellation || untouched.piecesRead > 0 {
            found.append(.init(rule: .cancellation, message: "it works although it was cancelled before it began"))
        }
        let after = Mutex(0)
        let place = MemoryCollectorFiles(files, pieceSize: pieceSize) { before in
            if before == 1 { withUnsafeCurrentTask { $0?.cancel() } }
        }
        let late = await run(given, on: place)
        if place.piecesRead > 3 || place.piecesRead > 1 && !late.isCancellation {
            found.append(.init(rule: .cancellation, message: "it reads on although it was cancelled"))
        }
        let reporting = await run(given, on: MemoryCollectorFiles(files, pieceSize: pieceSize)) { _ in
            withUnsafeCurrentTask { $0?.cancel() }
            after.withLock { $0 += 1 }
        }
        if after.withLock({ $0 }) > 2 || after.withLock({ $0 }) > 1 && !reporting.isCancellation {
            found.append(.init(rule: .cancellation, message: "it works on although it was cancelled"))
        }
        return found
    }

    /// Hands in files that are missing or damaged: the collector reports, or says what is wrong.
    func inputViolations() async -> [Violation] {
        var found: [Violation] = []
        for option in Kind.options where option.isFile && given[option.name] != nil {
            let missing = given.merging([option.name: "no/such/file.\(ending(given[option.name]))"]) { $1 }
            let outcome = await run(missing, on: MemoryCollectorFiles(files))
            if outcome.refusal?.code != .environment {
                found.append(
                    .init(rule: .input, message: "a missing '\(option.name)' gives: \(outcome.failureText)"))
            }
        }
        for (what, damaged) in damages {
            let outcome = await run(given, on: MemoryCollectorFiles(damaged, pieceSize: pieceSize))
            if case .failure = outcome, outcome.refusal?.problems.isEmpty != false {
                found.append(.init(rule: .input, message: "\(what) gives: \(outcome.failureText)"))
            }
        }
        return found
    }

    private func ending(_ path: String?) -> String { path?.split(separator: ".").last.map(String.init) ?? "txt" }

    private var damages: [(String, [String: [UInt8]])] {
        guard !files.isEmpty else { return [] }
        var random = SeededGenerator(seed: 7)
        let noise = files.mapValues { _ in (0..<500).map { _ in UInt8.random(in: 0...255, using: &random) } }
        var all = [
            ("an empty file", files.mapValues { _ in [] }), ("noise", noise),
            ("one very long line", files.mapValues { _ in Array(repeating: UInt8(ascii: "1"), count: 100_000) }),
        ]
        for part in 1...7 {
            all.append(("a truncated file", files.mapValues { Array($0.prefix($0.count * part / 8)) }))
        }
        return all
    }
}

extension Result where Success == CollectorReport, Failure == any Error {
    fileprivate var isCancellation: Bool {
        if case .failure(let error) = self { error is CancellationError } else { false }
    }

    fileprivate var refusal: CollectorError? {
        if case .failure(let error) = self { error as? CollectorError } else { nil }
    }

    fileprivate var failureText: String {
        switch self {
        case .success: "a report"
        case .failure(let error): "\(error)"
        }
    }
}
