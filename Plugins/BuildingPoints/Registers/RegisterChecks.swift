import Modbus

/// The rules that the points of a register map keep among themselves.
struct RegisterChecks {
    private(set) var findings: [PointFinding] = []
    private let points: [RegisterPoint]
    private let evidence: [PointEvidence]

    /// Checks points.
    ///
    /// - Parameters:
    ///   - points: the points.
    ///   - evidence: what shows each of them.
    ///   - file: the map, for what concerns all of it.
    /// - Complexity: O(*n* log *n*) in the number of points.
    init(_ points: [RegisterPoint], _ evidence: [PointEvidence], file: String) {
        self.points = points
        self.evidence = evidence
        for (point, evidence) in zip(points, evidence) { check(point, evidence) }
        checkOverlaps()
        checkAccess(file)
    }

    private mutating func note(
        _ rule: PointRule, _ point: RegisterPoint, _ evidence: [PointEvidence], _ message: String, _ hint: String
    ) {
        findings.append(PointFinding(rule, subject: point.name.clipped, message, hint: hint, evidence: evidence))
    }

    private mutating func check(_ point: RegisterPoint, _ evidence: PointEvidence) {
        if point.addresses == nil {
            note(
                .badAddress, point, [evidence], "it ends beyond address 65535 or has no address",
                "give an address that leaves room")
        }
        if point.effectiveOrder == nil {
            note(
                .unstatedOrder, point, [evidence],
                "'\(point.type.rawValue)' takes \(point.count) registers in no stated order",
                "state the order, such as ABCD")
        }
        if (point.type == .bit) != point.table.holdsBits, point.type != .uint16 || point.table.holdsBits {
            note(
                .tableMismatch, point, [evidence], "'\(point.type.rawValue)' stands in '\(point.table.rawValue)'",
                "see which table the point is in")
        }
        if point.access.isWritable, point.table == .discreteInputs || point.table == .inputRegisters {
            note(
                .writableInput, point, [evidence], "a point in '\(point.table.rawValue)' is writable",
                "make it readable only")
        }
        if let units = UnitText.units(point.units), let reason = NamedQuantity.mismatch(of: point.name, units) {
            note(.implausibleUnit, point, [evidence], reason, "see which unit the point has")
        }
    }

    /// In the order of addresses only the point that reaches furthest so far can overlap the next.
    private mutating func checkOverlaps() {
        let placed = points.indices.compactMap { index in
            points[index].addresses.map { (index, $0, SpaceKey(points[index])) }
        }
        let sorted = placed.sorted { ($0.2, $0.1.lowerBound, $0.0) < ($1.2, $1.1.lowerBound, $1.0) }
        var furthest: (index: Int, addresses: Range<Int>, key: SpaceKey)?
        for next in sorted {
            if let last = furthest, last.key == next.2, last.addresses.upperBound > next.1.lowerBound {
                note(
                    .registerOverlap, points[next.0], [evidence[next.0], evidence[last.index]],
                    "it shares address \(next.1.lowerBound) with '\(points[last.index].name.clipped)'",
                    "move one of the two")
                if last.addresses.upperBound >= next.1.upperBound { continue }
            }
            furthest = next
        }
    }

    private struct SpaceKey: Comparable {
        let place: String
        let unit: Int

        init(_ point: RegisterPoint) {
            place = point.table.rawValue + "\u{0}" + point.trunk
            unit = point.unit.map { Int($0) } ?? -1
        }

        static func < (one: SpaceKey, other: SpaceKey) -> Bool { (one.place, one.unit) < (other.place, other.unit) }
    }

    /// A map on which all is writable, measured quantities included, tells nothing of what may be written.
    private mutating func checkAccess(_ file: String) {
        let measured = points.indices.filter { UnitText.units(points[$0].units).flatMap(UnitScale.of) != nil }
        guard measured.count > 2, points.allSatisfy(\.access.isWritable) else { return }
        findings.append(
            PointFinding(
                .allWritable, subject: file,
                "all \(points.count) registers are writable, \(measured.count) measured quantities among them",
                hint: "see in the maker's manual which can be written", evidence: measured.map { evidence[$0] }))
    }
}
