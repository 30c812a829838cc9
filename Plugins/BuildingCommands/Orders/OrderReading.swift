import BACnet
import FieldLinks
import Modbus
import PhaseLoom

/// Understands the rows of an order, and notes what is wrong with them.
struct OrderReading {
    private(set) var commands: [PointCommand] = []
    private(set) var problems: [InputProblem]

    private static let problemLimit = 100

    init(problems: [InputProblem]) { self.problems = problems }

    mutating func take(_ row: OrderRow) {
        guard problems.count < Self.problemLimit else { return }
        let before = problems.count
        let point = required(row, "point", Self.line) { $0.isPlainLine ? $0 : nil }
        let target = target(row)
        let isBinary = target?.isBinary == true
        let (expected, parse) = isBinary ? (Self.states, Self.state) : (Self.numbers, Self.number)
        let value = required(row, "value", expected, parse)
        let release = required(row, "release", "a duration of at most 24 hours like '15m', or a moment") {
            CommandRelease($0)
        }
        let notBefore = optional(row, "not-before", "a moment like '2026-11-21T09:30:00Z'") {
            try? Timestamp(parsing: $0)
        }
        let releaseValue = optional(row, "release-value", expected, parse)
        let units = optional(row, "units", Self.line) { $0.isPlainLine ? $0 : nil } ?? ""
        let reason = required(row, "reason", Self.line) { $0.isPlainLine ? $0 : nil }
        let person = required(row, "person", Self.line) { $0.isPlainLine ? $0 : nil }
        let priority = priority(row, target)
        guard let point, let target, let value, let release, let reason, let person else { return }
        let command = PointCommand(
            point: point, target: target, value: value, units: units, priority: priority, notBefore: notBefore,
            release: release, releaseValue: releaseValue, reason: reason, person: person)
        check(command, row)
        if problems.count == before { commands.append(command) }
    }

    private static let line = "a line of at most 200 bytes"
    private static let numbers = "a number like '21.5'"
    private static let states = "'active' or 'inactive', or 1 or 0"

    /// The number of a binary state (ANSI/ASHRAE 135, 21: BACnetBinaryPV).
    private static func state(_ text: String) -> Double? {
        ["active": 1, "inactive": 0][text.lowercased()] ?? number(text)
    }

    private static func number(_ text: String) -> Double? {
        // `Double` itself also takes hexadecimal numbers and words, which no order means.
        guard text.utf8.allSatisfy({ "+-.0123456789eE".utf8.contains($0) }) else { return nil }
        return Double(text).flatMap { $0.isFinite ? $0 : nil }
    }

    // MARK: targets

    private enum FieldProtocol: String, CaseIterable { case bacnet, modbus }

    private mutating func target(_ row: OrderRow) -> CommandTarget? {
        guard let spoken = required(row, "protocol", "'bacnet' or 'modbus'", FieldProtocol.init(rawValue:)) else {
            return nil
        }
        switch spoken {
        case .bacnet:
            refuse(["unit-id", "table", "register", "order"], in: row, of: "BACnet")
            return bacnet(row).map { .bacnet($0) }
        case .modbus:
            refuse(["device", "object", "priority"], in: row, of: "Modbus")
            return modbus(row).map { .modbus($0) }
        }
    }

    private mutating func refuse(_ columns: [String], in row: OrderRow, of name: String) {
        for column in columns {
            guard let cell = row.cells[column] else { continue }
            note(cell.offset, "a point of \(name) has no '\(column)'", hint: "leave it empty")
        }
    }

    private mutating func bacnet(_ row: OrderRow) -> BACnetPoint? {
        let address = "an address like '192.0.2.7:47808', perhaps with ' NETWORK:MAC'"
        let peer = required(row, "endpoint", address, Self.peer)
        let device = required(row, "device", "the instance of the device, at most 4194302") { text in
            UInt32(text).flatMap { $0 < ObjectIdentifier.highestInstance ? ObjectIdentifier(.device, $0) : nil }
        }
        let object = required(row, "object", "an object like 'analog-output,5'") { ObjectIdentifier($0) }
        guard let peer, let device, let object else { return nil }
        guard let point = BACnetPoint(object, of: device, at: peer) else {
            note(
                row.cells["object"]?.offset ?? row.offset, "'\(object)' is no object that can be commanded",
                hint: "order outputs and values of the types analog, binary, multi-state and integer")
            return nil
        }
        let types: [String: PrimitiveType] = [
            "real": .real, "double": .double, "enumerated": .enumerated, "unsigned": .unsigned, "signed": .signed,
        ]
        let isRight = "leave it empty, or write that of the object's present value"
        _ = optional(row, "type", isRight) { text in types[text].flatMap { $0 == point.type ? $0 : nil } }
        return point
    }

    private static func peer(_ text: String) -> BACnetPeer? {
        let parts = text.split(separator: " ", omittingEmptySubsequences: false)
        guard let first = parts.first, let endpoint = Endpoint(first, port: 47_808), endpoint.port > 0,
            parts.count <= 2
        else { return nil }
        guard parts.count == 2 else { return BACnetPeer(endpoint) }
        let route = parts[1].split(separator: ":", omittingEmptySubsequences: false)
        guard route.count == 2, let network = UInt16(route[0]), (1...65_534).contains(network),
            let address = octets(route[1])
        else { return nil }
        return BACnetPeer(endpoint, route: NetworkAddress(network: network, address: address))
    }

    /// One to seven octets in hexadecimal digits.
    private static func octets(_ text: Substring) -> [UInt8]? {
        let digits = text.map(\.hexDigitValue)
        guard (2...14).contains(digits.count), digits.count.isMultiple(of: 2) else { return nil }
        var octets: [UInt8] = []
        for place in stride(from: 0, to: digits.count, by: 2) {
            guard let high = digits[place], let low = digits[place + 1] else { return nil }
            octets.append(UInt8(high << 4 | low))
        }
        return octets
    }

    private mutating func modbus(_ row: OrderRow) -> ModbusPoint? {
        let endpoint = required(row, "endpoint", "an address like '192.0.2.9:502'") { text in
            Endpoint(text, port: 502).flatMap { $0.port > 0 ? $0 : nil }
        }
        let unit = required(row, "unit-id", "a number from 1 to 247, or 255") { text in
            UInt8(text).flatMap { (1...247).contains($0) || $0 == 255 ? $0 : nil }
        }
        let tables: [ModbusTable] = [.coils, .holdingRegisters]
        let table = required(row, "table", "'coils' or 'holding-registers': inputs cannot be written") { text in
            tables.first { $0.rawValue == text }
        }
        let address = required(row, "register", "an address from 0 to 65535") { UInt16($0) }
        guard let endpoint, let unit, let table, let address else { return nil }
        if table == .coils {
            refuse(["type", "order"], in: row, of: "one bit")
            return ModbusPoint(coil: address, unit: unit, at: endpoint)
        }
        let types = ModbusNumberType.allCases.map(\.rawValue).joined(separator: ", ")
        guard let type = required(row, "type", "one of \(types)", ModbusNumberType.init(rawValue:)) else { return nil }
        let orders = ModbusOrder.allCases.map(\.rawValue).joined(separator: ", ")
        let isNeeded = type.registerCount > 1
        let order =
            isNeeded
            ? required(row, "order", "one of \(orders)", ModbusOrder.init(rawValue:))
            : optional(row, "order", "one of \(orders)", ModbusOrder.init(rawValue:)) ?? .big
        guard let order else { return nil }
        let point = ModbusPoint(register: address, type, order, unit: unit, at: endpoint)
        if point == nil {
            note(
                row.cells["register"]?.offset ?? row.offset, "a value of '\(type.rawValue)' does not end in the table",
                hint: "give the address of its first register, from 0")
        }
        return point
    }

    // MARK: rules

    private mutating func priority(_ row: OrderRow, _ target: CommandTarget?) -> UInt8 {
        guard let cell = row.cells["priority"], case .bacnet = target else { return PointCommand.usualPriority }
        guard let number = UInt8(cell.text), (1...16).contains(number) else {
            note(cell.offset, "'\(cell.text.clipped)' is no priority", hint: "write a number from 7 to 16")
            return PointCommand.usualPriority
        }
        if number < PointCommand.priorities.lowerBound {
            let use = number == 6 ? "minimum on and off times" : "the safety of life and critical equipment"
            note(cell.offset, "priority '\(number)' is left to \(use)", hint: "write a number from 7 to 16")
        }
        return number
    }

    private mutating func check(_ command: PointCommand, _ row: OrderRow) {
        if let cell = row.cells["units"], !cell.text.isEmpty, command.target.isBinary {
            note(cell.offset, "'\(cell.text.clipped)' cannot stand in 'units' of a state", hint: "leave it empty")
        }
        for (column, value) in [("value", command.value), ("release-value", command.releaseValue ?? command.value)]
        where !command.target.takes(value) {
            guard let cell = row.cells[column] else { continue }
            let hint = command.target.isBinary ? "write \(Self.states)" : "see its type"
            note(cell.offset, "'\(cell.text.clipped)' does not fit the type of the point", hint: hint)
        }
        if case .at(let release) = command.release, let begin = command.notBefore, release <= begin {
            note(
                row.cells["release"]?.offset ?? row.offset, "the release is not after '\(begin)'",
                hint: "release it later, or write it earlier")
        }
        if commands.contains(where: { $0.point == command.point }) {
            note(
                row.cells["point"]?.offset ?? row.offset, "'\(command.point.clipped)' stands twice",
                hint: "give each point its own name")
        } else if let other = commands.first(where: { $0.target.overlaps(command.target) }) {
            note(
                row.offset, "'\(command.point.clipped)' and '\(other.point.clipped)' write to the same place",
                hint: "order one of the two")
        }
    }

    // MARK: cells

    private mutating func note(_ offset: Int, _ message: String, hint: String) {
        problems.append(InputProblem(offset, message, hint: hint))
    }

    private mutating func optional<Value>(
        _ row: OrderRow, _ column: String, _ expected: String, _ parse: (String) -> Value?
    ) -> Value? {
        guard let cell = row.cells[column], !cell.text.isEmpty else { return nil }
        if let value = parse(cell.text) { return value }
        note(cell.offset, "'\(cell.text.clipped)' cannot stand in '\(column)'", hint: "write \(expected)")
        return nil
    }

    private mutating func required<Value>(
        _ row: OrderRow, _ column: String, _ expected: String, _ parse: (String) -> Value?
    ) -> Value? {
        if row.cells[column]?.text.isEmpty ?? true {
            note(row.offset, "'\(column)' is not given", hint: "write \(expected)")
        }
        return optional(row, column, expected, parse)
    }
}
