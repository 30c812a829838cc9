import Foundation
import PhaseLoomTesting

/// What is on a disk after the power failed: everything flushed, and any part of what was not.
struct CrashImage {
    /// How much of what was not flushed has reached the disk.
    enum Luck: Hashable, CaseIterable {
        case nothing, everything, some, sectors
    }

    private var files: [String: [UInt8]]
    private var pending: [String: [FaultyDisk.Event]] = [:]

    /// Starts from files that were flushed.
    init(files: [String: [UInt8]]) { self.files = files }

    /// Follows what happened to files.
    mutating func follow(_ event: FaultyDisk.Event) {
        switch event {
        case .write(let path, _, _), .truncate(let path, _), .delete(let path): pending[path, default: []].append(event)
        case .sync(let path):
            for event in pending.removeValue(forKey: path) ?? [] { apply(event) }
        case .note: break
        }
    }

    /// The image after a loss of power, by file.
    func afterLoss(_ luck: Luck, _ random: inout SeededGenerator) -> [String: [UInt8]] {
        var image = self
        for path in pending.keys.sorted() {
            for event in pending[path] ?? [] {
                switch luck {
                case .nothing: break
                case .everything: image.apply(event)
                case .some: if Bool.random(using: &random) { image.apply(event) }
                case .sectors: image.applySectors(of: event, &random)
                }
            }
        }
        return image.files
    }

    private mutating func apply(_ event: FaultyDisk.Event) {
        switch event {
        case .write(let path, let offset, let bytes):
            var file = files[path] ?? []
            if file.count < offset + bytes.count {
                file += [UInt8](repeating: 0, count: offset + bytes.count - file.count)
            }
            file.replaceSubrange(offset..<offset + bytes.count, with: bytes)
            files[path] = file
        case .truncate(let path, let size): files[path] = Array((files[path] ?? []).prefix(size))
        case .delete(let path): files[path] = nil
        case .sync, .note: break
        }
    }

    /// Applies some of the sectors of 512 bytes that a write touches.
    private mutating func applySectors(of event: FaultyDisk.Event, _ random: inout SeededGenerator) {
        guard case .write(let path, let offset, let bytes) = event else { return apply(event) }
        var start = offset
        while start < offset + bytes.count {
            let end = min(offset + bytes.count, (start / 512 + 1) * 512)
            if Bool.random(using: &random) {
                apply(.write(path, at: start, Array(bytes[start - offset..<end - offset])))
            }
            start = end
        }
    }
}
