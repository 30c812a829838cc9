/// A period with its outages and maintenance, and what was computed of it elsewhere.
struct AvailabilityCase: Sendable {
    let id: String
    let from: String
    let until: String
    let outages: [String]
    let maintenance: [String]
    let agreed: Double
    let down: Double
    let percent: Double

    /// Source: the cases of availability (schema availability-oracle/1), with local times written with their offsets.
    static let all = [
        // one 43 min 12 s outage in a 30-day month is exactly 99.9 %
        AvailabilityCase(
            id: "A01", from: "2026-11-01T00:00:00Z", until: "2026-12-01T00:00:00Z",
            outages: ["2026-11-10T00:00:00Z,2026-11-10T00:43:12Z"],
            maintenance: [],
            agreed: 2592000, down: 2592, percent: 99.9),
        // one second more fails
        AvailabilityCase(
            id: "A02", from: "2026-11-01T00:00:00Z", until: "2026-12-01T00:00:00Z",
            outages: ["2026-11-10T00:00:00Z,2026-11-10T00:43:13Z"],
            maintenance: [],
            agreed: 2592000, down: 2593, percent: 99.899961),
        // the same outage passes in a 31-day month
        AvailabilityCase(
            id: "A03", from: "2026-12-01T00:00:00Z", until: "2027-01-01T00:00:00Z",
            outages: ["2026-12-10T00:00:00Z,2026-12-10T00:43:13Z"],
            maintenance: [],
            agreed: 2678400, down: 2593, percent: 99.903188),
        // overlapping outages count once
        AvailabilityCase(
            id: "A04", from: "2026-11-01T00:00:00Z", until: "2026-12-01T00:00:00Z",
            outages: ["2026-11-10T00:00:00Z,2026-11-10T01:00:00Z", "2026-11-10T00:30:00Z,2026-11-10T01:30:00Z"],
            maintenance: [],
            agreed: 2592000, down: 5400, percent: 99.791667),
        // outage partly inside a maintenance window
        AvailabilityCase(
            id: "A05", from: "2026-11-01T00:00:00Z", until: "2026-12-01T00:00:00Z",
            outages: ["2026-11-14T23:00:00Z,2026-11-15T02:30:00Z"],
            maintenance: ["2026-11-15T00:00:00Z,2026-11-15T02:00:00Z"],
            agreed: 2584800, down: 5400, percent: 99.791086),
        // outage straddles the month end
        AvailabilityCase(
            id: "A06", from: "2026-11-01T00:00:00Z", until: "2026-12-01T00:00:00Z",
            outages: ["2026-11-30T23:50:00Z,2026-12-01T00:40:00Z"],
            maintenance: [],
            agreed: 2592000, down: 600, percent: 99.976852),
        // a March month in New York has 743 h
        AvailabilityCase(
            id: "A07", from: "2026-03-01T00:00:00-05:00", until: "2026-04-01T00:00:00-04:00",
            outages: ["2026-03-08T01:30:00-05:00,2026-03-08T03:30:00-04:00"],
            maintenance: [],
            agreed: 2674800, down: 3600, percent: 99.86541),
        // no outage
        AvailabilityCase(
            id: "A08", from: "2026-11-01T00:00:00Z", until: "2026-12-01T00:00:00Z",
            outages: [],
            maintenance: [],
            agreed: 2592000, down: 0, percent: 100.0),
        // quarter
        AvailabilityCase(
            id: "A09", from: "2026-07-01T00:00:00Z", until: "2026-10-01T00:00:00Z",
            outages: ["2026-07-04T10:00:00Z,2026-07-04T12:12:28Z"],
            maintenance: [],
            agreed: 7948800, down: 7948, percent: 99.90001),
    ]
}
