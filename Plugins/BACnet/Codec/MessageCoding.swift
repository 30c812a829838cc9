extension BACnetMessage {
    /// Reads a message between applications, without the headers that it travels in.
    ///
    /// - Throws: ``BACnetFault`` with the offset of the octet that is wrong.
    /// - Complexity: O(*n*) in the number of octets.
    public static func decode(apdu octets: [UInt8]) throws(BACnetFault) -> BACnetMessage {
        BACnetMessage(apdu: try APDU.decode(octets))
    }

    /// Reads a message with the header of the network layer, as it travels on any link.
    ///
    /// - Throws: ``BACnetFault`` with the offset of the octet that is wrong.
    /// - Complexity: O(*n*) in the number of octets.
    public static func decode(npdu octets: [UInt8]) throws(BACnetFault) -> BACnetMessage {
        var reader = OctetReader(octets)
        return try BACnetMessage(bvll: nil, from: &reader)
    }

    /// Reads a datagram of BACnet/IP.
    ///
    /// - Throws: ``BACnetFault`` with the offset of the octet that is wrong.
    /// - Complexity: O(*n*) in the number of octets.
    public static func decode(datagram octets: [UInt8]) throws(BACnetFault) -> BACnetMessage {
        var reader = OctetReader(octets)
        let bvll = try BVLL(from: &reader)
        if bvll.carriesNPDU { return try BACnetMessage(bvll: bvll, from: &reader) }
        try reader.finish()
        return BACnetMessage(bvll: bvll)
    }

    private init(bvll: BVLL?, from reader: inout OctetReader) throws(BACnetFault) {
        let npdu = try NPDU(from: &reader)
        self.init(bvll: bvll, npdu: npdu)
        if npdu.message == nil { apdu = try APDU(from: &reader) }
        try reader.finish()
    }

    /// Makes the octets of the message with the headers that it has.
    ///
    /// - Throws: ``BACnetFault`` for parameters that do not fit their service, or a datagram above 65535 octets.
    /// - Complexity: O(*n*) in the number of octets.
    public func encode() throws(BACnetFault) -> [UInt8] {
        var octets: [UInt8] = []
        try encode(into: &octets)
        return octets
    }

    /// Appends the octets of the message with the headers that it has.
    ///
    /// - Throws: ``BACnetFault`` for parameters that do not fit their service, or a datagram above 65535 octets.
    /// - Complexity: O(*n*) in the number of octets.
    public func encode(into octets: inout [UInt8]) throws(BACnetFault) {
        let start = octets.count
        bvll?.encode(into: &octets)
        try npdu?.encode(into: &octets)
        try apdu?.encode(into: &octets)
        guard bvll != nil else { return }
        guard let length = UInt16(exactly: octets.count - start) else {
            throw BACnetFault(.tooLong, "a datagram of '\(octets.count - start)' octets, at most 65535", offset: start)
        }
        octets[start + 2] = UInt8(length >> 8)
        octets[start + 3] = UInt8(length & 255)
    }
}
