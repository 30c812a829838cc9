import PhaseLoom
import Testing

@Suite struct MemoryArchiveTests {
    private let archive = MemoryArchive()

    private func read(_ name: Digest) throws -> [[UInt8]]? {
        var pieces: [[UInt8]] = []
        return try archive.read(name) { pieces.append($0) } ? pieces : nil
    }

    @Test func `keeps equal content once, under its hash`() throws {
        let kept = try archive.keep { put in
            try put([97])
            try put([98, 99])
        }
        // `printf abc | sha256sum`
        #expect(kept.digest.hexadecimal == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
        #expect(kept.size == 3)
        #expect(try archive.keep { put in try put([97, 98, 99]) } == kept)
        #expect(archive.names == [kept.digest])
        #expect(try read(kept.digest) == [[97, 98, 99]])
    }

    @Test func `tells an empty file from none`() throws {
        let kept = try archive.keep { _ in }
        #expect(try read(kept.digest) == [])
        #expect(try read(Digest(of: [1])) == nil)
    }

    @Test func `a source that fails leaves nothing`() {
        struct Unreadable: Error {}
        #expect(throws: Unreadable.self) {
            try archive.keep { put in
                try put([1])
                throw Unreadable()
            }
        }
        #expect(archive.names.isEmpty)
    }
}
