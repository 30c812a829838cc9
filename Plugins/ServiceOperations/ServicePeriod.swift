/// The calendar period after which a service is reported and reviewed.
enum ServicePeriod: String, CaseIterable, Sendable {
    case month
    case quarter

    var months: Int {
        switch self {
        case .month: 1
        case .quarter: 3
        }
    }

    /// How many periods a term of some months has; what is left of a period counts as one.
    func count(inMonths term: Int) -> Int { (term + months - 1) / months }
}
