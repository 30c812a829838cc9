import BACnet
import PhaseLoom

/// Reads the table of an engineering data exchange list in any of its dialects.
struct EDEReader {
    let text: DelimitedText
    private(set) var list = EDEList(layout: "")
    private(set) var lines: [Int] = []
    private(set) var findings: [PointFinding]
    private(set) var synonyms: [EDEReading.Synonym] = []
    private(set) var rows: [DelimitedText.Row] = []
    private(set) var places: [EDEColumn: Int] = [:]
    private var extraPlaces: [Int] = []

    init(_ bytes: [UInt8], file: String) {
        text = DelimitedText(bytes, file: file) { EDEColumn(title: $0) != nil }
        findings = text.findings
    }

    /// Reads the head, the header and the points.
    mutating func read() {
        var rest = text.rows[...]
        while let row = rest.first, !isHeader(row), !isData(row) {
            takeHead(row)
            rest = rest.dropFirst()
        }
        if let header = rest.first, isHeader(header) {
            takeHeader(header)
            rest = rest.dropFirst()
        } else {
            assumeHeader(rest.first)
        }
        let missing = EDEColumn.allCases.filter { $0.isMandatory && places[$0] == nil }
        guard missing.isEmpty else {
            let names = missing.map { "'\($0.rawValue)'" }.joined(separator: ", ")
            return note(.missingColumn, text.rows.first, nil, "the list lacks the columns \(names)", "add them")
        }
        for row in rest where !row.text(0).hasPrefix("#") { takePoint(row) }
    }

    mutating func note(
        _ rule: PointRule, _ row: DelimitedText.Row?, _ column: EDEColumn?, subject: String? = nil, _ message: String,
        _ hint: String, value: String? = nil
    ) {
        let evidence = row.map { text.evidence($0, column.flatMap { places[$0] }, value: value) }
        findings.append(
            PointFinding(
                rule, subject: subject ?? row.map { "line \($0.line)" } ?? text.file, message, hint: hint,
                evidence: [evidence ?? PointEvidence(file: text.file)]))
    }
}

// MARK: Head and header

extension EDEReader {
    private func isHeader(_ row: DelimitedText.Row) -> Bool {
        row.cells.count { EDEColumn(title: $0.text) != nil } >= 4
    }

    private func isData(_ row: DelimitedText.Row) -> Bool {
        row.cells.count >= 5 && [1, 3, 4].allSatisfy { UInt32(row.text($0)) != nil }
    }

    private mutating func takeHead(_ row: DelimitedText.Row) {
        let value = row.text(1)
        switch row.text(0).bare {
        case "projectname": list.project = value
        case "versionofreferencefile": list.version = value
        case "timestampoflastchange": list.lastChange = value
        case "authoroflastchange": list.author = value
        case "versionoflayout": list.layout = value
        default: break
        }
    }

    private mutating func takeHeader(_ row: DelimitedText.Row) {
        for (place, cell) in row.cells.enumerated() {
            let title = CSVText.restored(String(cell.text.drop { $0 == "#" || $0 == " " }))
            guard !title.isEmpty else { continue }
            guard let column = EDEColumn(title: title), places[column] == nil else {
                extraPlaces.append(place)
                list.extraColumns.append(title)
                noteHeader(
                    .unknownColumn, row, place, "the format has no column '\(title.clipped)'", "its cells are kept")
                continue
            }
            places[column] = place
            guard title != column.rawValue else { continue }
            synonyms.append(EDEReading.Synonym(title: title, meaning: column.rawValue))
            noteHeader(
                .columnSynonym, row, place, "'\(title.clipped)' is taken for '\(column.rawValue)'",
                "write '\(column.rawValue)'")
        }
    }

    private mutating func noteHeader(
        _ rule: PointRule, _ row: DelimitedText.Row, _ place: Int, _ message: String, _ hint: String
    ) {
        findings.append(
            PointFinding(rule, subject: "header", message, hint: hint, evidence: [text.evidence(row, place)]))
    }

    private mutating func assumeHeader(_ row: DelimitedText.Row?) {
        guard let row else { return }
        for (place, column) in EDEColumn.allCases.enumerated() { places[column] = place }
        note(.assumedColumns, row, nil, "no row names the columns", "put the format's titles above the points")
    }
}

// MARK: Points

extension EDEReader {
    private mutating func takePoint(_ row: DelimitedText.Row) {
        guard let device = number(row, .device), let type = objectType(row), let instance = number(row, .objectInstance)
        else { return }
        guard device <= 4_194_302 else {
            return note(
                .deviceRange, row, .device, "the device instance \(device) is above 4194302",
                "give it one from 0 to 4194302")
        }
        guard let object = BACnet.ObjectIdentifier(type, instance), instance < BACnet.ObjectIdentifier.highestInstance
        else {
            return note(
                .objectRange, row, .objectInstance, "the object \(type.number),\(instance) is out of range",
                "use types up to 1023 and instances up to 4194302")
        }
        var point = EDEPoint(
            keyName: row.text(places[.keyName]), device: device, objectName: row.text(places[.objectName]),
            object: object)
        for (column, text) in [(EDEColumn.keyName, point.keyName), (.objectName, point.objectName)] where text.isEmpty {
            note(.missingValue, row, column, "the column '\(column.rawValue)' is empty", "give it in every row")
        }
        fill(&point, row)
        list.points.append(point)
        lines.append(row.line)
        rows.append(row)
    }

    private mutating func fill(_ point: inout EDEPoint, _ row: DelimitedText.Row) {
        point.description = row.text(places[.description])
        point.defaultValue = value(row, .defaultValue)
        point.minimum = value(row, .minimum)
        point.maximum = value(row, .maximum)
        point.isSettable = flag(row, .settable)
        point.supportsCOV = flag(row, .supportsCOV)
        point.highLimit = value(row, .highLimit)
        point.lowLimit = value(row, .lowLimit)
        point.stateText = stateText(row)
        point.units = units(row)
        point.vendorAddress = row.text(places[.vendorAddress])
        point.notificationClass = row.text(places[.notificationClass])
        // A short row has fewer cells: a header of many columns must not cost every row as many.
        point.extras = extraPlaces.prefix { $0 < row.cells.count }.map { row.text($0) }
        let width = max(places.values.max() ?? 0, extraPlaces.last ?? 0) + 1
        if row.cells.count > width, row.cells[width...].contains(where: { !$0.text.isEmpty }) {
            note(.shortRow, row, nil, "the row has more cells than the header", "quote texts that hold the separator")
        }
    }

    private mutating func number(_ row: DelimitedText.Row, _ column: EDEColumn) -> UInt32? {
        let text = row.text(places[column])
        if let number = UInt32(text) { return number }
        if text.isEmpty {
            note(.missingValue, row, column, "the column '\(column.rawValue)' is empty", "give it in every row")
        } else {
            note(
                .badCell, row, column, "'\(text.clipped)' is no number for '\(column.rawValue)'",
                "write a whole number from 0", value: text)
        }
        return nil
    }

    private mutating func objectType(_ row: DelimitedText.Row) -> ObjectType? {
        let text = row.text(places[.objectType])
        if let type = ObjectType.names.number(of: UnitText.kebab(text)), type < 1024 { return ObjectType(type) }
        return number(row, .objectType).flatMap { type in
            note(.badCell, row, .objectType, "there is no object type \(type)", "use a number up to 1023")
            return nil
        }
    }

    private mutating func value(_ row: DelimitedText.Row, _ column: EDEColumn) -> EDEValue? {
        let text = row.text(places[column])
        guard !text.isEmpty else { return nil }
        if let number = DecimalText.number(text) { return .number(number) }
        if let number = DecimalText.numberWithComma(text) {
            note(
                .decimalComma, row, column,
                "'\(text.clipped)' has a decimal comma and was read as \(DecimalText.text(number))",
                "write \(DecimalText.text(number))", value: text)
            return .number(number)
        }
        note(
            .textValue, row, column, "'\(text.clipped)' is no number", "write a number in '\(column.rawValue)'",
            value: text)
        return .text(text)
    }

    private mutating func flag(_ row: DelimitedText.Row, _ column: EDEColumn) -> Bool? {
        let text = row.text(places[column])
        switch text.lowercased() {
        case "": return nil
        case "y", "yes", "true", "1", "j", "ja", "x": return true
        case "n", "no", "false", "0", "nein", "-": return false
        default:
            note(.badCell, row, column, "'\(text.clipped)' is neither 'Y' nor 'N'", "write 'Y' or 'N'", value: text)
            return nil
        }
    }

    private mutating func units(_ row: DelimitedText.Row) -> EDEUnits? {
        let text = row.text(places[.units])
        guard !text.isEmpty else { return nil }
        if let code = UInt32(text) { return .code(EngineeringUnits(code)) }
        guard let units = UnitText.units(text) else { return .text(text) }
        note(
            .unitText, row, .units, "'\(text.clipped)' was read as \(units.number), \(units.name)",
            "write \(units.number)",
            value: text)
        return .code(units)
    }

    private func stateText(_ row: DelimitedText.Row) -> EDEStateTextReference? {
        let text = row.text(places[.stateText])
        guard !text.isEmpty else { return nil }
        if let reference = UInt32(text) { return .reference(reference) }
        guard text.hasPrefix("["), text.hasSuffix("]") else { return .text(text) }
        let inner = text.dropFirst().dropLast()
        return .inline(inner.split(separator: "|", omittingEmptySubsequences: false).map(String.init))
    }
}
