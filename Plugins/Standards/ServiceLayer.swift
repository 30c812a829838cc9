import PhaseLoom

/// A layer of a service, in each of which security has a control.
enum ServiceLayer: String, CaseIterable {
    case client
    case provider
    case infrastructure
    case governance

    /// The number of its controls; at least one.
    var bound: Bound { Bound("\(rawValue)-controls", .atLeast(1)) }
}
