/// Finds the word that somebody probably meant.
package enum Suggestion {
    /// The candidate with the fewest edits from a word, when that is few enough to be a slip of the pen.
    ///
    /// Counts insertions, deletions, substitutions and swaps of neighbours (optimal string alignment distance); among
    /// equals the first in order of bytes wins. A beginning of a candidate of three letters or more counts as one edit.
    ///
    /// - Complexity: O(*n* · *m*) for each candidate, of at most 128 characters.
    package static func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
        let letters = Array(word.lowercased().utf8.prefix(128))
        let limit = Swift.max(1, letters.count / 3)
        var best: (distance: Int, word: String)?
        for candidate in candidates where candidate != word {
            let isBeginning = letters.count >= 3 && candidate.utf8.starts(with: letters)
            // Words whose lengths differ by more than the limit need more edits than that.
            guard isBeginning || abs(candidate.utf8.count - letters.count) <= limit else { continue }
            let other = Array(candidate.lowercased().utf8.prefix(128))
            let distance =
                isBeginning || letters.count >= 3 && other.starts(with: letters)
                ? 1 : Self.distance(letters, other)
            guard distance <= limit else { continue }
            if let known = best, (known.distance, known.word) <= (distance, candidate) { continue }
            best = (distance, candidate)
        }
        return best?.word
    }

    static func distance(_ one: [UInt8], _ other: [UInt8]) -> Int {
        var beforeLast: [Int] = []
        var last = Array(0...other.count)
        for (row, letter) in one.enumerated() {
            var current = [row + 1]
            current.reserveCapacity(other.count + 1)
            for (column, candidate) in other.enumerated() {
                var cost = Swift.min(
                    last[column + 1] + 1, current[column] + 1, last[column] + (letter == candidate ? 0 : 1))
                let swapped = row > 0 && column > 0 && letter == other[column - 1] && candidate == one[row - 1]
                if swapped { cost = Swift.min(cost, beforeLast[column - 1] + 1) }
                current.append(cost)
            }
            beforeLast = last
            last = current
        }
        return last[other.count]
    }
}
