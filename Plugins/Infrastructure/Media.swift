/// What links are made of, which decides how a certifier tests them.
enum Media: String, CaseIterable {
    case copper
    case fibre
    case both

    /// The standards of the test of installed links.
    var standards: [String] {
        let copper = ["ANSI/TIA-568.2-D", "ANSI/TIA-1152-A"]
        let fibre = ["ANSI/TIA-568.3", "ISO/IEC 14763-3"]
        return switch self {
        case .copper: copper
        case .fibre: fibre
        case .both: copper + fibre
        }
    }
}
