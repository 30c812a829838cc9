/// How binding an obligation is.
///
/// Statuses join as `plain ⊔ waived = waived` and `plain ⊔ mandated = mandated`; waived and mandated conflict.
public enum Status: String, Hashable, Sendable, CaseIterable {
    /// It must be met; an integrator's overlay may waive it.
    case plain
    /// A law or a contract demands it: no overlay can waive it.
    case mandated
    /// It stays visible but does not block; its waivers say who decided so and why.
    case waived
}
