import Foundation
import PhaseLoom
import PhaseLoomStores
import PhaseLoomTesting
import Testing

/// Appends that wait at the same time share a flush of the disk, and nothing else.
@Suite struct GroupCommitTests {
    /// Appends a batch and gives the outcome as a value.
    private static func outcome(of batch: LogBatch, on store: SQLiteStore) async -> StoreError.Code? {
        do throws(StoreError) {
            try await store.append(batch)
            return nil
        } catch {
            return error.code
        }
    }

    /// Appends one batch, and the others while the disk flushes that one.
    ///
    /// - Returns: the outcomes in the order of the batches.
    private static func append(
        _ first: LogBatch, then batches: [LogBatch], on store: SQLiteStore, _ disk: FaultyDisk,
        beforeFlush: () -> Void = {}
    ) async -> [StoreError.Code?] {
        disk.holdFlushes()
        return await withTaskGroup(of: (Int, StoreError.Code?).self) { group in
            group.addTask { (0, await Self.outcome(of: first, on: store)) }
            while disk.heldFlushes == 0 { await Task.yield() }
            for (number, batch) in batches.enumerated() {
                group.addTask { (number + 1, await Self.outcome(of: batch, on: store)) }
                while store.waitingAppends <= number { await Task.yield() }
            }
            beforeFlush()
            disk.releaseFlushes()
            var outcomes = [StoreError.Code?](repeating: nil, count: batches.count + 1)
            for await (number, outcome) in group { outcomes[number] = outcome }
            return outcomes
        }
    }

    /// A store with one engagement on a disk that can be held.
    private static func store(in folder: Folder) async throws -> (SQLiteStore, FaultyDisk) {
        let disk = FaultyDisk()
        let store = try SQLiteStore(
            path: folder.file("store"), creates: true, patience: .zero, layer: disk.name)
        // The first append after opening also flushes the head of the write-ahead log.
        var log = SampleLog("opening")
        try await store.append(log.next())
        disk.startRecording()
        return (store, disk)
    }

    @Test func `sixty-four appends take two flushes`() async throws {
        let folder = try Folder()
        let (store, disk) = try await Self.store(in: folder)
        let batches = (0..<64).map { number in
            var log = SampleLog(ID(stringLiteral: "engagement-\(number)"))
            return log.next(2)
        }
        let outcomes = await Self.append(batches[0], then: Array(batches[1...]), on: store, disk)
        #expect(outcomes.allSatisfy { $0 == nil })
        #expect(disk.syncs == 2)
        #expect(try await store.engagements(matching: EngagementQuery()).count == 65)
        #expect(try await store.feed(after: 0, limit: .max).count == 129)
        await store.close()
        disk.remove()
    }

    @Test func `a batch that is refused leaves its neighbours alone`() async throws {
        let folder = try Folder()
        let (store, disk) = try await Self.store(in: folder)
        var (first, good, late, other) = (SampleLog("first"), SampleLog("good"), SampleLog("late"), SampleLog("other"))
        let document = StoredDocument(name: Digest(of: [3]), content: [3])
        _ = late.next()
        let skipping = late.next(documents: [document])
        let one = good.next()
        let contradiction = LogBatch(engagement: "odd", expectedLength: 0, records: [], summary: one.summary)
        let batches = [one, skipping, one, contradiction, good.next(), other.next(3)]
        let outcomes = await Self.append(first.next(), then: batches, on: store, disk)
        #expect(outcomes == [nil, nil, .conflict, .conflict, .invalid, nil, nil])
        #expect(disk.syncs == 2)
        #expect(try await store.records(of: "good", after: 0, limit: 9).count == 2)
        #expect(try await store.records(of: "other", after: 0, limit: 9).count == 3)
        #expect(try await store.summary(of: "late") == nil)
        #expect(try await store.document(document.name) == nil)
        try await store.verify()
        await store.close()
        disk.remove()
    }

    @Test func `a disk that fails refuses the whole group`() async throws {
        let folder = try Folder()
        let (store, disk) = try await Self.store(in: folder)
        var logs = (0..<5).map { SampleLog(ID(stringLiteral: "engagement-\($0)")) }
        let batches = logs.indices.map { logs[$0].next() }
        let outcomes = await Self.append(batches[0], then: Array(batches[1...]), on: store, disk) {
            disk.fail(after: 2, .full)
        }
        // The flush that was held and one write of the second group succeed.
        #expect(outcomes == [nil, .full, .full, .full, .full])
        #expect(try await store.engagements(matching: EngagementQuery()).count == 2)
        disk.mend()
        for batch in batches[1...] { try await store.append(batch) }
        #expect(try await store.engagements(matching: EngagementQuery()).count == 6)
        try await store.verify()
        await store.close()
        disk.remove()
    }

    @Test(.timeLimit(.minutes(1)))
    func `stores that wait for their disks keep nobody else from working`() async throws {
        let folder = try Folder()
        // More stores than Swift's pool has threads.
        let count = 2 * ProcessInfo.processInfo.activeProcessorCount + 1
        var places: [(SQLiteStore, FaultyDisk)] = []
        for number in 0..<count {
            let disk = FaultyDisk()
            let path = folder.file("store-\(number)")
            places.append((try SQLiteStore(path: path, creates: true, patience: .zero, layer: disk.name), disk))
        }
        await withTaskGroup { group in
            for (store, disk) in places {
                disk.holdFlushes()
                var log = SampleLog("held")
                let batch = log.next()
                group.addTask { #expect(await Self.outcome(of: batch, on: store) == nil) }
            }
            while places.contains(where: { $0.1.heldFlushes == 0 }) { await Task.yield() }
            // Every store waits; a hundred tasks still come to their ends.
            let sum = await withTaskGroup(of: Int.self) { others in
                for number in 1...100 { others.addTask { number } }
                return await others.reduce(0, +)
            }
            #expect(sum == 5_050)
            for (_, disk) in places { disk.releaseFlushes() }
        }
        for (store, disk) in places {
            await store.close()
            disk.remove()
        }
    }

    @Test func `an append goes on when its task is cancelled`() async throws {
        let folder = try Folder()
        let (store, disk) = try await Self.store(in: folder)
        var log = SampleLog("cancelled")
        let batch = log.next()
        disk.holdFlushes()
        let task = Task { await Self.outcome(of: batch, on: store) }
        while disk.heldFlushes == 0 { await Task.yield() }
        task.cancel()
        disk.releaseFlushes()
        #expect(await task.value == nil)
        #expect(try await store.summary(of: "cancelled") == batch.summary)
        await store.close()
        disk.remove()
    }
}
