/// A place in a text file as editors count it.
package struct TextPosition: Hashable, Sendable {
    /// The line, from 1.
    package private(set) var line = 1
    /// The column in characters (Unicode scalars), from 1.
    package private(set) var column = 1

    /// The positions of some offsets, computed in one pass over the text.
    ///
    /// - Parameters:
    ///   - offsets: byte offsets, in ascending order.
    ///   - bytes: the text in UTF-8.
    /// - Returns: a position for each offset; beyond the end of the text, that of the end.
    /// - Complexity: O(*n* + *m*) in the number of bytes and offsets.
    package static func positions(of offsets: [Int], in bytes: [UInt8]) -> [TextPosition] {
        var result: [TextPosition] = []
        result.reserveCapacity(offsets.count)
        var position = TextPosition()
        var current = 0
        for offset in offsets {
            while current < offset, current < bytes.count {
                position.pass(bytes[current], before: current + 1 < bytes.count ? bytes[current + 1] : 0)
                current += 1
            }
            result.append(position)
        }
        return result
    }

    /// The position of an offset.
    ///
    /// - Complexity: O(*n*) in the offset.
    package static func position(of offset: Int, in bytes: [UInt8]) -> TextPosition {
        positions(of: [offset], in: bytes).first ?? TextPosition()
    }

    private mutating func pass(_ byte: UInt8, before next: UInt8) {
        if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") && next != UInt8(ascii: "\n") {
            line += 1
            column = 1
        } else if byte & 0xC0 != 0x80 {
            column += 1
        }
    }
}
