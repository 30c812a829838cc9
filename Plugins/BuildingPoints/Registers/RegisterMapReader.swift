import Modbus
import PhaseLoom

/// Reads a register map from separated values.
struct RegisterMapReader {
    private let text: DelimitedText
    private let convention: AddressConvention?
    private(set) var points: [RegisterPoint] = []
    private(set) var lines: [Int] = []
    private(set) var evidence: [PointEvidence] = []
    private(set) var findings: [PointFinding]
    private var places: [RegisterColumn: Int] = [:]
    private var ambiguous: [PointEvidence] = []

    init(_ bytes: [UInt8], file: String, convention: AddressConvention?) {
        text = DelimitedText(bytes, file: file) { RegisterColumn(title: $0) != nil }
        self.convention = convention
        findings = text.findings
    }

    mutating func read() {
        for (place, cell) in (text.rows.first?.cells ?? []).enumerated() {
            if let column = RegisterColumn(title: cell.text), places[column] == nil { places[column] = place }
        }
        let missing = [RegisterColumn.name, .address, .type].filter { places[$0] == nil }
        guard missing.isEmpty else {
            let names = missing.map { "'\($0.rawValue)'" }.joined(separator: ", ")
            return note(.missingColumn, text.rows.first, nil, "the map lacks the columns \(names)", "add them")
        }
        for row in text.rows.dropFirst() { take(row) }
        guard let first = ambiguous.first else { return }
        findings.append(
            PointFinding(
                .ambiguousAddress, subject: text.file,
                "\(ambiguous.count) addresses such as '\(first.value ?? "")' may be references of five digits or counts from 0",
                hint: "declare the convention: zero-based, one-based or reference", evidence: ambiguous))
    }

    private mutating func note(
        _ rule: PointRule, _ row: DelimitedText.Row?, _ column: RegisterColumn?, _ message: String, _ hint: String
    ) {
        let cell = column.flatMap { places[$0] }
        let evidence = row.map { text.evidence($0, cell, value: cell == nil ? nil : $0.text(cell)) }
        findings.append(
            PointFinding(
                rule, subject: row.map { cell == nil ? text.file : $0.text(places[.name]).clipped } ?? text.file,
                message,
                hint: hint, evidence: [evidence ?? PointEvidence(file: text.file)]))
    }

    private mutating func take(_ row: DelimitedText.Row) {
        let word = row.text(places[.type])
        guard let (stated, size) = RegisterType.named(word) else {
            return note(.badCell, row, .type, "'\(word.clipped)' is no type", "write one like 'uint16' or 'float32'")
        }
        let transform = transform(row)
        let type = transform?.type ?? stated
        guard let table = table(row, type), let address = address(row, table) else { return }
        var point = RegisterPoint(row.text(places[.name]), address.table, address.address, type)
        point.reference = row.text(places[.address])
        point.units = row.text(places[.units]) == "None" ? "" : row.text(places[.units])
        point.trunk = row.text(places[.trunk])
        point.device = row.text(places[.device])
        point.pollClass = row.text(places[.pollClass])
        point.notImplemented = row.text(places[.notImplemented])
        point.unit = whole(row, .unit)
        point.count = count(row, type) ?? transform?.count ?? size ?? point.count
        point.maxBlock = whole(row, .maxBlock)
        point.access = access(row)
        point.order = transform?.order ?? order(row)
        point.conversion = transform?.conversion ?? conversion(row)
        points.append(point)
        lines.append(row.line)
        evidence.append(text.evidence(row, places[.address], value: point.reference))
    }

    /// The registers that a row states, as far as its type may take them.
    private mutating func count(_ row: DelimitedText.Row, _ type: RegisterType) -> Int? {
        guard let stated: Int = whole(row, .count) else { return nil }
        let counts = type.counts
        guard !counts.contains(stated) else { return stated }
        note(
            .badCell, row, .count, "'\(type.rawValue)' does not take \(stated) registers",
            "write from \(counts.lowerBound) to \(counts.upperBound), or nothing")
        return nil
    }

    private mutating func whole<Number: FixedWidthInteger>(_ row: DelimitedText.Row, _ column: RegisterColumn)
        -> Number?
    {
        let text = row.text(places[column])
        guard !text.isEmpty else { return nil }
        if let number = Number(text), number > 0 { return number }
        note(
            .badCell, row, column, "'\(text.clipped)' is no number for '\(column.rawValue)'",
            "write a whole number from 1")
        return nil
    }
}

// MARK: Cells

extension RegisterMapReader {
    private mutating func table(_ row: DelimitedText.Row, _ type: RegisterType) -> ModbusTable? {
        let word = row.text(places[.table])
        switch word.bare {
        case "": return type == .bit ? .coils : .holdingRegisters
        case "analogoutputholdingregisters", "holdingregisters", "holding", "holdingregister": return .holdingRegisters
        case "analoginputregisters", "inputregisters", "input", "inputregister": return .inputRegisters
        case "discreteoutputcoils", "coils", "coil": return .coils
        case "discreteinputs", "discreteinput", "discrete": return .discreteInputs
        default:
            note(.badCell, row, .table, "'\(word.clipped)' is no table", "write one like 'holding-registers'")
            return nil
        }
    }

    private mutating func address(
        _ row: DelimitedText.Row, _ table: ModbusTable
    ) -> (address: UInt16, table: ModbusTable)? {
        let cell = row.text(places[.address])
        let word = row.text(places[.convention])
        let declared = AddressConvention(rawValue: word)
        if !word.isEmpty, declared == nil {
            note(
                .badCell, row, .convention, "'\(word.clipped)' is no convention",
                "write 'zero-based', 'one-based' or 'reference'")
        }
        let used = declared ?? convention
        guard let found = (used ?? .zeroBased).address(cell) else {
            note(
                .badAddress, row, .address, "'\(cell.clipped)' is no address that is \((used ?? .zeroBased).rawValue)",
                "write one in the map's convention")
            return nil
        }
        if used == nil, AddressConvention.looksLikeReference(cell) {
            ambiguous.append(text.evidence(row, places[.address], value: cell))
        }
        let tables: [Character: ModbusTable] = [
            "0": .coils, "1": .discreteInputs, "3": .inputRegisters, "4": .holdingRegisters,
        ]
        let told = found.table.flatMap { tables[$0] } ?? table
        if told != table, !row.text(places[.table]).isEmpty {
            note(
                .tableMismatch, row, .address, "'\(cell.clipped)' stands in another table than '\(table.rawValue)'",
                "give both one table")
        }
        return (found.address, told)
    }

    private mutating func access(_ row: DelimitedText.Row) -> RegisterAccess {
        let word = row.text(places[.access])
        switch word.lowercased() {
        case "", "false", "no", "r", "ro", "read": return .read
        case "true", "yes", "rw", "read-write": return .readWrite
        case "w", "wo", "write": return .write
        default:
            note(.badCell, row, .access, "'\(word.clipped)' is no access", "write 'read', 'write' or 'read-write'")
            return .read
        }
    }

    /// VOLTTRON reads registers in order of the network unless told that they are mixed; other maps have to say it.
    private mutating func order(_ row: DelimitedText.Row) -> ModbusOrder? {
        let word = row.text(places[.order])
        if !word.isEmpty {
            if let order = ModbusOrder(word: word) { return order }
            note(.badCell, row, .order, "'\(word.clipped)' is no order", "write 'ABCD', 'CDAB', 'BADC' or 'DCBA'")
            return nil
        }
        if places[.mixedEndian] != nil {
            return row.text(places[.mixedEndian]).lowercased() == "true" ? .wordSwapped : .big
        }
        return nil
    }

    private mutating func transform(_ row: DelimitedText.Row) -> RegisterTransform? {
        let cell = row.text(places[.transform])
        guard !cell.isEmpty else { return nil }
        if let found = RegisterTransform(cell) { return found }
        note(
            .unknownTransform, row, .transform, "'\(cell.clipped)' is no scale",
            "write one like 'scale(0.1)', or 'mod10k(False)' for groups of decimals")
        return nil
    }

    private mutating func conversion(_ row: DelimitedText.Row) -> LinearConversion {
        let cells = [RegisterColumn.scale, .offset].map { row.text(places[$0]) }
        let numbers = cells.map(DecimalText.number)
        for (column, (cell, number)) in zip([RegisterColumn.scale, .offset], zip(cells, numbers))
        where !cell.isEmpty && number == nil {
            note(.badCell, row, column, "'\(cell.clipped)' is no number", "write one like '0.1'")
        }
        if let found = LinearConversion(scale: numbers[0] ?? 1, offset: numbers[1] ?? 0) { return found }
        note(.badCell, row, .scale, "the scale is 0", "write a scale that is not 0")
        return .identity
    }
}
