import PhaseLoom
import Testing

/// The files of evidence are compared with what was handed in.
@Suite struct FileCheckTests {
    private static func evidence(_ drafts: [EvidenceDraft]) throws -> [Evidence] {
        var desk = try Desk()
        for draft in drafts { _ = try desk.perform(.record(draft)) }
        return desk.engagement.evidence
    }

    private static func draft(_ content: String, _ file: String?) -> EvidenceDraft {
        EvidenceDraft(artifact: "brief", digest: Digest(of: Array(content.utf8)), file: file)
    }

    @Test func `counts files and leaves evidence without one alone`() throws {
        let archive = MemoryArchive()
        _ = try archive.keep { try $0(Array("a".utf8)) }
        _ = try archive.keep { _ in }
        let evidence = try Self.evidence([
            Self.draft("a", "a.pdf"), Self.draft("b", nil), Self.draft("a", "again.pdf"), Self.draft("", "empty"),
        ])
        let check = FileCheck(of: evidence, in: archive)
        #expect(check.isWhole && check.count == 3)
    }

    @Test func `names what is missing, changed or unreadable`() throws {
        let evidence = try Self.evidence([
            Self.draft("a", "a.pdf"), Self.draft("b", "b.pdf"), Self.draft("c", "c.pdf"), Self.draft("d", "d.pdf"),
        ])
        let check = FileCheck(of: evidence, in: BadVault())
        #expect(check.count == 4 && !check.isWhole)
        let numbers = evidence.map(\.number)
        #expect(
            check.problems.map(\.description) == [
                "the file 'a.pdf' of evidence \(numbers[0]) (brief) is missing",
                "the file 'b.pdf' of evidence \(numbers[1]) (brief) is not what was handed in",
                "the file 'c.pdf' of evidence \(numbers[2]) (brief) cannot be read: the disk fails: mend it",
            ])
    }

    private struct BadVault: EvidenceVault {
        func read(_ name: Digest, _ each: ([UInt8]) throws -> Void) throws -> Bool {
            switch name {
            case Digest(of: Array("a".utf8)): return false
            case Digest(of: Array("c".utf8)):
                throw StoreError(.unavailable, "the disk fails", hint: "mend it")
            case Digest(of: Array("d".utf8)): try each(Array("d".utf8))
            default: try each(Array("x".utf8))
            }
            return true
        }
    }
}
