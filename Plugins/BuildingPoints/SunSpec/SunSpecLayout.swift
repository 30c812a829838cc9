import Modbus

/// The points of a model at their addresses in a device.
struct SunSpecLayout {
    private(set) var points: [RegisterPoint] = []
    private(set) var lines: [Int] = []
    private(set) var isMandatory: [Bool] = []
    private(set) var findings: [PointFinding] = []
    /// How many registers the model takes with its number and its length.
    private(set) var size = 0

    private let model: SunSpecModel
    private let start: Int
    private let length: Int?
    private let registers: [UInt16]
    private var steps = 0
    private var isCut = false
    private var endsWithPad = false

    /// Where the points of a group stand, counted from the number of the model.
    private typealias Scope = [String: Int]

    /// Lays out a model.
    ///
    /// - Parameters:
    ///   - model: the model.
    ///   - start: the address of its number.
    ///   - length: the length that the device says; `nil` when there is no device yet, and groups stand there once.
    ///   - registers: all registers of the model, for how often groups repeat; none when they were not read.
    ///   - prefix: what stands before the names of points.
    init(_ model: SunSpecModel, at start: UInt16, length: UInt16?, registers: [UInt16], prefix: String) {
        self.model = model
        self.start = Int(start)
        self.length = length.map { Int($0) }
        self.registers = registers
        place(model.group, prefix, [], isLast: true)
        checkLength()
    }

    private mutating func note(_ message: String, _ hint: String) {
        let evidence = PointEvidence(
            file: model.file, object: "holding-registers \(start)", value: length.map { String($0) })
        findings.append(
            PointFinding(.modelLength, subject: "model \(model.id)", message, hint: hint, evidence: [evidence]))
    }

    /// Places the points of a group, then the groups in it.
    private mutating func place(_ group: SunSpecGroup, _ prefix: String, _ around: [Scope], isLast: Bool) {
        steps += 1
        var own: Scope = [:]
        var offset = size
        for point in group.points {
            own[point.name] = own[point.name] ?? offset
            offset += point.registerCount
        }
        let scopes = around + [own]
        for point in group.points { place(point, prefix, scopes) }
        for (index, inner) in group.groups.enumerated() {
            let isLast = isLast && index == group.groups.count - 1
            let times = repetitions(of: inner, scopes, isLast: isLast)
            for number in 0..<times {
                guard !isCut, steps <= 65_536 else { return }
                let mark = inner.repetition == .times(1) ? "" : "[\(number + 1)]"
                place(inner, "\(prefix)\(inner.name)\(mark).", scopes, isLast: isLast && number == times - 1)
            }
        }
    }

    private mutating func place(_ point: SunSpecPoint, _ prefix: String, _ scopes: [Scope]) {
        guard !isCut else { return }
        for number in 0..<point.count {
            let end = size + point.size
            guard end <= length.map({ $0 + 2 }) ?? .max || point.type == .pad, start + end <= 65_536 else {
                isCut = true
                return
            }
            if point.type != .pad {
                add(point, prefix + point.name + (point.count == 1 ? "" : "[\(number + 1)]"), scopes)
            }
            endsWithPad = point.type == .pad
            size = end
        }
    }

    private mutating func add(_ point: SunSpecPoint, _ name: String, _ scopes: [Scope]) {
        var found = RegisterPoint(name, .holdingRegisters, UInt16(exactly: start + size), point.type.registerType)
        found.order = .big
        found.count = point.size
        found.units = point.units
        found.access = point.isWritable ? .readWrite : .read
        found.symbols = point.symbols
        found.notImplemented = point.type.notImplemented(isMandatory: point.isMandatory)
        switch point.scale {
        case .power(let power) where -10...10 ~= power:
            found.conversion = DecimalText.shifted("1", by: power).flatMap { LinearConversion(scale: $0) } ?? .identity
        case .point(let factor):
            found.scaleFactor = offset(of: factor, scopes).flatMap { UInt16(exactly: start + $0) }
        case .power, nil: break
        }
        points.append(found)
        lines.append(point.line)
        isMandatory.append(point.isMandatory)
    }

    private func offset(of name: String, _ scopes: [Scope]) -> Int? {
        scopes.reversed().lazy.compactMap { $0[name] }.first
    }

    /// How often a group stands there: as the model, the registers or else the room that is left say.
    private mutating func repetitions(of group: SunSpecGroup, _ scopes: [Scope], isLast: Bool) -> Int {
        switch group.repetition {
        case .times(let times): return times
        case .point(let name):
            if let offset = offset(of: name, scopes), registers.indices.contains(offset), registers[offset] != 0xFFFF {
                return Int(registers[offset])
            }
        case .rest: break
        }
        guard let length else { return 1 }
        guard isLast, let size = group.size, size > 0 else { return 1 }
        return max(0, length + 2 - self.size) / size
    }

    /// A register that only fills up at the end is counted by some devices, and left out by others.
    private mutating func checkLength() {
        guard let length else {
            if isCut { note("model \(model.id) ends beyond address 65535", "let it begin earlier") }
            return
        }
        let found = size - 2
        guard isCut || length != found && !(endsWithPad && length == found - 1) else { return }
        note(
            "the device says \(length) registers where model \(model.id) has \(isCut ? "more" : String(found))",
            "ask the maker which points it has: what lies behind may be read at wrong addresses")
    }
}
