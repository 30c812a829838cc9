/// Where what is delivered runs.
public enum DeliveryModel: String, Hashable, Sendable, CaseIterable {
    /// On the client's premises.
    case onPremises = "on-premises"
    /// With a cloud provider.
    case cloudHosted = "cloud-hosted"
    /// On both.
    case hybrid
}
