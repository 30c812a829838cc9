/// Collects the measurements of a file while it is read, and everything that is wrong with it.
struct MeasurementLog {
    /// The measurements that one piece of evidence may have.
    static let limit = 10_000
    /// The problems that are reported; a file with more is no file of measurements.
    private static let problemLimit = 100

    private(set) var measurements: [Measurement] = []
    private(set) var findings: [CollectedFinding] = []
    private(set) var problems: [InputProblem] = []
    private var names: Set<ID> = []

    /// Whether there is nothing to gain from reading on.
    var isFull: Bool { problems.count >= Self.problemLimit }

    mutating func note(_ offset: Int, _ message: String, hint: String) {
        note(InputProblem(offset, message, hint: hint))
    }

    mutating func note(_ problem: InputProblem) {
        if !isFull { problems.append(problem) }
    }

    /// Takes a measurement, or notes why it cannot be taken.
    ///
    /// - Parameters:
    ///   - name: the name, and its offset.
    ///   - value: the value; `nil` when it could not be read, which was noted.
    ///   - unit: the unit, and its offset; empty for none.
    mutating func take(
        _ name: (text: String, offset: Int), _ value: MeasuredValue?, _ unit: (text: String, offset: Int)
    ) {
        let id: ID
        do {
            id = try ID(name.text)
        } catch {
            return note(name.offset, error.message, hint: error.hint)
        }
        guard names.insert(id).inserted else {
            return note(name.offset, "'\(id)' is measured twice", hint: "keep one of the two")
        }
        guard unit.text.utf8.count <= 64, unit.text.unicodeScalars.allSatisfy(\.isPrintable) else {
            return note(
                unit.offset, "'\(unit.text.excerpt)' is not a unit", hint: "use at most 64 bytes, such as 'px/m'")
        }
        guard measurements.count < Self.limit else {
            if measurements.count == Self.limit, names.count == Self.limit + 1 {
                note(name.offset, "there are too many measurements", hint: "keep at most \(Self.limit) in a file")
            }
            return
        }
        guard let value else { return }
        measurements.append(Measurement(id, value.number, unit: unit.text.isEmpty ? nil : unit.text))
        if case .undefined(let word) = value { findings.append(.undefined(id, word)) }
    }

    /// Reads a number from a text, or notes that it is none.
    mutating func value(_ text: String, at offset: Int) -> MeasuredValue? {
        if let value = MeasuredValue(text) { return value }
        note(
            offset, "'\(text.excerpt)' is not a number",
            hint: "write it like '0.85', with a decimal point, no separators and the unit apart")
        return nil
    }
}

extension CollectedFinding {
    fileprivate static func undefined(_ name: ID, _ word: String) -> CollectedFinding {
        CollectedFinding(
            "undefined-measurement", .warning,
            "'\(name)' is undefined: its value is " + (word.isEmpty ? "empty" : "'\(word.excerpt)'"),
            subject: name.text, hint: "measure it; an undefined value never meets a bound")
    }
}
