/// The checked values of the options of an overlay or a collector.
public struct OptionValues: Sendable {
    /// Every option with the value in force, given or default.
    public let all: [String: String]

    /// Checks values that were given against the options that there are.
    ///
    /// - Parameters:
    ///   - given: values by option name.
    ///   - descriptors: the options that there are.
    /// - Throws: ``InvalidValue`` for an option that does not exist (with the nearest name), a value that it does not
    ///   take, or an option that has to be given and is not. Of several mistakes the first in order of names is
    ///   reported.
    public init(_ given: [String: String] = [:], for descriptors: [OptionDescriptor]) throws(InvalidValue) {
        var all = Dictionary(descriptors.map { ($0.name, $0.defaultValue) }) { first, _ in first }
        for (name, value) in given.sorted(by: { $0.key < $1.key }) {
            guard let descriptor = descriptors.first(where: { $0.name == name }) else {
                throw Self.unknown(name, descriptors)
            }
            guard descriptor.accepts(value) else {
                throw InvalidValue(
                    "option '\(name)' cannot be '\(value.excerpt)'", hint: "it takes \(descriptor.expects)")
            }
            all[name] = value
        }
        if let missing = descriptors.first(where: { $0.isRequired && given[$0.name] == nil }) {
            throw InvalidValue("option '\(missing.name)' is missing", hint: "it takes \(missing.expects)")
        }
        self.all = all
    }

    /// The value of an option.
    public subscript<Value>(option: OverlayOption<Value>) -> Value {
        all[option.descriptor.name].flatMap(option.read) ?? option.fallback
    }

    private static func unknown(_ name: String, _ descriptors: [OptionDescriptor]) -> InvalidValue {
        let names = descriptors.map(\.name).sorted()
        let hint =
            if let nearest = Suggestion.nearest(to: name, among: names) {
                "did you mean '\(nearest)'?"
            } else if names.isEmpty {
                "it has no options"
            } else {
                "its options are " + names.map { "'\($0)'" }.joined(separator: ", ")
            }
        return InvalidValue("there is no option '\(name.excerpt)'", hint: hint)
    }
}
