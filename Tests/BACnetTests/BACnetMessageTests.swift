import PhaseLoomTesting
import Testing

@testable import BACnet

@Suite struct BACnetMessageTests {
    /// Rows whose octets are no whole message: the first lacks its last two closing tags, the others say so themselves.
    static let broken: Set<String> = [
        "annexF/e1_13a", "bacstack/decoding invalid segmented confirmed service request/1",
        "bacstack/decoding error with invalid constructed encoding/1",
    ]

    @Test(arguments: BACnetFixtures.messages.filter { !broken.contains($0.id) })
    func `every vector is read and written back to the same octets`(row: BACnetFixtures.Row) throws {
        let message = try BACnetFixtures.decode(row)
        #expect(try message.encode() == row.octets)
    }

    @Test(arguments: BACnetFixtures.messages.filter { broken.contains($0.id) })
    func `a vector that is no whole message is refused`(row: BACnetFixtures.Row) {
        #expect(throws: BACnetFault.self) { try BACnetFixtures.decode(row) }
    }

    /// A notification of several changes, for which there is no type here, without its last two closing tags.
    @Test func `other parameters than are described are no supported service`() throws {
        let row = try #require(BACnetFixtures.messages.first { $0.id == "annexF/e1_13a" })
        let fault = #expect(throws: BACnetFault.self) { try BACnetFixtures.decode(row) }
        #expect(fault?.code == .unsupportedService)
        #expect(fault?.offset == row.octets.count)
    }

    @Test func `the vectors are there`() {
        #expect(BACnetFixtures.messages.count == 69)
        #expect(BACnetFixtures.primitives.count == 34)
        #expect(BACnetFixtures.malformed.count == 26)
    }

    /// Rows that are legal, or whose fault shows only to one who keeps account of the exchange.
    ///
    /// `npdu-hopcount-zero` is not among them: its header says 11 octets, and the datagram has 12.
    static let legal: Set<String> = [
        "tag-len-reserved-254-small", "segment-seq-jump", "cov-lifetime-negative",
    ]

    @Test(arguments: BACnetFixtures.malformed)
    func `hostile datagrams are refused, legal ones taken`(row: BACnetFixtures.Row) throws {
        guard !Self.legal.contains(row.id) else {
            #expect(try BACnetMessage.decode(datagram: row.octets).encode() == row.octets)
            return
        }
        let fault = #expect(throws: BACnetFault.self) { try BACnetMessage.decode(datagram: row.octets) }
        #expect(try #require(fault).offset <= row.octets.count)
    }

    @Test(arguments: [
        ("0002012209", BACnetFault.Code.unsupportedService), ("100f", .unsupportedService),
        ("200122", .unsupportedService), ("8000", .unsupportedMessage), ("0002010c0c", .truncated),
        ("20010f00", .trailing), ("0002010c0c00000005394f", .wrongTag), ("", .truncated),
    ])
    func `a fault has its code`(hex: String, code: BACnetFault.Code) {
        let fault = #expect(throws: BACnetFault.self) {
            try BACnetMessage.decode(apdu: BACnetFixtures.octets(hex))
        }
        #expect(fault?.code == code)
    }

    @Test func `a value that was read has its meaning`() throws {
        let octets = BACnetFixtures.octets("30010c0c0000000519553e444290999a3f")
        guard case .complexAck(let ack)? = try BACnetMessage.decode(apdu: octets).apdu,
            case .readProperty(let content) = ack.content
        else {
            Issue.record("no answer of read-property")
            return
        }
        #expect(ack.invokeID == 1)
        #expect(content.object.description == "analog-input,5")
        #expect(content.reference == PropertyReference(.presentValue))
        #expect(content.values == [.real(72.3)])
    }

    @Test func `an error in the long form names the request that failed`() throws {
        let octets = BACnetFixtures.octets("5002120e9105911a0f1a014c29003e620b163f")
        guard case .error(let answer)? = try BACnetMessage.decode(apdu: octets).apdu else {
            Issue.record("no error")
            return
        }
        #expect(answer.error == ServiceError(ErrorClass(5), ErrorCode(26)))
        #expect(answer.details?["vendor-id"]?.primitive == .unsigned(332))
    }

    @Test(arguments: [
        "810a000c01800002000a", "8100000600008109", "81050006003c", "81020004", "81060004",
        "8103000e7f000001bac0ffffffff", "8107000e7f000001bac0003c0028", "8108000a7f000001bac0",
    ])
    func `messages of links and routers are taken or refused, never dropped`(hex: String) throws {
        let octets = BACnetFixtures.octets(hex)
        do throws(BACnetFault) {
            #expect(try BACnetMessage.decode(datagram: octets).encode() == octets)
        } catch {
            #expect(hex.hasPrefix("810a") || hex.hasPrefix("8100"))
        }
    }

    @Test func `whatever is changed in a vector, it is read or refused, and what is read is written`() throws {
        var generator = SeededGenerator(seed: 135)
        let rows = BACnetFixtures.messages
        for _ in 0..<20_000 {
            let row = try #require(rows.randomElement(using: &generator))
            var octets = row.octets
            for _ in 0..<Int.random(in: 1...4, using: &generator) where !octets.isEmpty {
                let place = Int.random(in: 0..<octets.count, using: &generator)
                switch Int.random(in: 0..<4, using: &generator) {
                case 0: octets[place] = UInt8.random(in: 0...255, using: &generator)
                case 1: octets[place] ^= 1 << UInt8.random(in: 0...7, using: &generator)
                case 2: octets.insert(UInt8.random(in: 0...255, using: &generator), at: place)
                default: octets.removeSubrange(place...)
                }
            }
            let changed = BACnetFixtures.Row(id: row.id, octets: octets, note: row.note)
            guard let message = try? BACnetFixtures.decode(changed) else { continue }
            _ = try message.encode()
        }
    }
}
