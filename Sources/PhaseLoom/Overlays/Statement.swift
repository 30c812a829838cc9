/// A sentence of an overlay: anything that states one change.
public protocol Statement: Sendable {
    /// The change that the sentence states.
    var change: Change { get }
}

extension Change: Statement {
    /// The change itself.
    public var change: Change { self }
}

extension Statement {
    /// Names the sources that demand the change, instead of those of the whole overlay.
    public func citing(_ sources: String...) -> Change { citing(sources) }

    /// Names the sources that demand the change, instead of those of the whole overlay.
    public func citing(_ sources: [String]) -> Change {
        var change = change
        change.cites = (change.cites + sources).sortedAndUnique
        return change
    }

    /// Lets the change do without anchors that do not exist; see ``Change/ifPresent``.
    public func ifPresent() -> Change {
        var change = change
        change.ifPresent = true
        return change
    }

    func with(_ edit: (inout Self) -> Void) -> Self {
        var copy = self
        edit(&copy)
        return copy
    }
}
