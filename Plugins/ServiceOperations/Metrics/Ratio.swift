/// How many of how many, as an exact pair; a part of nothing is undefined.
struct Ratio: Equatable {
    let part: Int
    let whole: Int

    /// Counts those of some values for which something holds.
    init<Value>(of values: [Value], where holds: (Value) -> Bool) {
        part = values.count(where: holds)
        whole = values.count
    }

    /// The ratio in percent; `nil` of nothing.
    var percent: Double? { whole == 0 ? nil : Double(part) * 100 / Double(whole) }
}

extension [Double] {
    /// The arithmetic mean; `nil` without values.
    var mean: Double? { isEmpty ? nil : reduce(0, +) / Double(count) }

    /// The middle value, or the mean of both middle values; `nil` without values.
    ///
    /// - Complexity: O(*n* log *n*) in the number of values.
    var median: Double? {
        let sorted = sorted()
        guard let middle = sorted.indices.dropFirst(count / 2).first else { return nil }
        return count.isMultiple(of: 2) ? (sorted[middle - 1] + sorted[middle]) / 2 : sorted[middle]
    }
}
