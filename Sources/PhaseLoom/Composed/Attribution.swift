/// Who put an element into a sequence, and on the strength of what.
public struct Attribution: Hashable, Sendable {
    /// The overlays that claim the element, in order of identifiers; ``ID/base`` stands for the base sequence.
    public let by: [ID]
    /// The sources that they cite, in order of their text.
    public let cites: [String]

    /// Attributes an element.
    public init(by: [ID], cites: [String] = []) {
        self.by = by.sortedAndUnique
        self.cites = cites.sortedAndUnique
    }
}
