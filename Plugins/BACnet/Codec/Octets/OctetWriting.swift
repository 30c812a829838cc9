extension [UInt8] {
    @inline(__always) mutating func append(word: UInt16) {
        append(UInt8(truncatingIfNeeded: word >> 8))
        append(UInt8(truncatingIfNeeded: word))
    }

    @inline(__always) mutating func append(long: UInt32) {
        append(word: UInt16(truncatingIfNeeded: long >> 16))
        append(word: UInt16(truncatingIfNeeded: long))
    }

    /// Appends the lower octets of a number.
    @inline(__always) mutating func append(_ number: UInt64, octets: Int) {
        var shift = octets &* 8
        while shift > 0 {
            shift &-= 8
            append(UInt8(truncatingIfNeeded: number >> UInt64(truncatingIfNeeded: shift)))
        }
    }

    /// Appends a tag; the number 255 does not exist.
    @inline(__always) mutating func append(tag number: UInt8, isContext: Bool, length: Int) {
        let kind: UInt8 = isContext ? 8 : 0
        let short = length < 5 ? UInt8(truncatingIfNeeded: length) : 5
        append((number < 15 ? number << 4 : 0xF0) | kind | short)
        if number >= 15 { append(number) }
        if length > 4 { append(length: length) }
    }

    private mutating func append(length: Int) {
        if length < 254 {
            append(UInt8(truncatingIfNeeded: length))
        } else if length < 65_536 {
            append(254)
            append(word: UInt16(truncatingIfNeeded: length))
        } else {
            append(255)
            append(long: UInt32(truncatingIfNeeded: length))
        }
    }

    @inline(__always) mutating func append(opening number: UInt8) { append(bracket: number, 6) }
    @inline(__always) mutating func append(closing number: UInt8) { append(bracket: number, 7) }

    @inline(__always) private mutating func append(bracket number: UInt8, _ kind: UInt8) {
        append((number < 15 ? number << 4 : 0xF0) | 8 | kind)
        if number >= 15 { append(number) }
    }

    /// The fewest octets that hold a number.
    @inline(__always) static func width(_ number: UInt64) -> Int {
        Swift.max(1, (71 &- number.leadingZeroBitCount) / 8)
    }

    /// The fewest octets that hold a number with its sign.
    static func width(_ number: Int64) -> Int {
        (72 &- (number < 0 ? ~number : number).leadingZeroBitCount) / 8
    }

    @inline(__always) mutating func append(_ number: UInt32, context tag: UInt8) {
        let width = Self.width(UInt64(number))
        append(tag: tag, isContext: true, length: width)
        append(UInt64(number), octets: width)
    }

    mutating func append(_ value: Bool, context tag: UInt8) {
        append(tag: tag, isContext: true, length: 1)
        append(value ? 1 : 0)
    }

    @inline(__always) mutating func append(_ object: ObjectIdentifier, context tag: UInt8) {
        append(tag: tag, isContext: true, length: 4)
        append(long: object.rawValue)
    }
}
