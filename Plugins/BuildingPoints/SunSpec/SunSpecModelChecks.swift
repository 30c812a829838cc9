/// The rules that a SunSpec model keeps by itself.
struct SunSpecModelChecks {
    private(set) var findings: [PointFinding] = []
    private let file: String

    init(_ id: UInt16, _ group: SunSpecGroup, _ file: String) {
        self.file = file
        let head = group.points.prefix(2)
        if head.map(\.name) != ["ID", "L"] || head.contains(where: { $0.registerCount != 1 }) {
            note(group.name, head.first?.line, "the model does not begin with 'ID' and 'L'", "begin with both")
        }
        if let first = head.first, first.name == "ID", let value = first.fixedValue, value != Int(id) {
            note("ID", first.line, "'ID' has the value '\(value)' in model \(id)", "give both one number")
        }
        check(group, [])
    }

    private mutating func note(_ subject: String, _ line: Int?, _ message: String, _ hint: String) {
        findings.append(
            PointFinding(
                .modelStructure, subject: subject.clipped, message, hint: hint,
                evidence: [PointEvidence(file: file, line: line)]))
    }

    /// Checks a group; names are looked up in it first, and then in the groups around it.
    private mutating func check(_ group: SunSpecGroup, _ around: [[String: SunSpecPoint]]) {
        var own: [String: SunSpecPoint] = [:]
        for point in group.points {
            if own[point.name] != nil, point.type != .pad {
                note(point.name, point.line, "two points are called '\(point.name.clipped)'", "rename one of them")
            }
            own[point.name] = point
            if let size = point.type.size, size != point.size {
                note(
                    point.name, point.line, "'\(point.type.rawValue)' takes \(size) registers, not \(point.size)",
                    "correct the size or the type")
            }
        }
        let known = around + [own]
        for point in group.points { checkScale(point, known) }
        for inner in group.groups {
            if case .point(let name) = inner.repetition, !known.contains(where: { $0[name] != nil }) {
                note(inner.name, nil, "no point '\(name.clipped)' says how often it repeats", "add the point")
            }
            check(inner, known)
        }
    }

    private mutating func checkScale(_ point: SunSpecPoint, _ known: [[String: SunSpecPoint]]) {
        switch point.scale {
        case nil: break
        case .power(let power):
            guard !(-10...10 ~= power) else { return }
            note(point.name, point.line, "the scale factor is '\(power)'", "use one from -10 to 10")
        case .point(let name):
            let factor = known.reversed().lazy.compactMap { $0[name] }.first
            guard factor?.type != .sunssf else { return }
            let reason = factor.map { "is '\($0.type.rawValue)', no scale factor" } ?? "is not there"
            note(
                point.name, point.line, "its scale factor '\(name.clipped)' \(reason)", "name a point of type 'sunssf'")
        }
    }
}
