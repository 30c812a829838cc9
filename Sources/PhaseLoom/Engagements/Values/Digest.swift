/// A SHA-256 hash (FIPS 180-4), by which documents and events are known.
public struct Digest: Hashable, Sendable {
    private let words: (UInt64, UInt64, UInt64, UInt64)

    /// The digest of zeros: what stands before the first event of a log.
    public static let none = Digest(words: (0, 0, 0, 0))

    private init(words: (UInt64, UInt64, UInt64, UInt64)) { self.words = words }

    /// Hashes bytes.
    ///
    /// - Complexity: O(*n*) in the number of bytes.
    public init(of bytes: [UInt8]) { self.init(hash: SHA256.hash(bytes)) }

    /// Ends a hash that was fed piece by piece.
    package init(_ hash: consuming SHA256) { self.init(hash: hash.finish()) }

    /// Takes the 32 bytes of a hash that was computed elsewhere.
    ///
    /// - Returns: `nil` unless there are 32 of them.
    public init?(bytes: [UInt8]) {
        guard bytes.count == 32 else { return nil }
        self.init(hash: bytes)
    }

    private init(hash bytes: [UInt8]) {
        func word(_ index: Int) -> UInt64 { bytes[8 * index..<8 * index + 8].reduce(0) { $0 << 8 | UInt64($1) } }
        words = (word(0), word(1), word(2), word(3))
    }

    /// Reads a hash as it is written: `sha256:` and 64 hexadecimal digits, or the digits alone.
    ///
    /// - Throws: ``InvalidValue`` for anything else.
    public init(parsing text: String) throws(InvalidValue) {
        let digits = text.hasPrefix("sha256:") ? text.utf8.dropFirst(7) : Substring(text).utf8
        var words: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
        var count = 0
        for byte in digits {
            guard count < 64, let value = byte.hexValue else {
                count = 0
                break
            }
            words.0 = words.0 << 4 | words.1 >> 60
            words.1 = words.1 << 4 | words.2 >> 60
            words.2 = words.2 << 4 | words.3 >> 60
            words.3 = words.3 << 4 | UInt64(value)
            count += 1
        }
        guard count == 64 else {
            throw InvalidValue("'\(text.excerpt)' is not a SHA-256 hash", hint: "write 'sha256:' and 64 hex digits")
        }
        self.init(words: words)
    }

    /// The 32 bytes of the hash.
    public var bytes: [UInt8] {
        [words.0, words.1, words.2, words.3].flatMap { word in
            stride(from: UInt64(56), through: 0, by: -8).map { UInt8(truncatingIfNeeded: word >> $0) }
        }
    }

    /// The 64 lower-case hexadecimal digits of the hash.
    public var hexadecimal: String {
        String(decoding: bytes.flatMap { [($0 >> 4).hexDigit, ($0 & 15).hexDigit] }, as: UTF8.self)
    }

    /// Whether two hashes are the same.
    public static func == (one: Digest, other: Digest) -> Bool { one.words == other.words }

    /// Feeds the hash to a hasher; a part of it is as good as all.
    public func hash(into hasher: inout Hasher) { hasher.combine(words.0) }
}

extension Digest: CustomStringConvertible {
    /// The hash as it is written: `sha256:` and 64 lower-case hexadecimal digits.
    public var description: String { "sha256:" + hexadecimal }
}

extension UInt8 {
    /// The value of a hexadecimal digit; `nil` for any other character.
    var hexValue: UInt8? {
        switch self {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): self - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): self - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): self - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}
