import Foundation
import Testing

/// Compares an output with the file that holds what it was when somebody read and approved it.
///
/// With `PHASELOOM_UPDATE_GOLDEN=1` in the environment the file is written instead.
func expectGolden(
    _ output: String, _ name: String, at location: SourceLocation = #_sourceLocation
) throws {
    let path = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden/\(name)")
    if ProcessInfo.processInfo.environment["PHASELOOM_UPDATE_GOLDEN"] == "1" {
        try Data(output.utf8).write(to: path)
        return
    }
    let approved = String(decoding: try Data(contentsOf: path), as: UTF8.self)
    guard approved != output else { return }
    let old = approved.split(separator: "\n", omittingEmptySubsequences: false)
    let new = output.split(separator: "\n", omittingEmptySubsequences: false)
    let difference = new.difference(from: old).prefix(40).map { change in
        switch change {
        case .remove(let line, let text, _): "- \(line + 1): \(text)"
        case .insert(let line, let text, _): "+ \(line + 1): \(text)"
        }
    }
    Issue.record("'\(name)' differs:\n\(difference.joined(separator: "\n"))", sourceLocation: location)
}
