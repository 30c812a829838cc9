/// The kind of residential property, which decides who must agree to work on it.
enum Property: String, CaseIterable {
    /// The client owns the dwelling and its land.
    case owner
    /// The client rents the dwelling.
    case tenant
    /// The dwelling is a unit in a building with several, whose owner decides on shared parts.
    case multiTenant = "multi-tenant"
    /// The dwelling belongs to a homeowners' association, which decides on common elements.
    case hoa
}
