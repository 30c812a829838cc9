/// An overlay as a plain value: what an overlay file holds, and what every overlay amounts to.
public struct DeclarativeOverlay: Overlay, Hashable {
    /// Who the overlay is.
    public var identity: OverlayIdentity
    /// The option values with which its changes were written.
    public var options: [String: String]
    /// What it changes.
    public var body: OverlayBody

    /// Makes an overlay of its parts.
    ///
    /// Artifacts and tracks move to the front of its changes, as in an overlay file; the order of changes says nothing.
    public init(identity: OverlayIdentity, options: [String: String] = [:], body: OverlayBody) {
        self.identity = identity
        self.options = options
        self.body = body.declarationsFirst
    }

    /// Makes an overlay of its parts, with its changes written as sentences.
    public init(
        identity: OverlayIdentity, options: [String: String] = [:], @OverlayBuilder body: () -> OverlayBody
    ) {
        self.init(identity: identity, options: options, body: body())
    }

    /// Evaluates any overlay to a plain value.
    public init(_ overlay: some Overlay) {
        self.init(identity: overlay.identity, options: overlay.options, body: overlay.body)
    }
}
