import PhaseLoom

/// The minutes within which an incident gets a response, an update and a solution.
struct TargetMinutes: Hashable {
    /// The longest target in minutes: a year of 366 days.
    static let most = 527_040

    let response: Int
    /// The longest time without an update; `nil` where none is agreed.
    let update: Int?
    let resolution: Int

    static let columns = ["priority", "response", "resolution"]
    static let optional = ["update"]

    init(response: Int, update: Int? = nil, resolution: Int) {
        self.response = response
        self.update = update
        self.resolution = resolution
    }

    init(_ row: inout TableRow) {
        for column in Self.columns.dropFirst() + Self.optional {
            if let minutes = row.optionalCount(column), minutes > Self.most {
                row.note(column, "'\(minutes)' minutes are more than a year", hint: "use at most \(Self.most)")
            }
        }
        self.init(
            response: row.count("response"), update: row.optionalCount("update"), resolution: row.count("resolution"))
    }
}
