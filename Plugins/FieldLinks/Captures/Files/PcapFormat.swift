import PhaseLoom

/// The classic format of captures: one header, then packets that all have one kind of link.
struct PcapFormat: Sendable {
    /// The most octets of a packet that libpcap writes.
    static let largestPacket = 262_144

    let isLittleEndian: Bool
    /// The parts of a second in which times are written.
    let fraction: Int
    let link: LinkType

    /// Reads the header of a file; `nil` when it is not complete.
    static func read(
        _ view: OctetView, magic: Int, offset: Int
    ) throws(CaptureFault) -> (PcapFormat, CaptureStep)? {
        let (isLittleEndian, fraction): (Bool, Int)
        switch magic {
        case 0xA1B2_C3D4: (isLittleEndian, fraction) = (false, 1_000_000)
        case 0xD4C3_B2A1: (isLittleEndian, fraction) = (true, 1_000_000)
        case 0xA1B2_3C4D: (isLittleEndian, fraction) = (false, 1_000_000_000)
        case 0x4D3C_B2A1: (isLittleEndian, fraction) = (true, 1_000_000_000)
        default: throw CaptureFault(.notACapture, "the file is neither pcap nor pcapng", offset: offset)
        }
        guard let header = view.view(from: 0, count: 24) else { return nil }
        let numbers = header.ordered(littleEndian: isLittleEndian)
        guard numbers.number(at: 4, octets: 2) == 2 else {
            throw CaptureFault(.wrongValue, "only version 2 of pcap is in use", offset: offset + 4)
        }
        // The upper half tells of check sequences at the end of frames.
        let link = LinkType(UInt16(truncatingIfNeeded: numbers.number(at: 20, octets: 4) ?? 0))
        return (
            PcapFormat(isLittleEndian: isLittleEndian, fraction: fraction, link: link), CaptureStep(octets: 24)
        )
    }

    /// Reads a packet; `nil` when it is not complete.
    func step(_ view: OctetView, offset: Int) throws(CaptureFault) -> CaptureStep? {
        let view = view.ordered(littleEndian: isLittleEndian)
        guard let seconds = view.number(at: 0, octets: 4), let parts = view.number(at: 4, octets: 4),
            let kept = view.number(at: 8, octets: 4), let whole = view.number(at: 12, octets: 4)
        else { return nil }
        guard kept <= Self.largestPacket else {
            throw CaptureFault(.wrongLength, "a packet of \(kept) octets is larger than any", offset: offset + 8)
        }
        guard let octets = view.view(from: 16, count: kept) else { return nil }
        let time = Timestamp(milliseconds: Int64(seconds) * 1000 + Int64(parts) * 1000 / Int64(fraction))
        return CaptureStep(
            octets: 16 + kept,
            packet: CapturedPacket(
                number: 0, time: time, link: link, octets: octets.array, missing: max(0, whole - kept)))
    }
}
