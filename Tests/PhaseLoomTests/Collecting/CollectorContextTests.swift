import PhaseLoomTesting
import Synchronization
import Testing

@testable import PhaseLoom

@Suite struct CollectorContextTests {
    private func context(
        _ files: MemoryCollectorFiles, progress: @escaping @Sendable (CollectorProgress) -> Void = { _ in }
    ) -> CollectorContext {
        CollectorContext(files: files, clock: { Timestamp(milliseconds: 5) }, progress: progress)
    }

    @Test func `reads in pieces, hashes them and tells of it`() throws {
        let content = (0..<250).map { UInt8($0) }
        let seen = Mutex<[CollectorProgress]>([])
        let context = context(MemoryCollectorFiles(["d/x": content], pieceSize: 100)) { now in
            seen.withLock { $0.append(now) }
        }
        var pieces: [[UInt8]] = []
        let file = try context.read("d/x") { pieces.append($0) }
        #expect(pieces.map(\.count) == [100, 100, 50])
        #expect(pieces.flatMap(\.self) == content)
        #expect(file == CollectedFile(name: "x", path: "d/x", size: 250, digest: Digest(of: content)))
        #expect(seen.withLock { $0.map(\.done) } == [100, 200, 250])
        #expect(seen.withLock { $0.allSatisfy { $0.total == 250 && $0.step == "reading 'x'" } })
        #expect(context.now == Timestamp(milliseconds: 5))
    }

    @Test(arguments: [
        ("a", "a"), ("a/b", "b"), ("/a/b/", "b"), ("./x.csv", "x.csv"), ("..", ".."), ("/", "/"), ("é/ü", "ü"),
    ])
    func `the name of a file is the last part of its path`(path: String, name: String) throws {
        #expect(try context(MemoryCollectorFiles([path: [1]])).read(path).name == name)
    }

    @Test(arguments: [(10, true), (9, false), (0, false)])
    func `the limit holds`(limit: Int, isAccepted: Bool) {
        let context = context(MemoryCollectorFiles(["x": Array(repeating: 1, count: 10)], pieceSize: 3))
        if isAccepted {
            #expect(throws: Never.self) { try context.read("x", limit: limit) }
        } else {
            let error = #expect(throws: CollectorError.self) { try context.read("x", limit: limit) }
            #expect(error?.code == .data)
        }
    }

    @Test func `what the reader throws comes through, and nothing is kept`() {
        struct Unwanted: Error {}
        let files = MemoryCollectorFiles(["x": [1, 2, 3]])
        #expect(throws: Unwanted.self) { try context(files).attach("x") { _ in throw Unwanted() } }
        #expect(files.results.isEmpty)
    }

    @Test func `results are hashed and kept`() throws {
        let files = MemoryCollectorFiles()
        let file = try context(files).write("plan.json", Array("abc".utf8))
        #expect(file.digest.hexadecimal == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
        #expect(file.path == nil && file.size == 3)
        #expect(files.results["plan.json"] == Array("abc".utf8))
        #expect(throws: CollectorError.self) { try context(files).write("plan.json", []) }
        for name in ["", ".", "..", "a/b"] {
            #expect(throws: CollectorError.self, "\(name)") { try context(files).write(name, []) }
        }
    }

    @Test func `nothing works after the task is cancelled`() async {
        let files = MemoryCollectorFiles(["x": [1]])
        let context = context(files)
        let task = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            #expect(throws: CancellationError.self) { try context.checkCancellation() }
            #expect(throws: CancellationError.self) { try context.read("x") }
            #expect(throws: CancellationError.self) { try context.attach("x") }
            #expect(throws: CancellationError.self) { try context.write("x", []) }
        }
        await task.value
        #expect(files.results.isEmpty)
    }

    // MARK: answers

    @Test func `an answer is kept, hashed and handed on piece by piece`() throws {
        let pieces = Mutex<[String]>([])
        let files = MemoryCollectorFiles()
        let context = CollectorContext(
            files: files, clock: { Timestamp(milliseconds: 5) },
            respond: { piece in pieces.withLock { $0.append(piece) } })
        let file = try context.answer("answer.txt") { put in
            try put("ab")
            try put("c")
        }
        #expect(file.digest.hexadecimal == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
        #expect(file.size == 3 && file.name == "answer.txt" && file.path == nil)
        #expect(files.results["answer.txt"] == Array("abc".utf8))
        #expect(pieces.withLock { $0 } == ["", "ab", "c"])
    }

    @Test func `an answer that nobody takes ends`() {
        struct Gone: Error {}
        let files = MemoryCollectorFiles()
        let context = CollectorContext(
            files: files, clock: { Timestamp(milliseconds: 5) }, respond: { if $0 == "b" { throw Gone() } })
        #expect(throws: Gone.self) {
            try context.answer("x") { put in
                for piece in ["a", "b", "c"] { try put(piece) }
            }
        }
        #expect(files.results.isEmpty)
    }

    // MARK: records

    @Test func `nothing is recorded without an engagement`() async {
        let context = context(MemoryCollectorFiles())
        #expect(!context.keepsRecords)
        let error = await #expect(throws: CollectorError.self) { try await context.record("log", "a.json", []) }
        #expect(error?.code == .environment)
        #expect(error?.description.contains("give '--engagement ID'") == true)
    }

    @Test func `what is recorded carries its file, and the name of its collector`() async throws {
        let kept = Mutex<[CollectedEvidence]>([])
        let files = MemoryCollectorFiles()
        let context = CollectorContext(
            files: files, clock: { Timestamp(milliseconds: 5) },
            keepRecord: { item in
                kept.withLock {
                    $0.append(item)
                    return 40 + $0.count
                }
            })
        #expect(try await context.record("log", "a.json", [1], measurements: [Measurement("n", 1)]) == 41)
        let task = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            // What was done is recorded even when the work is no longer wanted.
            return try await context.named("x/y").record("log", "b.json", [2])
        }
        #expect(try await task.value == 42)
        #expect(files.results == ["a.json": [1], "b.json": [2]])
        #expect(kept.withLock { $0.map(\.draft.collector) } == [nil, "x/y"])
        #expect(kept.withLock { $0.first?.draft.digest } == Digest(of: [1]))
        await #expect(throws: CollectorError.self) { try await context.record("log", "a.json", [3]) }
        #expect(kept.withLock { $0.count } == 2)
    }
}
