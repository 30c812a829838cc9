/// What comes before what: for each of some things, the set of those before it.
///
/// Filled in an order in which each thing comes after those before it.
struct Ancestry {
    /// The sets, one after the other, a bit for each thing.
    private var words: [UInt64]
    private let width: Int

    init(count: Int) {
        width = (count + 63) / 64
        words = Array(repeating: 0, count: count * width)
    }

    func has(_ earlier: Int, before later: Int) -> Bool {
        words[later * width + earlier / 64] & (1 << UInt64(earlier % 64)) != 0
    }

    /// Puts a thing, and all that is known to come before it, before another.
    mutating func put(_ earlier: Int, before later: Int) {
        for word in 0..<width { words[later * width + word] |= words[earlier * width + word] }
        words[later * width + earlier / 64] |= 1 << UInt64(earlier % 64)
    }

    /// Puts things before another, and returns those that no other of them comes after; positions in an order tell
    /// which of them come last and are looked at first.
    mutating func direct(_ before: some Sequence<Int>, to later: Int, position: [Int]) -> [Int] {
        before.sorted { position[$0] > position[$1] }.filter { earlier in
            if has(earlier, before: later) { return false }
            put(earlier, before: later)
            return true
        }
    }
}
