extension OctetReader {
    /// Reads one value with its tags.
    mutating func value() throws(BACnetFault) -> BACnetValue {
        let tag = try tag()
        switch tag.kind {
        case .application: return try primitive(tag)
        case .context: return .context(tag.number, try take(tag.length))
        case .opening:
            depth &+= 1
            guard depth <= Self.deepest else {
                throw fault(.tooDeep, "values nest deeper than \(Self.deepest)", at: tag.offset)
            }
            let inner = try values()
            try close(tag.number)
            return .constructed(tag.number, inner)
        case .closing: throw fault(.wrongTag, "a closing tag '\(tag.number)' that nothing opened", at: tag.offset)
        }
    }

    /// Reads values up to a closing tag or the end.
    mutating func values() throws(BACnetFault) -> [BACnetValue] {
        var values: [BACnetValue] = []
        while !isAtEnd, !isClosing { values.append(try value()) }
        return values
    }

    /// Reads values between an opening and a closing tag.
    mutating func values(in number: UInt8) throws(BACnetFault) -> [BACnetValue] {
        try open(number)
        let values = try values()
        try close(number)
        return values
    }

    private mutating func primitive(_ tag: Tag) throws(BACnetFault) -> BACnetValue {
        guard let type = PrimitiveType(rawValue: tag.number) else {
            throw fault(.wrongTag, "an application tag '\(tag.number)', which is reserved", at: tag.offset)
        }
        if type == .boolean {
            guard tag.length < 2 else { throw fault(.wrongValue, "a boolean of '\(tag.length)'", at: tag.offset) }
            return .boolean(tag.length == 1)
        }
        return try primitive(type, length: tag.length)
    }

    /// Reads a value of a type that is known, behind its tag.
    mutating func primitive(_ type: PrimitiveType, length: Int) throws(BACnetFault) -> BACnetValue {
        switch type {
        case .null:
            try expect(length, 0, type)
            return .null
        case .boolean:
            try expect(length, 1, type)
            let value = try octet()
            guard value < 2 else { throw fault(.wrongValue, "a boolean of '\(value)'", at: position - 1) }
            return .boolean(value == 1)
        case .unsigned:
            guard length > 0 else { throw fault(.wrongLength, "a number of '0' octets") }
            return .unsigned(try number(length))
        case .signed: return .signed(try signed(length))
        case .real:
            try expect(length, 4, type)
            return .real(Float(bitPattern: try long()))
        case .double:
            try expect(length, 8, type)
            return .double(Double(bitPattern: try number(8)))
        case .enumerated: return .enumerated(try number32(length))
        case .objectIdentifier: return .objectIdentifier(try object(length))
        case .octetString: return .octetString(try take(length))
        default: return try compound(type, length: length)
        }
    }

    private mutating func compound(_ type: PrimitiveType, length: Int) throws(BACnetFault) -> BACnetValue {
        let start = position
        switch type {
        case .characterString: return .characterString(try text(length))
        case .bitString:
            guard length > 0 else { throw fault(.wrongLength, "a bit string of '0' octets") }
            let unused = try octet()
            guard let bits = BitString(octets: try take(length - 1), unusedBits: unused) else {
                throw fault(.wrongValue, "a bit string with '\(unused)' unused bits, at most 7", at: start)
            }
            return .bitString(bits)
        case .date:
            try expect(length, 4, type)
            return .date(try date())
        default:
            try expect(length, 4, .time)
            return .time(try time())
        }
    }

    func expect(_ length: Int, _ right: Int, _ type: PrimitiveType) throws(BACnetFault) {
        guard length != right else { return }
        throw fault(.wrongLength, "a value of type '\(type.name)' of '\(length)' octets instead of \(right)")
    }

    private mutating func signed(_ length: Int) throws(BACnetFault) -> Int64 {
        guard length > 0 else { throw fault(.wrongLength, "a number of '0' octets") }
        let shift = UInt64(truncatingIfNeeded: 64 - length * 8)
        return Int64(bitPattern: try number(length) << shift) >> Int64(bitPattern: shift)
    }

    mutating func date() throws(BACnetFault) -> BACnetDate {
        let start = position
        let raw = try long()
        guard let date = BACnetDate(rawValue: raw) else { throw fault(.wrongValue, "no date can be", at: start) }
        return date
    }

    mutating func time() throws(BACnetFault) -> BACnetTime {
        let start = position
        let raw = try long()
        guard let time = BACnetTime(rawValue: raw) else { throw fault(.wrongValue, "no time can be", at: start) }
        return time
    }

    mutating func text(_ length: Int) throws(BACnetFault) -> CharacterString {
        let start = position
        guard length > 0 else { throw fault(.wrongLength, "a text without its character set") }
        let set = CharacterString.CharacterSet(UInt32(try octet()))
        guard let text = CharacterString(set, octets: try take(length - 1)) else {
            throw fault(
                .wrongLength, "a text of '\(length - 1)' octets, which is no whole character of \(set)", at: start)
        }
        return text
    }

    /// Reads a date and a time with application tags.
    mutating func dateTime() throws(BACnetFault) -> BACnetDateTime {
        try expect(try application(.date), 4, .date)
        let date = try date()
        try expect(try application(.time), 4, .time)
        return BACnetDateTime(date, try time())
    }
}

extension BACnetValue {
    /// Reads values one after the other, as they stand in a property.
    ///
    /// - Throws: ``BACnetFault`` with the offset of the octet that is wrong.
    /// - Complexity: O(*n*) in the number of octets.
    public static func decode(_ octets: [UInt8]) throws(BACnetFault) -> [BACnetValue] {
        var reader = OctetReader(octets)
        let values = try reader.values()
        try reader.finish()
        return values
    }

    /// Reads the octets of a context tag as a type that the reader knows from the context.
    ///
    /// - Parameter type: the type.
    /// - Returns: the value; a value that has its own type comes back unchanged.
    /// - Throws: ``BACnetFault`` when the octets are none of that type; its offset counts inside them.
    public func interpreted(as type: PrimitiveType) throws(BACnetFault) -> BACnetValue {
        guard case .context(_, let octets) = self else { return self }
        var reader = OctetReader(octets)
        let value = try reader.primitive(type, length: octets.count)
        try reader.finish()
        return value
    }
}
