import BACnet
import PhaseLoom

/// What can be told of an engineering data exchange list once all of it is read.
struct EDEChecks {
    private let list: EDEList
    private let reader: EDEReader
    private let texts: [UInt32: [String]]
    private let unitNames: Set<UInt32>
    private let knowsStateTexts: Bool
    private(set) var findings: [PointFinding] = []

    init(_ list: EDEList, _ reader: EDEReader, knowsStateTexts: Bool) {
        self.list = list
        self.reader = reader
        self.knowsStateTexts = knowsStateTexts
        texts = Dictionary(list.stateTexts.map { ($0.reference, $0.texts) }) { first, _ in first }
        unitNames = Set(list.units.map(\.number))
        for (point, row) in zip(list.points, reader.rows) {
            checkNumbers(point, row)
            checkUnits(point, row)
            checkStates(point, row)
            checkTexts(row)
        }
        checkDuplicates()
        checkUnitMix()
    }

    private mutating func note(
        _ rule: PointRule, _ point: EDEPoint, _ rows: [(DelimitedText.Row, EDEColumn?)], _ message: String,
        _ hint: String, value: String? = nil, of points: [EDEPoint] = []
    ) {
        let evidence = rows.enumerated().map { place, entry in
            let point = points.indices.contains(place) ? points[place] : point
            var evidence = reader.text.evidence(entry.0, entry.1.flatMap { reader.places[$0] }, value: value)
            evidence.device = point.device
            evidence.object = point.object.description
            return evidence
        }
        findings.append(PointFinding(rule, subject: point.subject, message, hint: hint, evidence: evidence))
    }
}

extension EDEPoint {
    /// How messages call the point.
    var subject: String { keyName.isEmpty ? "device \(device) \(object)" : keyName.clipped }
}

// MARK: One point

extension EDEChecks {
    private mutating func checkNumbers(_ point: EDEPoint, _ row: DelimitedText.Row) {
        if point.object.type == .device, point.object.instance != point.device {
            note(
                .wrongDeviceObject, point, [(row, .objectInstance)],
                "the device object \(point.object.instance) stands in device \(point.device)", "give both one number")
        }
        if point.object.type.number >= 128 {
            let name = list.objectTypes.first { $0.number == point.object.type.number }?.name
            note(
                .proprietaryType, point, [(row, .objectType)],
                "the object type \(point.object.type.number) is its vendor's"
                    + (name.map { ", '\($0.clipped)'" } ?? ""),
                "ask the vendor what it means")
        }
        let pairs: [(EDEColumn, EDEValue?, EDEValue?)] = [
            (.minimum, point.minimum, point.maximum), (.lowLimit, point.lowLimit, point.highLimit),
        ]
        for (column, low, high) in pairs {
            guard let low = low?.number, let high = high?.number, low > high else { continue }
            note(
                .reversedRange, point, [(row, column)],
                "\(DecimalText.text(low)) is above \(DecimalText.text(high))", "swap the two")
        }
    }

    private mutating func checkUnits(_ point: EDEPoint, _ row: DelimitedText.Row) {
        switch point.units {
        case nil:
            guard point.object.type.isAnalog else { return }
            note(.missingUnit, point, [(row, .units)], "the analog point has no unit", "give the code of its unit")
        case .text(let text)?:
            note(
                .unknownUnit, point, [(row, .units)], "'\(text.clipped)' is no unit that is known",
                "give the code of the unit",
                value: text)
        case .code(let units)?:
            if !units.isNamed, !unitNames.contains(units.number) {
                note(
                    .unknownUnit, point, [(row, .units)], "the unit code \(units.number) is not one of the standard's",
                    "name it in the table of units", value: String(units.number))
            }
            let name = point.description + " " + point.objectName
            if point.object.type.isAnalog, let reason = NamedQuantity.mismatch(of: name, units) {
                note(.implausibleUnit, point, [(row, .units)], reason, "see which unit the point has")
            }
        }
    }

    private mutating func checkStates(_ point: EDEPoint, _ row: DelimitedText.Row) {
        if point.object.type.isMultistate, point.defaultValue?.number == 0 {
            note(.stateZero, point, [(row, .defaultValue)], "state 0 does not exist", "count states from 1")
        }
        switch point.stateText {
        case nil: return
        case .text(let text)?:
            note(
                .badCell, point, [(row, .stateText)], "'\(text.clipped)' is no reference to state texts",
                "write the number of its texts", value: text)
        case .reference(let reference)?:
            if let texts = texts[reference] {
                checkCount(point, row, texts)
            } else if knowsStateTexts {
                note(
                    .unknownStateText, point, [(row, .stateText)], "there are no state texts \(reference)",
                    "add them to the table of state texts")
            }
        case .inline(let texts)?:
            let expected = stateCount(of: point)
            if expected == texts.count {
                note(
                    .inlineStateTexts, point, [(row, .stateText)], "\(texts.count) state texts stand in the cell",
                    "move them to the table of state texts")
            } else {
                let states =
                    expected.map { "of a point with \($0) states" } ?? "of a point that does not say how many it has"
                note(
                    .ambiguousStateTexts, point, [(row, .stateText)], "\(texts.count) texts \(states)",
                    "say which bars stand for blanks", value: "[" + texts.joined(separator: "|") + "]")
            }
        }
    }

    private mutating func checkCount(_ point: EDEPoint, _ row: DelimitedText.Row, _ texts: [String]) {
        guard let states = stateCount(of: point), states != texts.count else { return }
        note(
            .stateCount, point, [(row, .stateText)], "\(texts.count) texts stand for \(states) states",
            "give one text for each state")
    }

    private func stateCount(of point: EDEPoint) -> Int? {
        if point.object.type.isBinary { return 2 }
        guard point.object.type.isMultistate else { return nil }
        return point.maximum?.number.flatMap { Int(exactly: $0) }
    }

    private mutating func checkTexts(_ row: DelimitedText.Row) {
        for (place, cell) in row.cells.enumerated() where CSVText.isFormula(cell.text) && cell.text.utf8.count > 1 {
            findings.append(
                PointFinding(
                    .formulaInjection, subject: "line \(row.line)", "'\(cell.text.clipped)' begins like a formula",
                    hint: "put something else before it",
                    evidence: [reader.text.evidence(row, place, value: cell.text)]))
        }
    }
}

// MARK: All points

extension EDEChecks {
    private struct ObjectKey: Hashable {
        let device: UInt32
        let object: BACnet.ObjectIdentifier
    }

    private struct NameKey: Hashable {
        let device: UInt32
        let name: String
    }

    private mutating func checkDuplicates() {
        noteGroups(.duplicateObject, .objectInstance, "give each object a type and instance of its own") {
            ObjectKey(device: $0.device, object: $0.object)
        } message: { point, count in
            "\(count) rows of device \(point.device) are \(point.object)"
        }
        noteGroups(.duplicateName, .objectName, "give each object of a device a name of its own") { point in
            point.objectName.isEmpty ? nil : NameKey(device: point.device, name: point.objectName)
        } message: { point, count in
            "\(count) objects of device \(point.device) are named '\(point.objectName.clipped)'"
        }
        noteGroups(.duplicateKey, .keyName, "give each point a key name of its own") { point in
            point.keyName.isEmpty ? nil : point.keyName
        } message: { point, count in
            "\(count) rows have the key name '\(point.keyName.clipped)'"
        }
    }

    /// Notes each group of points with one key, where its first point stands.
    private mutating func noteGroups<Key: Hashable>(
        _ rule: PointRule, _ column: EDEColumn, _ hint: String, by key: (EDEPoint) -> Key?,
        message: (EDEPoint, Int) -> String
    ) {
        var groups: [Key: [Int]] = [:]
        for (index, point) in list.points.enumerated() {
            if let key = key(point) { groups[key, default: []].append(index) }
        }
        for group in groups.values.filter({ $0.count > 1 }).sorted(by: { $0[0] < $1[0] }) {
            let point = list.points[group[0]]
            note(
                rule, point, group.map { (reader.rows[$0], column) }, message(point, group.count), hint,
                of: group.map { list.points[$0] })
        }
    }

    /// Notes each quantity that the project counts in several units where people take one for the other.
    private mutating func checkUnitMix() {
        var first: [UInt32: Int] = [:]
        for (index, point) in list.points.enumerated() {
            guard case .code(let units) = point.units, first[units.number] == nil else { continue }
            first[units.number] = index
        }
        let mixed = [62, 63, 64].compactMap { code in first[code].map { (code, $0) } }
        guard mixed.count > 1, let point = mixed.map(\.1).min().map({ list.points[$0] }) else { return }
        let names = mixed.map { "\($0.0) \(EngineeringUnits($0.0).name)" }.joined(separator: " and ")
        note(
            .unitMix, point, mixed.map { (reader.rows[$0.1], .units) }, "temperatures stand in \(names)",
            "state them in one unit", of: mixed.map { list.points[$0.1] })
    }
}
