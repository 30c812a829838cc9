import PhaseLoomTesting

/// Hands variants of a file to a test: octets changed, cut out, doubled and inserted, the same ones on every run.
func mutate(_ seed: [UInt8], rounds: Int, from start: UInt64 = 20_261_121, _ body: ([UInt8]) -> Void) {
    var generator = SeededGenerator(seed: start)
    let special: [UInt8] = [0, 9, 10, 13, 34, 39, 44, 45, 46, 48, 57, 59, 61, 91, 93, 123, 124, 125, 0x80, 0xFF]
    for _ in 0..<rounds {
        var bytes = seed
        for _ in 0..<Int.random(in: 1...6, using: &generator) where !bytes.isEmpty {
            let place = Int.random(in: 0..<bytes.count, using: &generator)
            let end = min(bytes.count, place + Int.random(in: 1...40, using: &generator))
            switch Int.random(in: 0...3, using: &generator) {
            case 0: bytes[place] = special.randomElement(using: &generator) ?? 0
            case 1: bytes.removeSubrange(place..<end)
            case 2: bytes.insert(contentsOf: bytes[place..<end], at: place)
            default: bytes.insert(special.randomElement(using: &generator) ?? 0, at: place)
            }
        }
        body(bytes)
    }
}
