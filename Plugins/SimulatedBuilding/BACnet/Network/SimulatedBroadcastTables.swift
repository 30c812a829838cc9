public import BACnet
import FieldLinks

/// The tables of a simulated device that passes broadcasts on to other networks.
///
/// It answers questions for its tables and takes foreign devices; it passes nothing on.
///
/// Source: ANSI/ASHRAE 135-2020, annex J.
public struct SimulatedBroadcastTables: Sendable {
    /// Who passes broadcasts on.
    public var distribution: [BVLL.DistributionEntry]
    /// The devices that registered, with the moments at which they end.
    private var foreign: [(endpoint: Endpoint, lifetime: UInt16, end: Duration)] = []

    /// Makes tables without foreign devices.
    public init(_ distribution: [BVLL.DistributionEntry] = []) { self.distribution = distribution }

    /// Answers a message about the tables; `nil` for any other.
    mutating func answer(_ message: BVLL, from source: Endpoint, at now: Duration) -> BVLL? {
        foreign.removeAll { $0.end <= now }
        switch message {
        case .readBroadcastDistributionTable: return .readBroadcastDistributionTableAck(distribution)
        case .readForeignDeviceTable:
            return .readForeignDeviceTableAck(
                foreign.map { .init($0.endpoint, lifetime: $0.lifetime, remaining: Self.seconds($0.end - now)) })
        case .registerForeignDevice(let lifetime):
            foreign.removeAll { $0.endpoint == source }
            guard foreign.count < 128 else { return .result(0x0030) }
            // Half a minute of grace (clause J.5.2.3).
            foreign.append((source, lifetime, now + .seconds(Int64(lifetime) + 30)))
            return .result(0)
        case .deleteForeignDeviceTableEntry(let endpoint):
            let count = foreign.count
            foreign.removeAll { $0.endpoint == endpoint }
            return .result(foreign.count < count ? 0 : 0x0050)
        case .writeBroadcastDistributionTable: return .result(0x0010)
        default: return nil
        }
    }

    /// The refusal of a device without tables; `nil` for messages that are not about them.
    static func refusal(of message: BVLL) -> BVLL? {
        switch message {
        case .writeBroadcastDistributionTable: .result(0x0010)
        case .readBroadcastDistributionTable: .result(0x0020)
        case .registerForeignDevice: .result(0x0030)
        case .readForeignDeviceTable: .result(0x0040)
        case .deleteForeignDeviceTableEntry: .result(0x0050)
        case .distributeBroadcastToNetwork: .result(0x0060)
        default: nil
        }
    }

    private static func seconds(_ time: Duration) -> UInt16 { UInt16(clamping: time.components.seconds) }
}
