import BACnet
import PhaseLoom

extension EDEList {
    /// Reads a point list with the columns of VOLTTRON's BACnet driver.
    ///
    /// Such a list names no device, because a file stands for one. Units and object types stand as words.
    ///
    /// - Parameters:
    ///   - bytes: the file.
    ///   - file: the name by which findings call it.
    ///   - device: the instance of the device.
    /// - Returns: the list and the findings.
    /// - Complexity: O(*n* log *n*) in the number of bytes.
    public static func readRegistry(_ bytes: [UInt8], file: String, device: UInt32) -> EDEReading {
        var reader = RegistryListReader(bytes, file: file, device: device)
        reader.read()
        return EDEReading(
            list: EDEList(layout: "", points: reader.points), file: file, separator: reader.text.separator,
            encoding: reader.text.source.encoding, synonyms: [], lines: reader.lines,
            findings: reader.findings.inFileOrder)
    }
}

/// Reads the point list of a device from separated values.
private struct RegistryListReader {
    let text: DelimitedText
    private let device: UInt32
    private(set) var points: [EDEPoint] = []
    private(set) var lines: [Int] = []
    private(set) var findings: [PointFinding]
    private var places: [String: Int] = [:]
    private var first: [BACnet.ObjectIdentifier: Int] = [:]

    private static let columns = [
        "pointname", "volttronpointname", "units", "bacnetobjecttype", "writable", "index", "notes",
    ]

    init(_ bytes: [UInt8], file: String, device: UInt32) {
        text = DelimitedText(bytes, file: file) { Self.columns.contains($0.bare) }
        self.device = device
        findings = text.findings
    }

    mutating func read() {
        for (place, cell) in (text.rows.first?.cells ?? []).enumerated() where places[cell.text.bare] == nil {
            places[cell.text.bare] = place
        }
        for column in ["volttronpointname", "bacnetobjecttype", "index"] where places[column] == nil {
            return note(.missingColumn, text.rows.first, nil, "the list lacks the column '\(column)'", "add it")
        }
        for row in text.rows.dropFirst() { take(row) }
    }

    private mutating func note(
        _ rule: PointRule, _ row: DelimitedText.Row?, _ column: String?, _ message: String, _ hint: String
    ) {
        let place = column.flatMap { places[$0] }
        var evidence = row.map { text.evidence($0, place, value: place == nil ? nil : $0.text(place)) }
        evidence?.device = device
        let subject = row.map { "line \($0.line)" } ?? text.file
        findings.append(
            PointFinding(
                rule, subject: subject, message, hint: hint, evidence: [evidence ?? PointEvidence(file: text.file)]))
    }

    private mutating func take(_ row: DelimitedText.Row) {
        let word = row.text(places["bacnetobjecttype"])
        guard let number = ObjectType.names.number(of: UnitText.kebab(word)),
            let instance = UInt32(row.text(places["index"])), instance < BACnet.ObjectIdentifier.highestInstance,
            let object = BACnet.ObjectIdentifier(ObjectType(number), instance)
        else {
            let found = "\(word) \(row.text(places["index"]))".clipped
            return note(.badCell, row, "bacnetobjecttype", "'\(found)' is no object", "write a type and an instance")
        }
        if let line = first[object] {
            note(.duplicateObject, row, "index", "\(object) stands on line \(line) already", "keep one of the two")
        } else {
            first[object] = row.line
        }
        let name = row.text(places["volttronpointname"])
        let objectName = row.text(places["pointname"])
        var point = EDEPoint(keyName: name, device: device, objectName: objectName, object: object)
        point.description = row.text(places["notes"])
        let writable = row.text(places["writable"])
        point.isSettable = writable.isEmpty ? nil : writable.lowercased() == "true"
        point.units = units(row, of: point)
        points.append(point)
        lines.append(row.line)
    }

    /// Words such as `State` and `Enum` say that there is no unit.
    private mutating func units(_ row: DelimitedText.Row, of point: EDEPoint) -> EDEUnits? {
        let word = row.text(places["units"])
        if ["", "state", "enum", "none", "notsupported"].contains(word.bare) { return nil }
        if let units = UnitText.units(word) {
            if point.object.type.isAnalog, let reason = NamedQuantity.mismatch(of: point.keyName, units) {
                note(.implausibleUnit, row, "units", reason, "see which unit the point has")
            }
            return .code(units)
        }
        // A program that knows no name for a number writes the number behind words of its own.
        let digits = String(word.reversed().prefix { ("0"..."9").contains($0) }.reversed())
        let units = UInt32(digits).map { EngineeringUnits($0) }
        if units?.isNamed != true {
            note(.unknownUnit, row, "units", "'\(word.clipped)' is no unit of the standard", "ask what it means")
        }
        return units.map(EDEUnits.code) ?? .text(word)
    }
}
