import Foundation
import PhaseLoom
import Testing

@testable import BACnet

/// The vectors beside the tests, whose origin `Fixtures/SOURCES.md` names.
enum BACnetFixtures {
    /// A row: what it is called, its octets, and what is said of it.
    struct Row: Sendable, CustomTestStringConvertible {
        let id: String
        let octets: [UInt8]
        let note: String
        var testDescription: String { id }
    }

    static let messages = rows("bacnet_apdu_vectors.json", octets: "hex", note: "layer")
    static let primitives = rows("bacnet_primitive_vectors.json", octets: "hex", note: "value_elixir")
    static let malformed = rows("bacnet_malformed.json", octets: "datagram", note: "expect")

    private static func rows(_ name: String, octets: String, note: String) -> [Row] {
        let folder = URL(filePath: #filePath).deletingLastPathComponent()
        guard let data = try? Data(contentsOf: folder.appending(path: "Fixtures/\(name)")),
            case .array(let rows)? = try? JSONReader.read(Array(data)).value["vectors"]
        else { return [] }
        return rows.compactMap { row in
            guard case .string(let id)? = row["id"], case .string(let hex)? = row[octets] else { return nil }
            guard case .string(let text)? = row[note] else { return nil }
            return Row(id: id, octets: Self.octets(hex), note: text)
        }
    }

    /// The octets of pairs of hexadecimal digits.
    static func octets(_ hex: String) -> [UInt8] {
        let digits = Array(hex)
        return stride(from: 0, to: digits.count - 1, by: 2).compactMap { UInt8(String(digits[$0...$0 + 1]), radix: 16) }
    }

    /// Reads a row on the layer that it names.
    static func decode(_ row: Row) throws(BACnetFault) -> BACnetMessage {
        row.note == "bvlc" ? try .decode(datagram: row.octets) : try .decode(apdu: row.octets)
    }
}
