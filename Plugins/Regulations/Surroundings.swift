/// Where digital devices are used, which sets the class that they need under 47 CFR part 15.
enum Surroundings: String, CaseIterable {
    case residential
    case commercial

    /// The section that defines the class that suffices.
    var section: String {
        switch self {
        case .residential: "47 CFR 15.3(i)"
        case .commercial: "47 CFR 15.3(h)"
        }
    }
}
