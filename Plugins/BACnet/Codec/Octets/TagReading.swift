extension OctetReader {
    /// Reads a tag with its extended number and length.
    @inline(__always) mutating func tag() throws(BACnetFault) -> Tag {
        tags &+= 1
        guard tags <= tagLimit else { throw fault(.tooLong, "more than \(tagLimit) tags in one message") }
        let start = position
        let first = try octet()
        guard first >> 4 == 15 || first & 7 > 4 else {
            let kind = first & 8 != 0 ? Tag.Kind.context : .application
            return Tag(kind: kind, number: first >> 4, length: Int(first & 7), offset: start)
        }
        return try longTag(first, start)
    }

    private mutating func longTag(_ first: UInt8, _ start: Int) throws(BACnetFault) -> Tag {
        let number = first >> 4 == 15 ? try octet() : first >> 4
        guard number < 255 else { throw fault(.wrongTag, "a tag number '255', which is reserved", at: start) }
        let isContext = first & 8 != 0
        let low = first & 7
        if low > 5 {
            guard isContext else { throw fault(.wrongTag, "an opening or closing tag that is no context's", at: start) }
            return Tag(kind: low == 6 ? .opening : .closing, number: number, length: 0, offset: start)
        }
        let length = low < 5 ? Int(low) : try longLength()
        guard length <= remaining else {
            throw fault(.truncated, "'\(length)' octets are announced, '\(remaining)' follow", at: start)
        }
        return Tag(kind: isContext ? .context : .application, number: number, length: length, offset: start)
    }

    private mutating func longLength() throws(BACnetFault) -> Int {
        switch try octet() {
        case 254: Int(try word())
        case 255: Int(try long())
        case let short: Int(short)
        }
    }

    /// The next tag, without moving; `nil` at the end or when it is none.
    func peek() -> Tag? {
        guard !isAtEnd else { return nil }
        var copy = self
        copy.tags = 0
        return try? copy.tag()
    }

    /// Whether the next octet is a tag of this number in the context, be it of a primitive value or an opening one.
    func isNext(_ number: UInt8) -> Bool {
        guard let tag = peek() else { return false }
        return tag.number == number && (tag.kind == .context || tag.kind == .opening)
    }

    mutating func open(_ number: UInt8) throws(BACnetFault) {
        let tag = try tag()
        guard tag.opens(number) else { throw fault(.wrongTag, "no opening tag '\(number)'", at: tag.offset) }
        depth &+= 1
        guard depth <= Self.deepest else {
            throw fault(.tooDeep, "values nest deeper than \(Self.deepest)", at: tag.offset)
        }
    }

    mutating func close(_ number: UInt8) throws(BACnetFault) {
        let tag = try tag()
        guard tag.closes(number) else { throw fault(.wrongTag, "no closing tag '\(number)'", at: tag.offset) }
        depth &-= 1
    }

    /// Whether a closing tag comes next: no other tag has these three bits set.
    @inline(__always) var isClosing: Bool { !isAtEnd && octets[position] & 15 == 15 }

    /// The length of the value behind the tag of this number in the context.
    @inline(__always) mutating func context(_ number: UInt8) throws(BACnetFault) -> Int {
        let tag = try tag()
        guard tag.kind == .context, tag.number == number else {
            throw fault(.wrongTag, "no context tag '\(number)'", at: tag.offset)
        }
        return tag.length
    }

    /// The length of the value behind the application tag of a type.
    mutating func application(_ type: PrimitiveType) throws(BACnetFault) -> Int {
        let tag = try tag()
        guard tag.kind == .application, tag.number == type.rawValue else {
            throw fault(.wrongTag, "no value of type '\(type.name)'", at: tag.offset)
        }
        return tag.length
    }

    /// Reads a number that has to fit 32 bits.
    @inline(__always) mutating func number32(_ length: Int, most: UInt32 = .max) throws(BACnetFault) -> UInt32 {
        let start = position
        guard length > 0 else { throw fault(.wrongLength, "a number of '0' octets") }
        let value = try number(length)
        guard value <= UInt64(most) else { throw fault(.wrongValue, "'\(value)' is above \(most)", at: start) }
        return UInt32(truncatingIfNeeded: value)
    }

    mutating func contextNumber(_ tag: UInt8, most: UInt32 = .max) throws(BACnetFault) -> UInt32 {
        try number32(try context(tag), most: most)
    }

    mutating func contextBoolean(_ tag: UInt8) throws(BACnetFault) -> Bool {
        let length = try context(tag)
        guard length == 1 else { throw fault(.wrongLength, "a boolean of '\(length)' octets instead of 1") }
        let value = try octet()
        guard value < 2 else { throw fault(.wrongValue, "a boolean of '\(value)'", at: position &- 1) }
        return value == 1
    }

    mutating func object(_ length: Int) throws(BACnetFault) -> ObjectIdentifier {
        guard length == 4 else { throw fault(.wrongLength, "an object identifier of '\(length)' octets instead of 4") }
        return ObjectIdentifier(rawValue: try long())
    }

    mutating func contextObject(_ tag: UInt8) throws(BACnetFault) -> ObjectIdentifier { try object(try context(tag)) }
}
