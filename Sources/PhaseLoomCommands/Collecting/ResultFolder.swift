import PhaseLoom
import Synchronization

/// The folder in which a run leaves the files that a collector makes: all of them when it succeeds, else none.
final class ResultFolder: Sendable {
    /// The path, with a slash at its end.
    private let path: String
    private let files: any FileAccess
    private let isNew: Bool
    private let waiting = Mutex<[(name: String, path: String)]>([])

    /// Makes the folder, unless it is there already.
    init(_ path: String, in files: any FileAccess) throws(CollectorError) {
        self.path = path.hasSuffix("/") ? path : path + "/"
        self.files = files
        do {
            isNew = try files.makeFolder(path)
        } catch {
            throw CollectorError(.environment, ["cannot make the folder '\(path)': \(error)"])
        }
    }

    /// Writes a file, which waits for the run to succeed.
    ///
    /// - Throws: ``CollectorError`` when it cannot be written, and what `fill` throws.
    func write(_ name: String, _ fill: (_ put: ([UInt8]) throws -> Void) throws -> Void) throws {
        guard !name.isEmpty, name != ".", name != "..", !name.utf8.contains(where: { $0 == UInt8(ascii: "/") }) else {
            throw CollectorError(.environment, ["cannot write '\(path)': '\(name.excerpt)' is not the name of a file"])
        }
        guard !waiting.withLock({ $0.contains { $0.name == name } }) else {
            throw CollectorError(.environment, ["cannot write '\(path)\(name)': two files have this name"])
        }
        do {
            let staged = try files.stage(in: path, fill)
            waiting.withLock { $0.append((name, staged)) }
        } catch let failure as FileFailure {
            throw CollectorError(.environment, ["cannot write '\(path)\(name)': \(failure)"])
        }
    }

    /// Gives all files their names.
    func keep() throws(CollectorError) {
        for file in waiting.withLock({ $0 }) {
            do {
                try files.publish(file.path, as: path + file.name)
            } catch {
                throw CollectorError(.environment, ["cannot write '\(path)\(file.name)': \(error)"])
            }
        }
        waiting.withLock { $0 = [] }
    }

    /// Removes what has no name yet, and the folder if it is new and empty.
    func discard() {
        for file in waiting.withLock({ $0 }) { files.discard(file.path) }
        if isNew { files.discard(path) }
    }
}
