extension BACnetValue {
    /// Appends the value with its tags.
    ///
    /// - Throws: ``BACnetFault`` for a tag number of 255 or nesting that nobody would read.
    /// - Complexity: O(*n*) in the number of octets.
    public func encode(into octets: inout [UInt8]) throws(BACnetFault) { try encode(into: &octets, depth: 0) }

    private func encode(into octets: inout [UInt8], depth: Int) throws(BACnetFault) {
        switch self {
        case .boolean(let value): octets.append(value ? 0x11 : 0x10)
        case .real(let value):
            octets.append(0x44)
            octets.append(long: value.bitPattern)
        case .context(let number, let content):
            try check(number, octets.count)
            octets.append(tag: number, isContext: true, length: content.count)
            octets.append(contentsOf: content)
        case .constructed(let number, let values):
            try check(number, octets.count)
            guard depth < OctetReader.deepest else {
                throw BACnetFault(
                    .tooDeep, "values nest deeper than \(OctetReader.deepest)", offset: octets.count)
            }
            octets.append(opening: number)
            for value in values { try value.encode(into: &octets, depth: depth &+ 1) }
            octets.append(closing: number)
        default:
            guard let type = primitiveType else { return }
            octets.append(tag: type.rawValue, isContext: false, length: contentLength)
            appendContent(to: &octets)
        }
    }

    private func check(_ number: UInt8, _ offset: Int) throws(BACnetFault) {
        guard number == 255 else { return }
        throw BACnetFault(.wrongTag, "a tag number '255', which is reserved", offset: offset)
    }

    /// The value as octets behind a context tag.
    ///
    /// - Parameter number: the number of the tag, 0 to 254.
    /// - Returns: the value; one that has no type of its own comes back unchanged.
    public func tagged(_ number: UInt8) -> BACnetValue {
        guard primitiveType != nil else { return self }
        var octets: [UInt8] = []
        appendContent(to: &octets)
        return .context(number, octets)
    }

    /// The type of a value that says itself which type it is of; `nil` for one with a context tag.
    public var primitiveType: PrimitiveType? {
        switch self {
        case .null: .null
        case .boolean: .boolean
        case .unsigned: .unsigned
        case .signed: .signed
        case .real: .real
        case .double: .double
        case .octetString: .octetString
        case .characterString: .characterString
        case .bitString: .bitString
        case .enumerated: .enumerated
        case .date: .date
        case .time: .time
        case .objectIdentifier: .objectIdentifier
        case .context, .constructed: nil
        }
    }

    /// The octets behind the tag; of a boolean, behind a context tag.
    var contentLength: Int {
        switch self {
        case .null, .constructed: 0
        case .boolean: 1
        case .unsigned(let number): [UInt8].width(number)
        case .signed(let number): [UInt8].width(number)
        case .enumerated(let number): [UInt8].width(UInt64(number))
        case .real, .date, .time, .objectIdentifier: 4
        case .double: 8
        case .octetString(let octets), .context(_, let octets): octets.count
        case .characterString(let text): text.octets.count + 1
        case .bitString(let bits): bits.octets.count + 1
        }
    }

    /// Appends what stands behind the tag; of a boolean, behind a context tag.
    func appendContent(to octets: inout [UInt8]) {
        switch self {
        case .null, .constructed: break
        case .boolean(let value): octets.append(value ? 1 : 0)
        case .unsigned(let number): octets.append(number, octets: [UInt8].width(number))
        case .signed(let number): octets.append(UInt64(bitPattern: number), octets: [UInt8].width(number))
        case .enumerated(let number): octets.append(UInt64(number), octets: [UInt8].width(UInt64(number)))
        case .real(let value): octets.append(long: value.bitPattern)
        case .double(let value): octets.append(value.bitPattern, octets: 8)
        case .octetString(let content), .context(_, let content): octets.append(contentsOf: content)
        case .date(let date): octets.append(long: date.rawValue)
        case .time(let time): octets.append(long: time.rawValue)
        case .objectIdentifier(let object): octets.append(long: object.rawValue)
        case .characterString(let text):
            octets.append(UInt8(truncatingIfNeeded: text.characterSet.number))
            octets.append(contentsOf: text.octets)
        case .bitString(let bits):
            octets.append(bits.unusedBits)
            octets.append(contentsOf: bits.octets)
        }
    }
}

extension Sequence<BACnetValue> {
    /// Appends the values between an opening and a closing tag.
    @inline(__always) func encode(in number: UInt8, into octets: inout [UInt8]) throws(BACnetFault) {
        octets.append(opening: number)
        for value in self { try value.encode(into: &octets) }
        octets.append(closing: number)
    }
}
