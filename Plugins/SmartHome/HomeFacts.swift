import PhaseLoom

extension Fact {
    /// Whether electricity is generated or stored in the home, so that it runs in parallel with the grid.
    static let generation = Fact("generation", "Is generation or storage of electricity installed?", .flag)

    /// Whether the client lives there: any other client of a rented home or a shared building is its landlord.
    static let isHousehold = Fact.client.includes("household")
}
