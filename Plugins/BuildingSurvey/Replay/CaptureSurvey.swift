public import BuildingPoints
public import FieldLinks
import PhaseLoom

/// The inventory of a building out of a capture of its traffic, in pcap or pcapng, for BACnet and Modbus alike.
///
/// ```swift
/// var survey = CaptureSurvey(site: "Tower")
/// for piece in pieces { survey.take(piece) }
/// let report = survey.finish()
/// print(report.inventory.pointCount, report.findings)
/// ```
///
/// It reads what others read: a point that nobody asked for during the capture has no value in the inventory. The file
/// comes in pieces of any size; what is kept grows with the points of the building, not with the capture. A capture
/// that is damaged gives what stands before the damage, and a finding with the place.
public struct CaptureSurvey: Sendable {
    private let site: String
    private var decoder = CaptureDecoder()
    private var bacnet = BACnetReplay()
    private var modbus = ModbusReplay()
    private var devices = CapturedDevices()
    private var units: CapturedUnits

    /// Makes a survey that has seen nothing.
    ///
    /// - Parameters:
    ///   - site: the name of the building.
    ///   - map: the points of Modbus units; without any, each register that was read is a point.
    public init(site: String = "", map: [RegisterPoint] = []) {
        self.site = site
        units = CapturedUnits(map: map)
    }

    /// Why the rest of the file cannot be read; `nil` while all is well.
    public var fault: CaptureFault? { decoder.fault }
    /// What became of the packets so far.
    public var tally: CaptureTally { decoder.tally }

    /// Takes the next piece of the file.
    ///
    /// - Complexity: O(*n*) in its octets.
    public mutating func take(_ piece: [UInt8]) { take(decoder.events(in: piece)) }

    /// Tells that the file has ended.
    ///
    /// - Returns: the inventory and what was found.
    /// - Complexity: O(*n* log *n*) in the number of points.
    public mutating func finish() -> SurveyReport {
        take(decoder.finish())
        let waiting = bacnet.finish()
        for exchange in waiting { devices.take(exchange) }
        let inventory = PointInventory(
            site: site, taken: [devices.begin, units.begin].compactMap(\.self).min(), method: "replay",
            devices: devices.records, units: units.records)
        return SurveyReport(inventory, others: findings(unanswered: waiting.count))
    }

    private mutating func take(_ events: [CaptureEvent]) {
        for event in events {
            if case .stream(let stream) = event {
                for exchange in modbus.exchanges(in: stream) { units.take(exchange) }
            } else {
                for news in bacnet.news(in: event) { devices.take(news) }
            }
        }
    }
}

extension CaptureSurvey {
    private func findings(unanswered: Int) -> [CollectedFinding] {
        var findings = devices.silent.map { station in
            Self.finding(
                "silent-address", .warning, "'\(station)' was asked and never answered",
                "see whether the device is there, or the capture has only one direction")
        }
        if let fault {
            findings.append(
                Self.finding(
                    "damaged-capture", .error, "the capture cannot be read to its end: \(fault)",
                    "capture again; the inventory holds what stands before that place"))
        }
        if let (packet, fault) = bacnet.firstFault {
            findings.append(
                Self.finding(
                    "unreadable-messages", .warning,
                    "\(bacnet.malformed) messages of BACnet cannot be read, first packet \(packet): \(fault)",
                    "look at the packet with 'decode'"))
        }
        findings += counts(unanswered: unanswered).filter { $0.count > 0 }.map { count, code, text, hint in
            Self.finding(code, code == "too-much" ? .error : .note, "\(count) \(text)", hint)
        }
        return findings
    }

    private func counts(unanswered: Int) -> [(count: Int, code: ID, text: String, hint: String)] {
        [
            (
                devices.refused + units.refused, "too-much", "messages of further devices or points were left out",
                "split the capture"
            ),
            (
                tally.cut + tally.incomplete + tally.gaps, "incomplete-packets",
                "packets, datagrams or connections lack octets", "capture whole packets, as with 'tcpdump -s 0'"
            ),
            (modbus.malformed, "unreadable-frames", "frames of Modbus cannot be read", "look at them with 'decode'"),
            (
                unanswered + modbus.unanswered, "unanswered-requests", "requests have no answer in the capture",
                "see whether it ends too early"
            ),
            (
                bacnet.unasked + modbus.unasked, "unasked-answers", "answers belong to no request in the capture",
                "see whether it begins too late"
            ),
            (
                bacnet.fromElsewhere, "answers-from-elsewhere", "answers came from another address than was asked",
                "see the addresses of these devices"
            ),
            (
                bacnet.writes + units.writes, "writes-seen", "requests of others write to devices",
                "know who commands the building; nothing of it is repeated here"
            ),
        ]
    }

    private static func finding(
        _ code: ID, _ severity: Finding.Severity, _ message: String, _ hint: String
    ) -> CollectedFinding { CollectedFinding(code, severity, message, subject: "capture", hint: hint) }
}
