/// A value that reshapes a base sequence for a domain, a delivery model or a regulation.
///
/// An overlay says who it is and states its changes as sentences:
///
/// ```swift
/// struct Surveillance: Overlay {
///     let identity = OverlayIdentity(id: "surveillance", title: "Surveillance", summary: "Camera systems.")
///     var body: OverlayBody {
///         OverlayBody {
///             Insert("camera-survey", "Survey the camera positions")
///                 .after(.assessment).before(.execution)
///                 .citing("IEC 62676-4:2014")
///         }
///     }
/// }
/// ```
///
/// An overlay that takes options from files or the command line is a ``ConfigurableOverlay``.
public protocol Overlay: Sendable {
    /// Who the overlay is, and what it says about itself.
    var identity: OverlayIdentity { get }
    /// What it changes.
    @OverlayBuilder var body: OverlayBody { get }
    /// The values of its options, by name; part of the identity of a composition.
    var options: [String: String] { get }
    /// The criteria that code decides, for obligations that it states; at most one for each.
    var criteria: [any Criterion] { get }
    /// The collectors that do its work; a catalogue offers them as `OVERLAY/COLLECTOR`.
    static var collectors: [any Collector.Type] { get }
}

extension Overlay {
    /// No options.
    public var options: [String: String] { [:] }
    /// No criteria: what obligations need, measure and ask to be proven decides.
    public var criteria: [any Criterion] { [] }
    /// No collectors.
    public static var collectors: [any Collector.Type] { [] }
}
