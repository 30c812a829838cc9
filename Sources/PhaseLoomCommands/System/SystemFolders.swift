import PhaseLoomFormats

#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

extension SystemFiles {
    func list(_ folder: String) throws(FileFailure) -> [HandoffEntry] {
        try check(folder)
        guard let stream = opendir(folder) else { throw System.failure }
        defer { closedir(stream) }
        var entries: [HandoffEntry] = []
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { name in
                name.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { String(validatingCString: $0) }
            }
            // A name that is no text leads nowhere, whatever has it.
            guard let name else {
                entries.append(HandoffEntry(path: "\u{FFFD}", kind: .other))
                continue
            }
            if name == "." || name == ".." { continue }
            entries.append(HandoffEntry(path: name, kind: try kind(of: "\(folder)/\(name)")))
        }
        return entries
    }

    private func kind(of path: String) throws(FileFailure) -> HandoffEntry.Kind {
        var status = stat()
        guard lstat(path, &status) == 0 else { throw System.failure }
        if status.isKind(S_IFREG) { return .file }
        return status.isKind(S_IFDIR) ? .folder : .other
    }
}
