import Foundation
import PhaseLoom
import PhaseLoomStores
import Testing

/// Whatever the disk refuses, and whenever: what was acknowledged is there, and nothing is there in part.
@Suite struct DiskFaultTests {
    /// How many changes of files a run of the workload makes at most; later faults meet nothing.
    static let changes = 90

    @Test(arguments: FaultyDisk.Fault.allCases)
    func `a disk that fails for good loses nothing acknowledged`(_ fault: FaultyDisk.Fault) async throws {
        let workload = try await Workload(batches: 7)
        let template = try await Self.emptyStore()
        var wholeRuns = 0
        for count in 0..<Self.changes {
            let folder = try Folder()
            let path = folder.file("store")
            try template.write(to: URL(filePath: path))
            let disk = FaultyDisk()
            let acknowledged = try await Self.run(workload, at: path, on: disk) { disk.fail(after: count, fault) }
            disk.remove()
            let store = try SQLiteStore(path: path)
            let found = try await Snapshot(of: store, documents: workload.documents)
            // The batch that met the fault may have become whole, but never a part of it.
            let possible = workload.snapshots[acknowledged...].prefix(2)
            // Not the snapshots themselves: they take minutes to print.
            let isPossible = possible.contains(found)
            #expect(isPossible, "after \(count) changes, \(acknowledged) batches acknowledged")
            try await store.verify()
            if acknowledged == workload.batches.count { wholeRuns += 1 }
        }
        // The last faults come after the last append, the first before the first.
        #expect(wholeRuns > 0 && wholeRuns < Self.changes / 2)
    }

    /// A store without engagements; making each anew would take most of the time.
    private static func emptyStore() async throws -> Data {
        let folder = try Folder()
        try await SQLiteStore(path: folder.file("store")).close()
        return try Data(contentsOf: URL(filePath: folder.file("store")))
    }

    /// Appends until the disk fails; later batches have to fail as well.
    ///
    /// - Returns: how many batches were acknowledged.
    private static func run(
        _ workload: Workload, at path: String, on disk: FaultyDisk, _ breakDisk: () -> Void
    ) async throws -> Int {
        let store = try SQLiteStore(path: path, creates: true, patience: .zero, layer: disk.name)
        breakDisk()
        var acknowledged = 0
        for batch in workload.batches {
            do throws(StoreError) {
                try await store.append(batch)
                acknowledged += 1
            } catch {
                #expect([.full, .unavailable].contains(error.code), "\(error)")
                break
            }
        }
        await store.close()
        return acknowledged
    }

    @Test(arguments: FaultyDisk.Fault.allCases)
    func `a disk that recovers takes the batch that it refused`(_ fault: FaultyDisk.Fault) async throws {
        let workload = try await Workload(batches: 7)
        let template = try await Self.emptyStore()
        for count in stride(from: 0, to: Self.changes, by: 3) {
            let folder = try Folder()
            try template.write(to: URL(filePath: folder.file("store")))
            let disk = FaultyDisk()
            let store = try SQLiteStore(
                path: folder.file("store"), creates: true, patience: .zero, layer: disk.name)
            disk.fail(after: count, fault)
            for (number, batch) in workload.batches.enumerated() {
                do throws(StoreError) {
                    try await store.append(batch)
                } catch {
                    let found = try await Snapshot(of: store, documents: workload.documents)
                    #expect(found == workload.snapshots[number], "after \(count) changes")
                    disk.mend()
                    try await store.append(batch)
                }
            }
            await store.close()
            disk.remove()
            let reopened = try SQLiteStore(path: folder.file("store"))
            #expect(try await Snapshot(of: reopened, documents: workload.documents) == workload.snapshots.last)
            try await reopened.verify()
        }
    }

    @Test(arguments: FaultyDisk.Fault.allCases)
    func `a store is made wholly or not at all`(_ fault: FaultyDisk.Fault) async throws {
        for count in 0..<40 {
            let folder = try Folder()
            let disk = FaultyDisk()
            disk.fail(after: count, fault)
            let isMade =
                (try? SQLiteStore(path: folder.file("store"), creates: true, patience: .zero, layer: disk.name)) != nil
            disk.remove()
            // A fault while the finished store is opened leaves it behind; otherwise nothing is left.
            if !isMade { #expect([[], ["store"]].contains(try folder.names), "after \(count) changes") }
            try await SQLiteStore(path: folder.file("store")).verify()
        }
    }
}
