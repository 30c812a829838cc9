import PhaseLoom

extension Circumstance {
    /// Federal law counts: in the United States, and so in each state, district and territory (ISO 3166-2).
    static let inUnitedStates = Fact.jurisdictions.includes(
        "us", "us-al", "us-ak", "us-az", "us-ar", "us-ca", "us-co", "us-ct", "us-de", "us-fl", "us-ga",
        "us-hi", "us-id", "us-il", "us-in", "us-ia", "us-ks", "us-ky", "us-la", "us-me", "us-md", "us-ma",
        "us-mi", "us-mn", "us-ms", "us-mo", "us-mt", "us-ne", "us-nv", "us-nh", "us-nj", "us-nm", "us-ny",
        "us-nc", "us-nd", "us-oh", "us-ok", "us-or", "us-pa", "us-ri", "us-sc", "us-sd", "us-tn", "us-tx",
        "us-ut", "us-vt", "us-va", "us-wa", "us-wv", "us-wi", "us-wy", "us-dc", "us-as", "us-gu", "us-mp",
        "us-pr", "us-vi")
}
