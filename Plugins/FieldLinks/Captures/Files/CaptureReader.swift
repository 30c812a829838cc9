/// A reader of capture files, pcap and pcapng, that takes the file in pieces.
///
/// What is not understood of a file does not spoil what came before it:
///
/// ```swift
/// var reader = CaptureReader()
/// let packets = reader.packets(in: octets)
/// reader.finish()
/// if let fault = reader.fault { print("the rest cannot be read: \(fault)") }
/// ```
///
/// It holds no more than one block of the file, at most 16 MiB, besides the piece that it is given.
///
/// Source: the format of pcap as libpcap writes it; the PCAP Next Generation format (IETF draft-ietf-opsawg-pcapng).
public struct CaptureReader: Sendable {
    /// Why the rest of the file cannot be read; `nil` while all is well.
    public private(set) var fault: CaptureFault?
    private var octets: [UInt8] = []
    /// How many octets of the file came before those that are held.
    private var passed = 0
    private var format = Format.unknown
    private var number = 0

    private enum Format: Sendable {
        case unknown
        case pcap(PcapFormat)
        case pcapng(PcapngFormat)
    }

    /// Makes a reader.
    public init() {}

    /// Takes the next piece of the file.
    ///
    /// - Returns: the packets that are complete with it, in their order; none after a fault.
    /// - Complexity: O(*n*) in the octets of the piece and those that are held.
    public mutating func packets(in piece: [UInt8]) -> [CapturedPacket] {
        guard fault == nil else { return [] }
        octets.append(contentsOf: piece)
        var packets: [CapturedPacket] = []
        var done = 0
        do throws(CaptureFault) {
            while let step = try step(from: done) {
                done += step.octets
                if let packet = step.packet { packets.append(packet) }
            }
        } catch {
            fault = error
        }
        octets.removeFirst(done)
        passed += done
        return packets
    }

    /// Tells that the file has ended; whatever is held then is a fault.
    public mutating func finish() {
        guard fault == nil else { return }
        if case .unknown = format {
            fault = CaptureFault(.notACapture, "the file is too short for a capture", offset: 0)
        } else if !octets.isEmpty {
            let message = "the file ends \(octets.count) octets after the beginning of a packet"
            fault = CaptureFault(.truncated, message, offset: passed)
        }
        octets = []
    }

    /// Reads the next header, block or packet; `nil` when it is not complete.
    private mutating func step(from place: Int) throws(CaptureFault) -> CaptureStep? {
        let rest = OctetView(octets[place...])
        let offset = passed + place
        switch format {
        case .unknown:
            guard let magic = rest.number(at: 0, octets: 4) else { return nil }
            if magic == PcapngFormat.sectionHeader {
                format = .pcapng(PcapngFormat())
                return CaptureStep(octets: 0)
            }
            guard let (pcap, step) = try PcapFormat.read(rest, magic: magic, offset: offset) else { return nil }
            format = .pcap(pcap)
            return step
        case .pcap(let pcap):
            return counted(try pcap.step(rest, offset: offset))
        case .pcapng(var pcapng):
            let step = try pcapng.step(rest, offset: offset)
            format = .pcapng(pcapng)
            return counted(step)
        }
    }

    private mutating func counted(_ step: CaptureStep?) -> CaptureStep? {
        guard let step, let packet = step.packet else { return step }
        number += 1
        return CaptureStep(
            octets: step.octets,
            packet: CapturedPacket(
                number: number, time: packet.time, link: packet.link, octets: packet.octets, missing: packet.missing))
    }
}

/// One step through a capture file: how many octets it took, and the packet in them.
struct CaptureStep: Sendable {
    let octets: Int
    var packet: CapturedPacket?
}
