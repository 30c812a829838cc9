extension Circumstance {
    /// The law of the United States counts: the jurisdictions name the country, or one of its states or territories.
    public static let underUSLaw = Circumstance.includes(Fact.jurisdictions, ["us"] + UnitedStates.codes)
}

/// The parts of the United States that have law of their own, by the codes that jurisdictions give them.
public enum UnitedStates: Sendable {
    /// The codes of the states, the federal district and the territories, such as `us-ca`, in order (ISO 3166-2).
    public static let codes: [ID] = [
        "us-ak", "us-al", "us-ar", "us-as", "us-az", "us-ca", "us-co", "us-ct", "us-dc", "us-de", "us-fl", "us-ga",
        "us-gu", "us-hi", "us-ia", "us-id", "us-il", "us-in", "us-ks", "us-ky", "us-la", "us-ma", "us-md", "us-me",
        "us-mi", "us-mn", "us-mo", "us-mp", "us-ms", "us-mt", "us-nc", "us-nd", "us-ne", "us-nh", "us-nj", "us-nm",
        "us-nv", "us-ny", "us-oh", "us-ok", "us-or", "us-pa", "us-pr", "us-ri", "us-sc", "us-sd", "us-tn", "us-tx",
        "us-ut", "us-va", "us-vi", "us-vt", "us-wa", "us-wi", "us-wv", "us-wy",
    ]
}
