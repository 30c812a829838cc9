@testable import PhaseLoom
@testable import PhaseLoomFormats
import Testing

@Suite struct HandoffTests {
    @Test func `writes a package that is whole`() async throws {
        let sample = try await HandoffSample.closed()
        let folder = try await sample.written()
        let report = try await HandoffCheck(of: folder).run()
        #expect(report.problems == [])
        let history = try await sample.ledger.history(of: "harbour")
        #expect(report.engagement == "harbour" && report.length == history.count)
        #expect(report.head == history.last?.record.hash)
        #expect(folder.files["log.jsonl"] == LogJSON.lines(history.map(\.record)))
        #expect(folder.files.keys.filter { $0.hasPrefix("plan-") }.sorted() == ["plan-1.json", "plan-2.json"])
    }

    @Test func `lists the hashes as sha256sum reads them`() async throws {
        let folder = try await HandoffSample.closed().written()
        let lines = folder.text("SHA256SUMS").split(separator: "\n").map(String.init)
        let wanted = folder.files.keys.filter { $0 != "SHA256SUMS" }.sorted().map { path in
            "\(MemoryHandoffFolder.hash(folder.files[path] ?? []))  \(path)"
        }
        #expect(lines == wanted)
    }

    @Test func `indexes all evidence and the sections that operations ask for`() async throws {
        let sample = try await HandoffSample.closed()
        let folder = try await sample.written()
        let index = try JSONReader.read(folder.files["handoff.json"] ?? []).value
        #expect(index["format"] == "phaseloom.handoff/1" && index["final"] == true && index["state"] == "closed")
        #expect(index["written"] == ["at": .string(sample.now.description), "by": "Ada <Ops>"])
        guard case .array(let evidence)? = index["evidence"], case .array(let sections)? = index["sections"] else {
            Issue.record("there is no index")
            return
        }
        #expect(evidence[0]["path"] == "evidence/002-authority-proof-____rm_-rf________x____.pdf")
        #expect(evidence[0]["file"] == "…'; rm -rf ~ `#\"$(x)` é.pdf")
        #expect(evidence[1]["path"] == .null && evidence[1]["artifact"] == "access-grant")
        let report = evidence.first { $0["artifact"] == "test-report" }
        guard case .array(let signatures)? = report?["signatures"] else {
            Issue.record("there are no signatures")
            return
        }
        #expect(signatures.map { $0["signer"] } == ["Grace"])
        #expect(
            sections.map { $0["artifact"] }
                == ["configuration-records", "test-report", "access-change-log", "runbook"])
        #expect(sections.allSatisfy { $0["present"] == true })
    }

    @Test func `may be written before the end, says so, and says what is missing`() async throws {
        var sample = try await HandoffSample()
        try await sample.submit("authority-proof", file: "proof.txt", "x")
        let folder = try await sample.written()
        #expect(try await HandoffCheck(of: folder).run().isWhole)
        let index = try JSONReader.read(folder.files["handoff.json"] ?? []).value
        #expect(index["final"] == false && index["state"] == "active")
        let readme = folder.text("README.md")
        #expect(readme.hasPrefix("# Handoff of Harbour \\*cameras\\*\n"))
        #expect(readme.contains("It is not finished") && readme.contains("- `runbook`: none was handed in\n"))
        #expect(readme.contains("Written \(sample.now) by Ada &lt;Ops&gt;."))
    }

    @Test func `writes nothing where something is`() async throws {
        let sample = try await HandoffSample()
        let folder = MemoryHandoffFolder(["notes.txt": [1]])
        let handoff = try await sample.handoff()
        #expect(throws: HandoffError("the folder is not empty: name a new one")) {
            try handoff.write(to: folder, from: sample.vault)
        }
        #expect(try await Handoff(of: "nobody", in: sample.ledger, at: sample.now, by: "Ada") == nil)
    }

    @Test func `needs every file of evidence, unchanged`() async throws {
        var sample = try await HandoffSample()
        try await sample.submit("authority-proof", file: "proof.txt", "proof")
        let digest = Digest(of: Array("proof".utf8))
        let handoff = try await sample.handoff()
        sample.vault.put(Array("prank".utf8), as: digest)
        #expect(throws: HandoffError("the file of evidence 2 was changed: go back to a backup")) {
            try handoff.write(to: MemoryHandoffFolder(), from: sample.vault)
        }
        sample.vault.remove(digest)
        #expect(throws: HandoffError("the file of evidence 2 is missing: bring the folder of evidence back")) {
            try handoff.write(to: MemoryHandoffFolder(), from: sample.vault)
        }
    }

    @Test(arguments: [
        ("report.pdf", "report.pdf"), ("..", ".."), (".hidden", ".hidden"), ("a b\u{301}", "a_b_"), ("CON", "CON"),
        ("x:y", "x_y"), ("日本.txt", "__.txt"),
    ]) func `keeps plain letters of file names only`(name: String, kept: String) {
        let item = Evidence(
            number: 7, draft: EvidenceDraft(artifact: "a", digest: .none, file: name), phase: nil, recorder: "Ada",
            recorded: SampleEngagement.begin)
        #expect(Handoff.path(of: item) == "evidence/007-a-\(kept)")
    }

    @Test func `shortens long file names in the middle`() throws {
        let name = String(repeating: "n", count: 240) + ".pdf"
        let item = Evidence(
            number: 1234, draft: EvidenceDraft(artifact: "a", digest: .none, file: name), phase: nil, recorder: "Ada",
            recorded: SampleEngagement.begin)
        let path = try #require(Handoff.path(of: item))
        #expect(path.hasPrefix("evidence/1234-a-nnn") && path.hasSuffix("nnn.pdf") && path.utf8.count < 100)
    }
}
