/// A documented option of an overlay or a collector, with its type, its default and the values that it takes.
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
        _ name: String, help: String, default fallback: Value, written: String?, isFile: Bool = false, expects: String,
        read: @escaping @Sendable (String) -> Value?
    ) {
        descriptor = OptionDescriptor(
            name: name, help: help, defaultValue: written ?? "", isRequired: written == nil, isFile: isFile,
            expects: expects
        ) { read($0) != nil }
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
    /// An option that takes an identifier; without a default, it has to be given.
    public static func identifier(_ name: String, help: String, default fallback: ID? = nil) -> OverlayOption {
        // What stands in for a value that has to be given is never seen: values without it are refused.
        OverlayOption(
            name, help: help, default: fallback ?? "none", written: fallback?.text, expects: "an identifier"
        ) { text in
            try? ID(text)
        }
    }
}

extension OverlayOption where Value == String {
    /// An option that takes one line of text; without a default, it has to be given.
    ///
    /// - Parameters:
    ///   - name: the name of the option.
    ///   - help: what it decides.
    ///   - fallback: the text if it is not given; `nil` when it has to be.
    ///   - limit: the most bytes of the text in UTF-8.
    /// - Returns: the option.
    public static func text(
        _ name: String, help: String, default fallback: String? = nil, limit: Int = 1000
    ) -> OverlayOption {
        OverlayOption(
            name, help: help, default: fallback ?? "", written: fallback, expects: "one line of plain text"
        ) { text in
            let isPlain = !text.isEmpty && text.utf8.count <= limit && text.isPrintable
            return isPlain ? text : nil
        }
    }

    /// An option that takes the path of a file; without a default, it has to be given.
    public static func file(_ name: String, help: String, default fallback: String? = nil) -> OverlayOption {
        OverlayOption(
            name, help: help, default: fallback ?? "", written: fallback, isFile: true, expects: "the path of a file"
        ) { text in
            text.isEmpty || text.utf8.contains(0) ? nil : text
        }
    }
}

extension OverlayOption where Value == Timestamp? {
    /// An option that takes a date or time as RFC 3339 writes it; none if it is not given.
    public static func moment(_ name: String, help: String) -> OverlayOption {
        OverlayOption(
            name, help: help, default: nil, written: "", expects: "a date or time like '2026-11-21T09:30:00Z'"
        ) { text in
            (try? Timestamp(parsing: text)).map(Optional.some)
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
