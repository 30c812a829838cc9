import PhaseLoom

extension Fact {
    /// Whether a federal grant or loan pays, which reaches recipients that are neither agencies nor contractors.
    static let federalGrant = Fact("federal-grant", "Does a federal grant or loan pay for the equipment?", .flag)
}
