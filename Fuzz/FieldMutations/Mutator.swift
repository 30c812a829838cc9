import PhaseLoomTesting

/// Damages octets at random, in the same way for the same seed.
struct Mutator {
    private var generator: SeededGenerator
    /// Octets on which parsers turn: ends of ranges, tags, separators and quotes.
    private static let special: [UInt8] = [
        0, 1, 9, 10, 13, 0x0E, 0x0F, 0x1E, 0x1F, 34, 44, 48, 58, 59, 61, 91, 93, 123, 125, 0x7F, 0x80, 0x81, 0xFE, 0xFF,
    ]

    init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

    /// One of the seeds with one to four damages; others lend their octets.
    mutating func next(of seeds: [[UInt8]]) -> [UInt8] {
        var octets = seeds.randomElement(using: &generator) ?? []
        for _ in 0..<Int.random(in: 1...4, using: &generator) { damage(&octets, seeds) }
        return octets
    }

    private mutating func damage(_ octets: inout [UInt8], _ seeds: [[UInt8]]) {
        let place = Int.random(in: 0...octets.count, using: &generator)
        let end = min(octets.count, place + Int.random(in: 1...16, using: &generator))
        switch Int.random(in: 0...7, using: &generator) {
        case 0 where place < octets.count: octets[place] ^= 1 << UInt8.random(in: 0...7, using: &generator)
        case 1 where place < octets.count: octets[place] = UInt8.random(in: 0...255, using: &generator)
        case 2 where place < octets.count: octets[place] = Self.special.randomElement(using: &generator) ?? 0
        case 3: octets.insert(Self.special.randomElement(using: &generator) ?? 0, at: place)
        case 4: octets.removeSubrange(place..<end)
        case 5: octets.insert(contentsOf: octets[place..<end], at: place)
        case 6: octets.removeLast(octets.count - place)
        default:
            let other = seeds.randomElement(using: &generator) ?? []
            octets.replaceSubrange(place..., with: other.suffix(Int.random(in: 0...other.count, using: &generator)))
        }
    }
}
