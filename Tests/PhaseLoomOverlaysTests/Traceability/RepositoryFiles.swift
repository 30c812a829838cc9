import FoundationEssentials

/// The files of the repository that tests look at.
struct RepositoryFiles {
    private let paths: [String]
    private let suites: [String]

    /// Lists the folders of sources, plug-ins and tests.
    init() throws {
        paths = try ["Sources", "Plugins", "Tests"].flatMap { folder in
            try FileManager.default.subpathsOfDirectory(atPath: Self.path(of: folder)).map { "\(folder)/\($0)" }
        }
        suites = try paths.filter { $0.hasPrefix("Tests/") && $0.hasSuffix("Tests.swift") }.map(Self.text)
    }

    /// Whether there is a file.
    func contains(_ path: String) -> Bool { paths.contains(path) }

    /// Whether a folder whose path has a part holds a file of a name.
    func contains(name: String, under part: String) -> Bool {
        paths.contains { $0.hasSuffix("/\(name)") && $0.contains(part) }
    }

    /// Whether there is a suite of tests of a name.
    func declaresSuite(_ name: String) -> Bool { suites.contains { $0.contains("@Suite struct \(name) ") } }

    /// The path of a file from the root of the file system.
    static func path(of file: String) -> String {
        let parts = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(4)
        return (parts + [file[...]]).joined(separator: "/")
    }

    /// What is in a file.
    static func text(of file: String) throws -> String { try String(contentsOfFile: path(of: file), encoding: .utf8) }
}
