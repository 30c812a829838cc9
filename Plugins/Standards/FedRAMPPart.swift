/// The part that the engagement has in an authorised cloud service.
enum FedRAMPPart: String, CaseIterable {
    /// It brings the service that agencies use.
    case provider
    /// An agency, or a contractor with data of one, uses a service of somebody else.
    case customer
}
