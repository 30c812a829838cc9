/// A statement that decides whether a conditional phase or activity runs.
public struct Trigger: Hashable, Sendable {
    /// The identifier, which means the same statement wherever it is used.
    public let id: ID
    /// What holds when the trigger fires.
    public let statement: String
    /// The artifacts that show whether it holds.
    public let needs: [ID]
    /// The measurement that decides it, if one does.
    public let bound: Bound?

    /// Makes a trigger.
    public init(_ id: ID, _ statement: String, needs: [ID] = [], bound: Bound? = nil) {
        self.id = id
        self.statement = statement
        self.needs = needs.sortedAndUnique
        self.bound = bound
    }
}

extension Array where Element: Comparable {
    var sortedAndUnique: [Element] {
        guard count > 1 else { return self }
        var result: [Element] = []
        result.reserveCapacity(count)
        for element in sorted() where result.last != element { result.append(element) }
        return result
    }
}
