/// The places of a text file's bytes as editors count them.
struct LineIndex {
    private let bytes: [UInt8]
    private let starts: [Int]

    /// Finds the lines of a file; they end with LF, CR LF or CR.
    ///
    /// - Complexity: O(*n*) in the number of bytes.
    init(_ bytes: [UInt8]) {
        var starts = [0]
        for (offset, byte) in bytes.enumerated() {
            let next = offset + 1 < bytes.count ? bytes[offset + 1] : 0
            let ends = byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") && next != UInt8(ascii: "\n")
            if ends { starts.append(offset + 1) }
        }
        self.bytes = bytes
        self.starts = starts
    }

    /// The line and the column, in Unicode scalars, of an offset; both from 1.
    ///
    /// - Complexity: O(log *n*) in the number of lines, and O(*m*) in the length of the line.
    func place(of offset: Int) -> (line: Int, column: Int) {
        var low = 0
        var high = starts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if starts[middle] <= offset { low = middle } else { high = middle }
        }
        let end = min(max(offset, starts[low]), bytes.count)
        let before = bytes[min(starts[low], bytes.count)..<end].count { $0 & 0xC0 != 0x80 }
        return (low + 1, before + 1)
    }
}
