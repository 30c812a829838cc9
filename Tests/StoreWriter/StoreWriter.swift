import PhaseLoom
import PhaseLoomStores
import PhaseLoomTesting

#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// Writes to a store until it is killed, for the tests of stores.
///
/// Every acknowledged append is told on standard output before the next begins, one line in one piece:
/// `ENGAGEMENT LENGTH`. Any failure ends the program with a line on standard error.
///
/// With a path and the number of a user only, it becomes that user, reads the summary of `one`, appends to it, and tells
/// the outcome of both.
@main
enum StoreWriter {
    static func main() async {
        let words = CommandLine.arguments
        if words.count == 3, let user = UInt32(words[2]) { return await visit(words[1], as: user) }
        guard words.count == 5, let tasks = Int(words[3]), let events = Int(words[4]) else {
            fail("usage: StoreWriter PATH (NAME TASKS EVENTS | USER)")
        }
        do {
            let store = try SQLiteStore(path: words[1], patience: .seconds(60))
            tell("open")
            try await withThrowingTaskGroup { group in
                for number in 0..<tasks {
                    group.addTask { try await write(events, to: ID("\(words[2])-\(number)"), on: store) }
                }
                group.addTask { try await contend(min(events, 20), as: ID(words[2]), on: store) }
                try await group.waitForAll()
            }
            await store.close()
        } catch {
            fail("\(error)")
        }
    }

    private static func visit(_ path: String, as user: UInt32) async {
        if setuid(user) != 0 { fail("there is no user \(user)") }
        do throws(StoreError) {
            let store = try SQLiteStore(path: path, patience: .zero)
            var log = SampleLog("one")
            log.follow(try await store.summary(of: "one"))
            tell("read \(log.length)")
            try await store.append(log.next())
            tell("appended")
        } catch {
            tell("\(error.code.rawValue): \(error.message)")
        }
    }

    /// Appends to a log that nobody else writes, from where an earlier process left it.
    private static func write(_ events: Int, to engagement: ID, on store: SQLiteStore) async throws {
        var log = SampleLog(engagement)
        log.follow(try await store.summary(of: engagement))
        for step in 0..<events {
            // Documents and long batches reach pages that single events do not.
            let document = Array("document of \(engagement) with event \(log.length + 1)".utf8)
            try await store.append(
                step % 4 == 3
                    ? log.next(3, documents: [StoredDocument(name: Digest(of: document), content: document)])
                    : log.next())
            tell("\(engagement) \(log.length)")
        }
    }

    /// Appends to the log that all processes write.
    private static func contend(_ events: Int, as writer: ID, on store: SQLiteStore) async throws {
        var log = SampleLog("shared")
        var appended = 0
        while appended < events {
            log.follow(try await store.summary(of: "shared"))
            do throws(StoreError) {
                try await store.append(log.next(writer: writer))
                appended += 1
                tell("shared \(log.length)")
            } catch {
                if error.code != .conflict { throw error }
            }
        }
    }

    private static func tell(_ line: String) {
        let bytes = Array("\(line)\n".utf8)
        // Nobody listens any more: the test has ended.
        if !put(bytes, to: 1) { exit(3) }
    }

    private static func put(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
        bytes.withUnsafeBytes { systemWrite(descriptor, $0) } == bytes.count
    }

    private static func fail(_ message: String) -> Never {
        let bytes = Array("\(message)\n".utf8)
        _ = put(bytes, to: 2)
        exit(1)
    }
}

private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
    write(descriptor, bytes.baseAddress, bytes.count)
}
