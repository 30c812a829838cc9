/// Of how many consumers a financial institution holds information, against the limit of 16 CFR 314.6.
enum ConsumerCount: String, CaseIterable {
    case limitOrMore = "5000-or-more"
    case fewer

    /// Whether the paragraphs that small institutions are spared are owed.
    var owesAll: Bool { self == .limitOrMore }
}
