/// A set of overlays: the element of the semilattice in which composition is a join.
///
/// The order in which overlays are named, how they are grouped and how often the same one is given make no difference.
public struct OverlaySet: Hashable, Sendable {
    /// The overlays, by identifier; those that clash under one identifier stand side by side.
    public private(set) var overlays: [DeclarativeOverlay]

    /// The set without overlays, which changes nothing.
    public init() { overlays = [] }

    /// Makes a set of overlays.
    public init(_ overlays: some Sequence<any Overlay>) {
        self.overlays = []
        for overlay in overlays { insert(overlay) }
    }

    /// Makes a set of overlays of one type.
    public init<Element: Overlay>(_ overlays: some Sequence<Element>) {
        self.overlays = []
        for overlay in overlays { insert(overlay) }
    }

    /// Adds an overlay, unless the same one is there already.
    public mutating func insert(_ overlay: some Overlay) {
        let value = (overlay as? DeclarativeOverlay) ?? DeclarativeOverlay(overlay)
        let place = overlays.firstIndex { $0.identity.id >= value.identity.id } ?? overlays.endIndex
        let namesakes = overlays[place...].prefix { $0.identity.id == value.identity.id }
        if !namesakes.contains(value) { overlays.insert(value, at: place) }
    }

    /// The overlays of both sets.
    public func union(_ other: OverlaySet) -> OverlaySet {
        var result = self
        for overlay in other.overlays { result.insert(overlay) }
        return result
    }
}

extension OverlaySet: ExpressibleByArrayLiteral {
    /// Makes a set of the overlays that are listed.
    public init(arrayLiteral overlays: any Overlay...) { self.init(overlays) }
}
