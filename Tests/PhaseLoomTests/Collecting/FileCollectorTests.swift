import PhaseLoom
import PhaseLoomTesting
import Testing

@Suite struct FileCollectorTests {
    private static let letters = [UInt8](repeating: UInt8(ascii: "a"), count: 1_000_000)

    private func collect(
        _ path: String, on files: MemoryCollectorFiles, _ options: [String: String] = [:]
    ) async throws -> CollectorReport {
        let given = ["artifact": "contract", "file": path].merging(options) { $1 }
        return try await FileCollector(options: given).collect(
            in: CollectorContext(files: files, clock: { Timestamp(milliseconds: 0) }))
    }

    /// The hashes are NIST's examples for FIPS 180-4.
    @Test(
        arguments: [
            ("", 0, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", ["empty-file"]),
            ("abc", 1, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", []),
            ("a", 1_000_000, "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0", []),
        ] as [(String, Int, String, [ID])])
    func `hashes and keeps a file`(text: String, times: Int, hash: String, findings: [ID]) async throws {
        let content = Array(String(repeating: text, count: times).utf8)
        let files = MemoryCollectorFiles(["dir/contract.pdf": content], pieceSize: 1000)
        let report = try await collect("dir/contract.pdf", on: files)
        let evidence = try #require(report.evidence.first)
        #expect(evidence.draft.digest.hexadecimal == hash)
        #expect(evidence.draft.size == content.count)
        #expect(evidence.draft.file == "contract.pdf")
        #expect(evidence.path == "dir/contract.pdf")
        #expect(evidence.draft.findings.map(\.code) == findings)
        #expect(report.verdict == .met)
        #expect(files.results == ["contract.pdf": content])
    }

    @Test func `says how long the evidence counts`() async throws {
        let files = MemoryCollectorFiles(["a": [1]])
        let report = try await collect(
            "a", on: files, ["valid-from": "2026-01-01", "valid-until": "2027-01-01T12:00:00Z"])
        let draft = try #require(report.evidence.first?.draft)
        #expect(draft.validFrom == (try Timestamp(parsing: "2026-01-01")))
        #expect(draft.validUntil == (try Timestamp(parsing: "2027-01-01T12:00:00Z")))
    }

    @Test(arguments: [
        (["artifact": "a b", "file": "x"], "option 'artifact' cannot be 'a b'"),
        (["file": "x"], "option 'artifact' is missing"), (["artifact": "a"], "option 'file' is missing"),
        (["artifact": "a", "file": ""], "option 'file' cannot be ''"),
        (["artifact": "a", "file": "x\0y"], "option 'file' cannot be 'x\u{FFFD}y'"),
        (["artifact": "a", "file": "x", "valid-from": "soon"], "option 'valid-from' cannot be 'soon'"),
        (["artifact": "a", "file": "x", "fiel": "x"], "there is no option 'fiel'"),
        (
            ["artifact": "a", "file": "x", "valid-from": "2026-01-01", "valid-until": "2026-01-01"],
            "evidence valid from 2026-01-01T00:00:00Z until 2026-01-01T00:00:00Z never counts"
        ),
    ])
    func `refuses bad options`(options: [String: String], message: String) {
        let error = #expect(throws: InvalidValue.self) { try FileCollector(options: options) }
        #expect(error?.message == message)
    }

    @Test func `it keeps the contract`() async {
        let violations = await CollectorContract.violations(
            of: FileCollector.self, given: ["artifact": "contract", "file": "a.pdf"], reading: ["a.pdf": Self.letters])
        #expect(violations == [])
    }
}
