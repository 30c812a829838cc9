/// Reads measurements from comma-separated values: one on each line, or all of them on one line under their names.
struct MeasurementCSV {
    /// The columns of name, value and unit.
    let columns: (name: String, value: String, unit: String)
    private var log = MeasurementLog()

    init(columns: (name: String, value: String, unit: String)) { self.columns = columns }

    /// Reads a whole document into a log.
    static func read(_ bytes: [UInt8], columns: (name: String, value: String, unit: String)) -> MeasurementLog {
        var reading = MeasurementCSV(columns: columns)
        var reader = CSVReader(bytes)
        do {
            if let header = try reader.next() { try reading.rows(&reader, under: header) }
        } catch {
            reading.log.note(error)
        }
        return reading.log
    }

    private mutating func rows(_ reader: inout CSVReader, under header: [CSVReader.Field]) throws(InputProblem) {
        guard let places = places(in: header) else {
            return try wide(&reader, under: header)
        }
        while !log.isFull, let row = try reader.next() {
            guard fits(row, header) else { continue }
            let value = log.value(row[places.value].text, at: row[places.value].offset)
            let unit = places.unit.map { (row[$0].text, row[$0].offset) } ?? ("", 0)
            log.take((row[places.name].text, row[places.name].offset), value, unit)
        }
    }

    /// Reads the only row under a header of measurements' names.
    private mutating func wide(_ reader: inout CSVReader, under header: [CSVReader.Field]) throws(InputProblem) {
        let start = header.first?.offset ?? 0
        let hint =
            "give the columns '\(columns.name.excerpt)' and '\(columns.value.excerpt)', or one row of values under "
            + "their names"
        guard !header.contains(where: { $0.text == columns.name || $0.text == columns.value }) else {
            return log.note(start, "the header lacks a column", hint: hint)
        }
        guard let row = try reader.next() else {
            return log.note(start, "there is nothing below the header", hint: hint)
        }
        if let next = try reader.next() {
            return log.note(next.first?.offset ?? start, "the measurements of several rows have one name", hint: hint)
        }
        guard fits(row, header) else { return }
        for (name, field) in zip(header, row) {
            log.take((name.text, name.offset), log.value(field.text, at: field.offset), ("", 0))
        }
    }

    private mutating func fits(_ row: [CSVReader.Field], _ header: [CSVReader.Field]) -> Bool {
        if row.count == header.count { return true }
        let hint =
            header.count == 1 && header[0].text.contains(";")
            ? "separate columns by commas" : "give every row as many fields as the header"
        log.note(row[0].offset, "this row and the header have \(row.count) and \(header.count) fields", hint: hint)
        return false
    }

    /// The places of the columns; `nil` when names and values have no columns of their own.
    private mutating func places(in header: [CSVReader.Field]) -> (name: Int, value: Int, unit: Int?)? {
        let known = [columns.name, columns.value, columns.unit]
        var found: [String: Int] = [:]
        for (place, field) in header.enumerated() where known.contains(field.text) {
            if found.updateValue(place, forKey: field.text) != nil {
                log.note(field.offset, "there are two columns '\(field.text.excerpt)'", hint: "keep one of the two")
            }
        }
        guard let name = found[columns.name], let value = found[columns.value] else { return nil }
        return (name, value, found[columns.unit])
    }
}
