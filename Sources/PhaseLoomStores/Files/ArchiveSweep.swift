import PhaseLoom

#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

extension ArchiveFolder {
    /// The age in seconds after which nobody fills a file any more.
    private static let staleAge = 86_400

    /// Removes files that were never finished: those of processes that are gone, and those older than a day.
    ///
    /// What cannot be looked at or removed stays; it does no harm.
    func sweep() {
        for name in names() where name.hasPrefix(".new-") {
            if isAbandoned(name) { remove(name) }
        }
    }

    private func isAbandoned(_ name: String) -> Bool {
        var status = stat()
        guard fstatat(descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0, status.st_mode & S_IFMT == S_IFREG else {
            return false
        }
        // A process identifier may be taken again, so that age counts too.
        let process = name.split(separator: "-").dropFirst().first.flatMap { pid_t($0) }
        if let process, process > 0, kill(process, 0) != 0, errno == ESRCH { return true }
        #if canImport(Darwin)
        let changed = status.st_mtimespec.tv_sec
        #else
        let changed = status.st_mtim.tv_sec
        #endif
        return time(nil) - changed > Self.staleAge
    }

    /// The names in the folder, in no particular order; none when it cannot be read.
    private func names() -> [String] {
        // The stream closes its descriptor, so it gets one of its own.
        let own = openat(descriptor, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard own >= 0 else { return [] }
        guard let stream = fdopendir(own) else {
            closeStream(own)
            return []
        }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                names.append(String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self))
            }
        }
        return names
    }
}

/// Inside an archive folder, `close` is a method.
private func closeStream(_ descriptor: Int32) { _ = close(descriptor) }
