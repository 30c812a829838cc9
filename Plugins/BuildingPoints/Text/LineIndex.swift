/// The places of a text file's bytes as editors count them.
struct LineIndex {
    /// How many bytes there are from one count of scalars to the next.
    private static let stride = 256

    private let bytes: [UInt8]
    private let starts: [Int]
    /// How many scalars begin before each multiple of ``stride``; a line may be as long as the file.
    private let scalars: [Int]

    /// Finds the lines of a file; they end with LF, CR LF or CR.
    ///
    /// - Complexity: O(*n*) in the number of bytes.
    init(_ bytes: [UInt8]) {
        var starts = [0]
        var scalars: [Int] = []
        var count = 0
        for (offset, byte) in bytes.enumerated() {
            if offset.isMultiple(of: Self.stride) { scalars.append(count) }
            if byte.beginsScalar { count += 1 }
            let next = offset + 1 < bytes.count ? bytes[offset + 1] : 0
            let ends = byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") && next != UInt8(ascii: "\n")
            if ends { starts.append(offset + 1) }
        }
        self.bytes = bytes
        self.starts = starts
        self.scalars = scalars
    }

    /// The line and the column, in Unicode scalars, of an offset; both from 1.
    ///
    /// - Complexity: O(log *n*) in the number of lines, however long they are.
    func place(of offset: Int) -> (line: Int, column: Int) {
        var low = 0
        var high = starts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if starts[middle] <= offset { low = middle } else { high = middle }
        }
        let end = min(max(offset, starts[low]), bytes.count)
        let start = min(starts[low], end)
        // Most lines are short.
        let isShort = end - start <= Self.stride
        let before = isShort ? scalars(in: start..<end) : scalars(before: end) - scalars(before: start)
        return (low + 1, before + 1)
    }

    private func scalars(in range: Range<Int>) -> Int { bytes[range].count { $0.beginsScalar } }

    private func scalars(before offset: Int) -> Int {
        guard !scalars.isEmpty else { return 0 }
        let mark = min(offset / Self.stride, scalars.count - 1)
        return scalars[mark] + scalars(in: mark * Self.stride..<offset)
    }
}

extension UInt8 {
    /// Whether a scalar of UTF-8 begins with the byte.
    fileprivate var beginsScalar: Bool { self & 0xC0 != 0x80 }
}
