import PhaseLoom

/// A row of an order before it is understood: texts by column, with their places.
struct OrderRow {
    struct Cell {
        let text: String
        let offset: Int
    }

    let offset: Int
    var cells: [String: Cell] = [:]
}

/// Takes an order apart into rows of texts, whichever form it has.
struct OrderCells {
    private(set) var rows: [OrderRow] = []
    private(set) var problems: [InputProblem] = []

    mutating func read(_ bytes: [UInt8]) {
        let blanks = Set(" \t\r\n".utf8)
        if bytes.first(where: { !blanks.contains($0) }) == UInt8(ascii: "{") { readJSON(bytes) } else { readCSV(bytes) }
        guard problems.isEmpty else { return }
        if rows.isEmpty { note(bytes.count, "the order has no command", hint: "order at least one") }
        if rows.count > CommandOrder.limit {
            note(
                rows[CommandOrder.limit].offset, "the order has \(rows.count) commands",
                hint: "order at most \(CommandOrder.limit) at once")
        }
    }

    private mutating func note(_ offset: Int, _ message: String, hint: String) {
        problems.append(InputProblem(offset, message, hint: hint))
    }

    // MARK: tables

    private mutating func readCSV(_ bytes: [UInt8]) {
        var reader = CSVReader(bytes)
        do {
            guard let header = try reader.next() else {
                return note(0, "the file is empty", hint: "begin with a header of columns such as 'point'")
            }
            checkHeader(header)
            while problems.isEmpty, let record = try reader.next() { add(record, under: header) }
        } catch {
            problems.append(error)
        }
    }

    private mutating func checkHeader(_ header: [CSVReader.Field]) {
        var known: Set<String> = []
        for field in header {
            if !CommandOrder.columns.contains(field.text) {
                noteUnknown(field.text, field.offset)
            } else if !known.insert(field.text).inserted {
                note(field.offset, "there are two columns '\(field.text)'", hint: "keep one of the two")
            }
        }
    }

    private mutating func noteUnknown(_ name: String, _ offset: Int) {
        let columns = CommandOrder.columns.map { "'\($0)'" }.joined(separator: ", ")
        note(offset, "there is no column '\(name.clipped)'", hint: "the columns are \(columns)")
    }

    private mutating func add(_ record: [CSVReader.Field], under header: [CSVReader.Field]) {
        let offset = record.first?.offset ?? 0
        guard record.count == header.count else {
            return note(
                offset, "this row and the header have \(record.count) and \(header.count) fields",
                hint: "give every row as many fields as the header")
        }
        var row = OrderRow(offset: offset)
        for (title, field) in zip(header, record) where !field.text.isEmpty {
            row.cells[title.text] = .init(text: field.text, offset: field.offset)
        }
        rows.append(row)
    }

    // MARK: JSON

    private mutating func readJSON(_ bytes: [UInt8]) {
        let root: JSONNode
        do {
            root = try JSONReader.read(bytes)
        } catch {
            return note(error.offset, "\(error.path): \(error.message)", hint: error.hint)
        }
        guard case .object(let members) = root.content else { return }
        let commands = members.first { $0.key == "commands" }?.node
        for member in members where member.key != "commands" && member.key != "format" {
            note(member.offset, "there is no key '\(member.key.clipped)' here", hint: "write 'format' and 'commands'")
        }
        if case .string(CommandOrder.format)? = members.first(where: { $0.key == "format" })?.node.content {
        } else {
            note(root.offset, "the format is not '\(CommandOrder.format)'", hint: "say it with the key 'format'")
        }
        guard case .array(let nodes)? = commands?.content else {
            return note(commands?.offset ?? root.offset, "there is no list of commands", hint: "add 'commands'")
        }
        for node in nodes { add(node) }
    }

    private mutating func add(_ node: JSONNode) {
        guard case .object(let members) = node.content else {
            return note(node.offset, "this is no command", hint: "put its columns in braces")
        }
        var row = OrderRow(offset: node.offset)
        for member in members {
            guard CommandOrder.columns.contains(member.key) else {
                noteUnknown(member.key, member.offset)
                continue
            }
            switch member.node.content {
            case .null: continue
            case .string(let text): row.cells[member.key] = .init(text: text, offset: member.node.offset)
            case .integer, .number:
                let text = String(decoding: member.node.value.compactBytes, as: UTF8.self)
                row.cells[member.key] = .init(text: text, offset: member.node.offset)
            case .bool, .array, .object:
                note(member.node.offset, "'\(member.key)' is no text and no number", hint: "write one of the two")
            }
        }
        rows.append(row)
    }
}

extension String {
    /// The text as messages quote it: short, and without what steers a terminal.
    var clipped: String {
        let shown = unicodeScalars.prefix(60).map { $0.isControl ? "\u{FFFD}" : $0 }
        var text = ""
        text.unicodeScalars.append(contentsOf: shown)
        return unicodeScalars.count > 60 ? text + "…" : text
    }

    /// Whether it is a line that says something and steers nothing.
    var isPlainLine: Bool {
        utf8.count <= 200 && !unicodeScalars.contains(where: \.isControl) && contains { !$0.isWhitespace }
    }
}

extension Unicode.Scalar {
    /// Whether it steers a terminal or the direction of a text.
    var isControl: Bool {
        value < 0x20 || (0x7F...0x9F).contains(value) || (0x200E...0x200F).contains(value)
            || (0x2028...0x202E).contains(value) || (0x2066...0x2069).contains(value)
    }
}
