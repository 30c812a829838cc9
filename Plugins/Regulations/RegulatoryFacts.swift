import PhaseLoom

extension Fact {
    /// Whether the Federal Trade Commission, and not another regulator, oversees the client.
    static let ftcJurisdiction = Fact(
        "ftc-jurisdiction",
        "Does the Federal Trade Commission oversee the client (no bank, broker, insurer or common carrier)?", .flag)
}
