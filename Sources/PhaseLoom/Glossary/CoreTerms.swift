extension Glossary {
    /// The terms of this project by theme, in the order in which its page shows them.
    package static let themes: [(title: String, terms: [Term])] = [
        ("Sequences and overlays", sequences), ("Engagements", engagements), ("Contracts and delivery", delivery),
        ("Service management", serviceManagement), ("Metrics", metrics), ("Assurance", assurance),
        ("Regulation", regulation),
    ]

    static var coreTerms: [Term] { themes.flatMap(\.terms) }
}
