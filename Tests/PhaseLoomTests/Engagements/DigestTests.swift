import PhaseLoom
import Testing

/// Hashes of documents and events.
@Suite struct DigestTests {
    /// The examples of FIPS 180-2, appendix B, and the hash of nothing.
    static let known: [(String, String)] = [
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        (
            "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
        ),
    ]

    @Test(arguments: known) func `hashes, writes and reads back`(text: String, hexadecimal: String) throws {
        let digest = Digest(of: Array(text.utf8))
        #expect(digest.hexadecimal == hexadecimal)
        #expect(digest.description == "sha256:" + hexadecimal)
        #expect(try Digest(parsing: digest.description) == digest)
        #expect(try Digest(parsing: hexadecimal.uppercased()) == digest)
        #expect(Digest(bytes: digest.bytes) == digest)
    }

    @Test func `none is all zeros and no hash of anything here`() throws {
        #expect(Digest.none.hexadecimal == String(repeating: "0", count: 64))
        #expect(try Digest(parsing: String(repeating: "0", count: 64)) == .none)
        #expect(Digest(of: []) != .none)
    }

    static let digits = String(repeating: "a", count: 63)
    static let hostile = [
        "", "sha256:", "sha256:" + digits, digits, digits + "g", digits + "aa", "SHA256:" + digits + "a",
        "sha512:" + digits + "a", " " + digits, digits + "\u{301}", "sha256:sha256:" + digits + "a",
        String(repeating: "a", count: 5_000_000), digits + "ａ",
    ]

    @Test(arguments: hostile) func `refuses anything else`(text: String) {
        #expect(throws: InvalidValue.self) { try Digest(parsing: text) }
    }

    @Test(arguments: [0, 1, 31, 33, 64]) func `takes 32 bytes and no others`(count: Int) {
        #expect(Digest(bytes: Array(repeating: 1, count: count)) == nil)
    }

    @Test func `digests that differ in any bit are different`() throws {
        let bytes = Digest(of: [1]).bytes
        for bit in 0..<256 {
            var changed = bytes
            changed[bit / 8] ^= 1 << UInt8(bit % 8)
            #expect(Digest(bytes: changed) != Digest(bytes: bytes))
        }
    }
}
