/// A documented option of an overlay, with its type, its default and the values that it takes.
///
/// ```swift
/// static let retention = OverlayOption.integer("retention", help: "days that recordings are kept", default: 30, in: 1...3650)
/// ```
public struct OverlayOption<Value: Sendable>: Sendable {
    /// What catalogues and messages say about the option.
    public let descriptor: OptionDescriptor
    let read: @Sendable (String) -> Value?
    let fallback: Value

    private init(
        _ name: String, help: String, default fallback: Value, written: String, expects: String,
        read: @escaping @Sendable (String) -> Value?
    ) {
        descriptor = OptionDescriptor(name: name, help: help, defaultValue: written, expects: expects) {
            read($0) != nil
        }
        self.read = read
        self.fallback = fallback
    }
}

extension OverlayOption where Value == Int {
    /// An option that takes a whole number of a range.
    public static func integer(
        _ name: String, help: String, default fallback: Int, in range: ClosedRange<Int>
    ) -> OverlayOption {
        let expects = "a whole number from \(range.lowerBound) to \(range.upperBound)"
        return OverlayOption(name, help: help, default: fallback, written: "\(fallback)", expects: expects) { text in
            Int(text).flatMap { range.contains($0) ? $0 : nil }
        }
    }
}

extension OverlayOption where Value == Double {
    /// An option that takes a number of a range.
    public static func number(
        _ name: String, help: String, default fallback: Double, in range: ClosedRange<Double>
    ) -> OverlayOption {
        let expects = "a number from \(range.lowerBound.canonicalText) to \(range.upperBound.canonicalText)"
        return OverlayOption(
            name, help: help, default: fallback, written: fallback.canonicalText, expects: expects
        ) { text in
            Double(text).flatMap { range.contains($0) ? $0 : nil }
        }
    }
}

extension OverlayOption where Value == Bool {
    /// An option that takes `yes` or `no`.
    public static func flag(_ name: String, help: String, default fallback: Bool) -> OverlayOption {
        OverlayOption(
            name, help: help, default: fallback, written: fallback ? "yes" : "no", expects: "'yes' or 'no'"
        ) { text in
            switch text {
            case "yes", "true": true
            case "no", "false": false
            default: nil
            }
        }
    }
}

extension OverlayOption where Value == ID {
    /// An option that takes an identifier.
    public static func identifier(_ name: String, help: String, default fallback: ID) -> OverlayOption {
        OverlayOption(name, help: help, default: fallback, written: fallback.text, expects: "an identifier") { text in
            try? ID(text)
        }
    }
}

extension OverlayOption where Value: RawRepresentable & CaseIterable, Value.RawValue == String {
    /// An option that takes one of several words.
    public static func choice(_ name: String, help: String, default fallback: Value) -> OverlayOption {
        let words = Value.allCases.map { "'\($0.rawValue)'" }.joined(separator: ", ")
        return OverlayOption(
            name, help: help, default: fallback, written: fallback.rawValue, expects: "one of \(words)"
        ) { text in
            Value(rawValue: text)
        }
    }
}
