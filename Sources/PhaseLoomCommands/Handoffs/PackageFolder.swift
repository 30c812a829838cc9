import PhaseLoom
import PhaseLoomFormats
import Synchronization

/// The folder of a package among the files that a run may touch.
final class PackageFolder: HandoffFolder {
    /// The path, with a slash at its end.
    private let path: String
    private let files: any FileAccess
    /// What was made, in order, so that it can be taken back.
    private let made = Mutex<[String]>([])

    init(_ path: String, in files: any FileAccess) {
        self.path = path.hasSuffix("/") ? path : path + "/"
        self.files = files
    }

    /// Makes the folder, unless it is there already.
    func make() throws(FileFailure) {
        if try files.makeFolder(path) { made.withLock { $0.append(path) } }
    }

    func entries() throws -> [HandoffEntry] {
        let top = try files.list(path)
        // Nothing lies deeper than here; a folder elsewhere does not belong there, whatever is in it.
        let inside =
            top.contains(HandoffEntry(path: Self.shelf, kind: .folder)) ? try files.list(path + Self.shelf) : []
        return (top + inside.map { HandoffEntry(path: "\(Self.shelf)/\($0.path)", kind: $0.kind) })
            .sorted { $0.path < $1.path }
    }

    /// The folder of the evidence, the only one inside.
    private static let shelf = "evidence"

    func read(_ name: String, _ each: ([UInt8]) throws -> Void) throws {
        _ = try files.read(path + name) { status, piece in
            guard status.linkTarget == nil else { throw FileFailure.refused("'\(name)' is a symbolic link") }
            try each(piece)
        }
    }

    func write(_ name: String, _ fill: (_ put: ([UInt8]) throws -> Void) throws -> Void) throws {
        if let slash = name.lastIndex(of: "/") {
            let folder = path + name[..<slash]
            if try files.makeFolder(folder) { made.withLock { $0.append(folder) } }
        }
        let staged = try files.stage(in: path, fill)
        do {
            try files.publish(staged, as: path + name)
        } catch {
            files.discard(staged)
            throw error
        }
        made.withLock { $0.append(path + name) }
    }

    /// Takes back what was written, and the folder if it is new.
    func discard() {
        for path in made.withLock({ $0.reversed() }) { files.discard(path) }
    }
}
