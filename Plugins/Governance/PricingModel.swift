/// How work is priced, which decides who bears the risk of its size.
public enum PricingModel: String, Hashable, Sendable, CaseIterable {
    /// Hours are paid as they are worked, up to a cap.
    case timeAndMaterials = "time-and-materials"
    /// A price is paid for the work as it is described.
    case fixedFee = "fixed-fee"
}
