/// The four categories of delivery.
public enum ServiceCategory: String, Hashable, Sendable, CaseIterable {
    /// Ongoing support under recurring service levels.
    case managed
    /// A project of implementation, integration or migration.
    case professional
    /// Software, interfaces and applications made to order.
    case development
    /// Pipelines, reporting and the deployment of models.
    case data
}
