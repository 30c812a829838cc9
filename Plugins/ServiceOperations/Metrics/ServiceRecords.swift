import PhaseLoom

/// A release with its quality.
struct ReleaseRecord {
    let defects: Int
    let failures: Int
    /// The share of the code that tests run, in percent.
    let coverage: Double

    static let columns = ["release", "defects", "failures", "coverage"]

    init(_ row: inout TableRow) {
        _ = row.text("release")
        defects = row.count("defects")
        failures = row.count("failures")
        coverage = row.number("coverage")
        if !(0...100).contains(coverage) {
            row.note("coverage", "'\(coverage)' is no share in percent", hint: "use 0 to 100")
        }
    }

    /// The figures of some releases; the coverage is that of the release with the least.
    static func figures(of releases: [ReleaseRecord]) -> [Measurement] {
        [
            Measurement(.defects, releases.map { Double($0.defects) }.mean),
            Measurement(.productionFailures, releases.map { Double($0.failures) }.mean),
            Measurement(.coverage, releases.map(\.coverage).min()),
        ]
    }
}

/// An answer to how likely a client is to recommend the service.
struct RatingRecord {
    let rating: Int

    static let columns = ["rating"]

    init(_ row: inout TableRow) {
        rating = row.count("rating")
        if rating > 10 { row.note("rating", "'\(rating)' is no rating", hint: "use 0 to 10") }
    }

    /// Promoters (9 and 10) less detractors (0 to 6), in percentage points.
    static func figures(of ratings: [RatingRecord]) -> [Measurement] {
        let promoters = ratings.count { $0.rating >= 9 }
        let detractors = ratings.count { $0.rating <= 6 }
        let score = ratings.isEmpty ? nil : Double((promoters - detractors) * 100) / Double(ratings.count)
        return [Measurement(.promoters, score)]
    }
}

/// A ritual that was planned, and whether it was held.
struct RitualRecord {
    let isHeld: Bool

    static let columns = ["ritual", "planned", "held"]

    init(_ row: inout TableRow) {
        _ = row.text("ritual")
        _ = row.day("planned")
        isHeld = row.flag("held")
    }

    /// The share of the rituals planned that were held.
    static func figures(of rituals: [RitualRecord]) -> [Measurement] {
        [Measurement(.rituals, Ratio(of: rituals, where: \.isHeld).percent)]
    }
}
