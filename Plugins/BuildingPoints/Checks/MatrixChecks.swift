import BACnet
import Modbus

/// The rules that the rows of a matrix keep against the points that are known.
struct MatrixChecks {
    private(set) var findings: [PointFinding] = []
    private let matrix: IntegrationMatrix
    let known: KnownPoints
    private let plan: NetworkPlan?

    init(_ matrix: IntegrationMatrix, _ known: KnownPoints, plan: NetworkPlan?) {
        self.plan = plan
        self.matrix = matrix
        self.known = known
    }

    mutating func check() {
        for (row, line) in zip(matrix.rows, matrix.lines) {
            checkPresence(row, line)
            checkDescription(of: row.source, row, line)
            checkDescription(of: row.target, row, line)
            checkUnits(row, line)
            checkWrites(row, line)
            checkStates(row, line)
            checkRange(row, line)
            checkResolution(row, line)
        }
        checkSubscriptions()
        checkCoverage()
    }

    mutating func note(
        _ rule: PointRule, _ row: MatrixRow, _ line: Int, _ message: String, _ hint: String, value: String? = nil
    ) {
        var evidence = PointEvidence(file: matrix.file, line: line, value: value)
        switch row.source {
        case .bacnet(let device, let object):
            evidence.device = device
            evidence.object = object.description
        case .modbus(_, _, let table, let address):
            evidence.object = "\(table.rawValue) \(address)"
            evidence.octets = known.octets(row.source)
        case .tag: break
        }
        findings.append(
            PointFinding(rule, subject: row.source.description.clipped, message, hint: hint, evidence: [evidence]))
    }

    private mutating func checkPresence(_ row: MatrixRow, _ line: Int) {
        if case .bacnet(let device, _) = row.source, device > 4_194_302 {
            note(
                .deviceRange, row, line, "the device instance \(device) is above 4194302",
                "give it one from 0 to 4194302")
        }
        if case .tag = row.source { return }
        guard known.baseline != nil, !row.isNew else { return }
        if let fault = known.fault(row.source) {
            return note(
                .unmatchedPoint, row, line,
                "the survey for the baseline could not read the point: \(fault.code.clipped)",
                "see the unit and the map and survey again, or mark the point as new")
        }
        guard !known.isFound(row.source) else { return }
        var hint = "survey it, or mark it as new"
        if case .modbus(let trunk, _, _, _) = row.source, plan?.trunk(trunk)?.address.isEmpty != false {
            hint += ", or give the trunk in the plan the 'address' at which it was surveyed"
        }
        note(.unmatchedPoint, row, line, "the baseline has no such point", hint)
    }

    /// A register alone does not tell its type, its order, its units, nor whether it can be written.
    private mutating func checkDescription(of point: PointReference, _ row: MatrixRow, _ line: Int) {
        guard case .modbus(_, _, let table, _) = point, !table.holdsBits, known.register(point) == nil else { return }
        note(
            .undescribedRegister, row, line, "no line of a register map, or several, describe '\(point)'",
            "give it one line in a map; until then it is taken for one register")
    }

    /// Compares what the matrix says of the source with the baseline, then the conversion with the units at both ends.
    private mutating func checkUnits(_ row: MatrixRow, _ line: Int) {
        let stated = UnitText.meant(row.sourceUnits)
        let found = known.units(row.source)
        if let stated, let found, stated != found {
            return note(
                .unitMismatch, row, line, "the matrix says \(stated.name), the building \(found.name)",
                "state the unit of the building", value: row.sourceUnits)
        }
        guard let source = stated ?? found, let target = UnitText.meant(row.targetUnits) ?? known.units(row.target),
            let one = UnitScale.of(source), let other = UnitScale.of(target)
        else { return }
        guard let needed = UnitScale.conversion(from: source, to: target) else {
            return note(
                .unitMismatch, row, line,
                "\(source.name) (\(one.quantity)) cannot become \(target.name) (\(other.quantity))",
                "see which of the two is meant", value: row.targetUnits)
        }
        guard !Self.agree(needed, row.conversion) else { return }
        note(
            .unitMismatch, row, line,
            "\(source.name) become \(target.name) by scale \(DecimalText.text(needed.scale)) and offset "
                + "\(DecimalText.text(needed.offset)), not \(DecimalText.text(row.conversion.scale)) and "
                + DecimalText.text(row.conversion.offset), "correct the conversion")
    }

    /// Conversions that people round to four digits are taken for right.
    private static func agree(_ one: LinearConversion, _ other: LinearConversion) -> Bool {
        (one.scale - other.scale).magnitude <= one.scale.magnitude * 5e-4
            && (one.offset - other.offset).magnitude <= max(one.offset.magnitude, 0.01) * 5e-4
    }

    /// What is written is the source of a row that writes, and a target that stands in the building already.
    private mutating func checkWrites(_ row: MatrixRow, _ line: Int) {
        if row.direction.isWriting { checkWrite(to: row.source, row, line) }
        if row.direction != .write, known.isFound(row.target) { checkWrite(to: row.target, row, line) }
    }

    private mutating func checkWrite(to point: PointReference, _ row: MatrixRow, _ line: Int) {
        switch point {
        case .tag: return
        case .modbus(_, _, let table, _):
            let isInput = table == .discreteInputs || table == .inputRegisters
            guard isInput || known.register(point)?.access == .read else { return }
            note(.forbiddenCommand, row, line, "the register \(point) cannot be written", "read it only")
        case .bacnet(_, let object):
            if object.type.isInput {
                note(.forbiddenCommand, row, line, "\(point) is an input, which cannot be commanded", "read it only")
            } else if let found = known.object(point), found.isCommandable != true {
                note(.forbiddenCommand, row, line, "the baseline does not show \(point) as commandable", "read it only")
            }
            if let priority = row.priority, priority <= 5 {
                note(.reservedPriority, row, line, "priority \(priority) is reserved", "use 8, or another from 6 to 16")
            } else if row.priority == nil {
                note(.missingPriority, row, line, "the write has no priority", "use 8, or another from 6 to 16")
            }
        }
    }

    private mutating func checkStates(_ row: MatrixRow, _ line: Int) {
        guard let states = row.states, let object = known.object(row.source) else { return }
        let found = object.numberOfStates.map { Int($0) } ?? (object.identifier.type.isBinary ? 2 : nil)
        guard let found, found != states else { return }
        note(.matrixStates, row, line, "the design has \(states) states, the point \(found)", "map every state")
    }

    private mutating func checkSubscriptions() {
        var rows: [UInt32: Set<BACnet.ObjectIdentifier>] = [:]
        for row in matrix.rows where row.covLifetime != nil {
            if case .bacnet(let device, let object) = row.source { rows[device, default: []].insert(object) }
        }
        for (device, objects) in rows.sorted(by: { $0.key < $1.key }) {
            let table = plan?.device(instance: device)?.covTable
            guard objects.count > table ?? NetworkDevice.usualTable else { continue }
            findings.append(
                PointFinding(
                    .subscriptionTable, subject: "device \(device)",
                    "\(objects.count) points report changes, its table holds \(table ?? NetworkDevice.usualTable)"
                        + (table == nil ? " for all that is known" : ""),
                    hint: "poll some of them, or ask the maker for the size of the table",
                    evidence: [PointEvidence(file: matrix.file, device: device)]))
        }
    }

    private mutating func checkCoverage() {
        let used = Set(matrix.rows.map(\.source)).union(matrix.rows.map(\.target))
        for device in known.baseline?.inOrder.devices ?? [] {
            let left = device.points.map(\.identifier)
                .filter { !used.contains(.bacnet(device: device.instance, object: $0)) }
            guard let first = left.first else { continue }
            findings.append(
                PointFinding(
                    .unintegratedPoints, subject: "device \(device.instance)",
                    "\(left.count) points such as \(first) are in no row",
                    hint: "leave them out on purpose, or add them",
                    evidence: left.prefix(20).map { PointEvidence(device: device.instance, object: $0.description) }))
        }
    }
}
