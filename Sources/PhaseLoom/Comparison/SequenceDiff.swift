/// What changes between two composed sequences, element by element.
public struct SequenceDiff: Hashable, Sendable {
    /// The differences, in order of elements.
    public let changes: [Change]

    /// Whether the sequences are the same.
    public var isEmpty: Bool { changes.isEmpty }

    /// An element that only one sequence has, or that both have differently.
    public struct Change: Hashable, Sendable {
        /// The element, such as `phase:design` or `criterion:validation/report-signed`.
        public let element: String
        /// What happened to it.
        public let kind: Kind
        /// The fields that differ; for an element that came or went, all that are not empty.
        public let fields: [Field]
        /// Who is behind the element, in the sequence that has it; in the later one if both do.
        public let by: [ID]
    }

    /// What happened to an element.
    public enum Kind: String, Hashable, Sendable {
        /// Only the later sequence has it.
        case added
        /// Only the earlier sequence has it.
        case removed
        /// Both have it, with different fields.
        case changed
    }

    /// A field of an element in both sequences.
    public struct Field: Hashable, Sendable {
        /// The name of the field.
        public let name: String
        /// Its value in the earlier sequence; empty if it has none.
        public let old: String
        /// Its value in the later sequence; empty if it has none.
        public let new: String
    }

    /// Compares two sequences.
    ///
    /// - Complexity: O(*n* log *n*) in the number of elements.
    public init(from old: ComposedSequence, to new: ComposedSequence) {
        let (before, after) = (Elements(old), Elements(new))
        let names = (Array(before.all.keys) + after.all.keys).sortedAndUnique
        changes = names.compactMap { name in
            switch (before.all[name], after.all[name]) {
            case (let old?, let new?): Self.change(name, .changed, old.fields, new.fields, new.by)
            case (let old?, nil): Self.change(name, .removed, old.fields, [], old.by)
            case (nil, let new?): Self.change(name, .added, [], new.fields, new.by)
            case (nil, nil): nil
            }
        }
    }

    private static func change(
        _ element: String, _ kind: Kind, _ old: [(String, String)], _ new: [(String, String)], _ by: [ID]
    ) -> Change? {
        let before = Dictionary(old) { first, _ in first }
        let after = Dictionary(new) { first, _ in first }
        let fields = (old.isEmpty ? new : old).map(\.0).compactMap { name -> Field? in
            let field = Field(name: name, old: before[name] ?? "", new: after[name] ?? "")
            return field.old == field.new ? nil : field
        }
        return fields.isEmpty ? nil : Change(element: element, kind: kind, fields: fields, by: by)
    }
}
