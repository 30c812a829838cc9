import PhaseLoom

/// The newer format of captures: sections of blocks, with interfaces of different kinds.
struct PcapngFormat: Sendable {
    /// The type of the block that begins a section, the same in both byte orders.
    static let sectionHeader = 0x0A0D_0D0A
    /// The most octets of a block that are accepted.
    static let largestBlock = 16 << 20
    /// The most interfaces of a section that are accepted.
    static let mostInterfaces = 4096

    private var isLittleEndian = false
    private var interfaces: [CaptureInterface] = []

    /// Reads a block; `nil` when it is not complete.
    mutating func step(_ view: OctetView, offset: Int) throws(CaptureFault) -> CaptureStep? {
        guard view.count >= 12 else { return nil }
        if view.number(at: 0, octets: 4) == Self.sectionHeader {
            try beginSection(view, offset: offset)
        }
        let view = view.ordered(littleEndian: isLittleEndian)
        guard let type = view.number(at: 0, octets: 4), let length = view.number(at: 4, octets: 4) else { return nil }
        guard length >= 12, length % 4 == 0, length <= Self.largestBlock else {
            throw CaptureFault(.wrongLength, "a block cannot have \(length) octets", offset: offset + 4)
        }
        guard let block = view.view(from: 0, count: length) else { return nil }
        guard block.number(at: length - 4, octets: 4) == length, let body = block.view(from: 8, count: length - 12)
        else {
            throw CaptureFault(.wrongLength, "a block ends with another length", offset: offset + length - 4)
        }
        return CaptureStep(octets: length, packet: try packet(type, body, offset: offset + 8))
    }

    /// The byte order is that of the section, and interfaces are numbered within it.
    private mutating func beginSection(_ view: OctetView, offset: Int) throws(CaptureFault) {
        switch view.number(at: 8, octets: 4) {
        case 0x1A2B_3C4D: isLittleEndian = false
        case 0x4D3C_2B1A: isLittleEndian = true
        default: throw CaptureFault(.wrongValue, "the byte order of a section is unknown", offset: offset + 8)
        }
        interfaces = []
    }

    private mutating func packet(_ type: Int, _ body: OctetView, offset: Int) throws(CaptureFault) -> CapturedPacket? {
        switch type {
        case 1:
            guard interfaces.count < Self.mostInterfaces, let interface = CaptureInterface(body) else {
                throw CaptureFault(.wrongValue, "an interface cannot be understood", offset: offset)
            }
            interfaces.append(interface)
            return nil
        // The old packet block keeps a count of drops beside the interface; the rest is the same.
        case 2: return try packet(body, from: body.number(at: 0, octets: 2), offset: offset)
        case 6: return try packet(body, from: body.number(at: 0, octets: 4), offset: offset)
        case 3: return try simplePacket(body, offset: offset)
        default: return nil
        }
    }

    private func packet(
        _ body: OctetView, from interface: Int?, offset: Int
    ) throws(CaptureFault) -> CapturedPacket {
        guard let interface, interface < interfaces.count else {
            throw CaptureFault(.wrongValue, "a packet is of an interface that was not described", offset: offset)
        }
        guard let high = body.number(at: 4, octets: 4), let low = body.number(at: 8, octets: 4),
            let kept = body.number(at: 12, octets: 4), let whole = body.number(at: 16, octets: 4),
            let octets = body.view(from: 20, count: kept)
        else { throw CaptureFault(.wrongLength, "a packet is longer than its block", offset: offset + 12) }
        return CapturedPacket(
            number: 0, time: interfaces[interface].time(UInt64(high) << 32 | UInt64(low)),
            link: interfaces[interface].link, octets: octets.array, missing: max(0, whole - kept))
    }

    private func simplePacket(_ body: OctetView, offset: Int) throws(CaptureFault) -> CapturedPacket {
        guard let interface = interfaces.first, let whole = body.number(at: 0, octets: 4) else {
            throw CaptureFault(.wrongValue, "a packet is of an interface that was not described", offset: offset)
        }
        let kept = min(whole, interface.snapLength > 0 ? interface.snapLength : whole)
        guard let octets = body.view(from: 4, count: kept) else {
            throw CaptureFault(.wrongLength, "a packet is longer than its block", offset: offset)
        }
        return CapturedPacket(
            number: 0, time: Timestamp(milliseconds: 0), link: interface.link, octets: octets.array,
            missing: whole - kept)
    }
}

/// An interface of a section, with the unit in which its times are written.
struct CaptureInterface: Sendable {
    let link: LinkType
    let snapLength: Int
    /// How many units of time make a second, at least one.
    private var unitsPerSecond: UInt64 = 1_000_000
    /// The seconds that are added to its times.
    private var shift: Int64 = 0

    init?(_ body: OctetView) {
        guard let link = body.number(at: 0, octets: 2), let snapLength = body.number(at: 4, octets: 4) else {
            return nil
        }
        self.link = LinkType(UInt16(truncatingIfNeeded: link))
        self.snapLength = snapLength
        var place = 8
        while let code = body.number(at: place, octets: 2), code != 0 {
            guard let length = body.number(at: place + 2, octets: 2),
                let value = body.view(from: place + 4, count: length), readOption(code, value)
            else { return nil }
            place += 4 + (length + 3) / 4 * 4
        }
    }

    /// Options 9, the resolution of times, and 14, their shift; all others are passed over.
    private mutating func readOption(_ code: Int, _ value: OctetView) -> Bool {
        switch code {
        case 9:
            guard let octet = value[0] else { return false }
            let exponent = Int(octet & 0x7F)
            // Finer units do not fit into the 64 bits of a time.
            guard exponent <= (octet & 0x80 == 0 ? 19 : 63) else { return false }
            unitsPerSecond = (0..<exponent).reduce(1) { units, _ in units &* (octet & 0x80 == 0 ? 10 : 2) }
        case 14:
            guard let first = value.number(at: 0, octets: 4), let second = value.number(at: 4, octets: 4) else {
                return false
            }
            let (high, low) = value.isLittleEndian ? (second, first) : (first, second)
            shift = Int64(bitPattern: UInt64(high) << 32 | UInt64(low))
        default: break
        }
        return true
    }

    func time(_ units: UInt64) -> Timestamp {
        let seconds = Int64(truncatingIfNeeded: units / unitsPerSecond &+ UInt64(bitPattern: shift))
        let rest = (units % unitsPerSecond).multipliedFullWidth(by: 1000)
        let part = unitsPerSecond.dividingFullWidth(rest).quotient
        let (milliseconds, overflow) = seconds.multipliedReportingOverflow(by: 1000)
        guard !overflow else { return Timestamp(milliseconds: seconds < 0 ? .min : .max) }
        return Timestamp(milliseconds: milliseconds).advanced(byMilliseconds: Int64(truncatingIfNeeded: part))
    }
}
