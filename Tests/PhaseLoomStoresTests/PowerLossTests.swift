import Foundation
import PhaseLoom
import PhaseLoomTesting
import Testing

@testable import PhaseLoomStores

/// Whenever the power fails, and whatever part of the writes that were not flushed reaches the disk: what was
/// acknowledged is there, and nothing is there in part.
@Suite struct PowerLossTests {
    @Test(arguments: CrashImage.Luck.allCases)
    func `power may fail at every change`(_ luck: CrashImage.Luck) async throws {
        let workload = try await Workload(batches: 18, seed: 7)
        let folder = try Folder()
        let path = folder.file("store")
        try await SQLiteStore(path: path).close()
        var image = CrashImage(files: [path: [UInt8](try Data(contentsOf: URL(filePath: path)))])
        var random = SeededGenerator(seed: 11)
        var acknowledged = 0
        let events = try await Self.record(workload, at: path)
        for (number, event) in events.enumerated() {
            image.follow(event)
            if case .note(let count) = event { acknowledged = count }
            let crashed = try Folder()
            for (file, bytes) in image.afterLoss(luck, &random) {
                try Data(bytes).write(to: URL(filePath: crashed.file(String(file.dropFirst(folder.path.count + 1)))))
            }
            let store = try SQLiteStore(path: crashed.file("store"))
            let found = try await Snapshot(of: store, documents: workload.documents)
            let possible = workload.snapshots[acknowledged...].prefix(2)
            // Not the snapshots themselves: they take minutes to print.
            let isPossible = possible.contains(found)
            #expect(isPossible, "at change \(number) of \(events.count), \(acknowledged) acknowledged")
            await store.close()
        }
        #expect(acknowledged == workload.batches.count)
    }

    /// Runs a workload, with checkpoints and an end in between, and returns what happened to the files.
    private static func record(_ workload: Workload, at path: String) async throws -> [FaultyDisk.Event] {
        let disk = FaultyDisk()
        defer { disk.remove() }
        disk.startRecording()
        var count = 0
        for part in [0..<9, 9..<14, 14..<18] {
            let store = try SQLiteStore(path: path, creates: false, patience: .zero, layer: disk.name)
            for number in part {
                try await store.append(workload.batches[number])
                count += 1
                disk.note(count)
                // The log is written anew from its beginning after a checkpoint.
                if number % 4 == 3 {
                    let other = try SQLiteDatabase(path, layer: disk.name, patience: 0)
                    _ = try other.row("PRAGMA wal_checkpoint(PASSIVE)") { $0.number(0) }
                }
            }
            await store.close()
        }
        return disk.events
    }
}
