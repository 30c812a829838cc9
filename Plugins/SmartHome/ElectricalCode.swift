/// An edition of the National Electrical Code (NFPA 70), in its own numbering.
enum ElectricalCode: String, CaseIterable {
    case nec2017 = "2017"
    case nec2020 = "2020"
    case nec2023 = "2023"
    case nec2026 = "2026"

    /// The rules for the load of a dwelling; the 2026 edition moved Article 220 to 120.
    var loadCalculation: [String] {
        switch self {
        case .nec2017, .nec2020, .nec2023: ["\(edition), 220.82", "\(edition), 220.87"]
        case .nec2026: ["\(edition), 120.82", "\(edition), 120.87"]
        }
    }

    /// The rule for sources connected to the load side of the service.
    var interconnection: String { "\(edition), 705.12" }

    /// The rule for the free space in outlet, device and junction boxes.
    var boxFill: String { "\(edition), 314.16" }

    private var edition: String { "NEC \(rawValue)" }
}
