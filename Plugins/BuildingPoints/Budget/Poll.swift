import BACnet
import Modbus

/// A point that a design asks for again and again.
struct Poll {
    let reference: PointReference
    /// The seconds between two requests; `nil` where the design does not say.
    var seconds: Double?
    /// The lifetime of a subscription instead of polling.
    var lifetime: Double?
    /// Whether values are sent to the point.
    var isWrite = false
    let evidence: PointEvidence
}

/// What a design asks for again and again: the rows of its matrix, otherwise the points of its maps, lists and baseline.
struct Polls {
    private(set) var polls: [Poll] = []
    private(set) var findings: [PointFinding] = []
    /// The points of maps that nobody can ask for, because their unit or their address is open.
    private(set) var placeless: [PointEvidence] = []
    private let design: IntegrationDesign
    private let known: KnownPoints
    private let usual: Double?

    /// Collects what a design asks for.
    ///
    /// - Parameters:
    ///   - design: the design.
    ///   - known: its points.
    ///   - usual: the seconds between two requests where the design does not say; `nil` for none.
    init(_ design: IntegrationDesign, _ known: KnownPoints, usual: Double?) {
        self.design = design
        self.known = known
        self.usual = usual
        if let matrix = design.matrix {
            for (row, line) in zip(matrix.rows, matrix.lines) {
                take(row, PointEvidence(file: matrix.file, line: line))
            }
            return
        }
        for map in design.maps { take(map) }
        for reading in design.lists { take(reading) }
        if design.maps.isEmpty, design.lists.isEmpty { takeBaseline() }
    }

    private mutating func take(_ row: MatrixRow, _ evidence: PointEvidence) {
        var poll = Poll(reference: row.source, lifetime: row.covLifetime, evidence: evidence)
        if row.covLifetime == nil {
            let own = known.register(row.source)?.pollClass ?? ""
            let word = row.pollClass.isEmpty ? own : row.pollClass
            poll.seconds = row.pollSeconds ?? seconds(of: word, row.source.description, evidence)
        }
        if row.direction != .write { add(poll) }
        guard row.direction != .write, row.covLifetime == nil else { return }
        add(Poll(reference: row.target, seconds: poll.seconds, isWrite: true, evidence: evidence))
    }

    /// Points outside the building's network are on none of its trunks.
    private mutating func add(_ poll: Poll) {
        if case .tag = poll.reference { return }
        polls.append(poll)
    }

    private mutating func take(_ map: RegisterMap) {
        for (point, line) in zip(map.points, map.lines) {
            let evidence = PointEvidence(file: map.file, line: line, value: point.name)
            guard let unit = point.unit, let address = point.address else {
                placeless.append(evidence)
                continue
            }
            let reference = PointReference.modbus(trunk: point.trunk, unit: unit, table: point.table, address: address)
            let seconds = seconds(of: point.pollClass, point.name, evidence)
            polls.append(Poll(reference: reference, seconds: seconds, evidence: evidence))
        }
    }

    private mutating func take(_ reading: EDEReading) {
        for (point, line) in zip(reading.list.points, reading.lines) where point.object.type != .device {
            let evidence = PointEvidence(file: reading.file, line: line, device: point.device)
            let reference = PointReference.bacnet(device: point.device, object: point.object)
            polls.append(Poll(reference: reference, seconds: usual, evidence: evidence))
        }
    }

    private mutating func takeBaseline() {
        for device in design.baseline?.inOrder.devices ?? [] {
            for object in device.points {
                let evidence = PointEvidence(device: device.instance, object: object.identifier.description)
                let reference = PointReference.bacnet(device: device.instance, object: object.identifier)
                polls.append(Poll(reference: reference, seconds: usual, evidence: evidence))
            }
        }
        for unit in design.baseline?.inOrder.units ?? [] {
            for point in unit.registers.map(\.point) {
                guard let address = point.address else { continue }
                let reference = PointReference.modbus(
                    trunk: unit.endpoint, unit: unit.unit, table: point.table, address: address)
                let evidence = PointEvidence(object: reference.description)
                let seconds = seconds(of: point.pollClass, point.name, evidence)
                polls.append(Poll(reference: reference, seconds: seconds, evidence: evidence))
            }
        }
    }

    private mutating func seconds(of word: String, _ subject: String, _ evidence: PointEvidence) -> Double? {
        guard !word.isEmpty else { return usual }
        if let seconds = design.plan?.seconds(of: word) { return seconds }
        findings.append(
            PointFinding(
                .unknownPollClass, subject: subject.clipped, "the plan has no poll class '\(word.clipped)'",
                hint: "add it to the plan with its seconds", evidence: [evidence]))
        return usual
    }
}

extension PointRule {
    static let unknownPollClass = PointRule(
        "unknown-poll-class", .error, "Each class of polling stands in the plan with its seconds",
        source: "practice of network plans")
    static let unbudgetedPoints = PointRule(
        "unbudgeted-points", .error, "Each point that is read is on a trunk of the plan and has an interval",
        source: "practice of network plans")
    static let unknownTiming = PointRule(
        "unknown-timing", .error, "The plan tells the bits per second of each serial line",
        source: "practice of network plans")
    static let overloadedTrunk = PointRule(
        "overloaded-trunk", .error, "Requests leave each trunk its reserve", source: "practice of building automation")
    static let busyToken = PointRule(
        "busy-token", .warning, "A client asks a line with a token for half of what it can take at most",
        source: "practice of building automation")
}
