/// What an operator must be able to do with the picture of a person, on either ladder of IEC 62676-4.
enum Purpose: String, CaseIterable {
    case detect
    case observe
    case recognise
    case identify
    case overview
    case outline
    case discern
    case perceive
    case characterise
    case validate
    case scrutinise

    /// The smallest pixel density that serves the purpose, in pixels per metre.
    var pixelsPerMetre: Double {
        switch self {
        case .detect: 25
        case .observe: 62.5
        case .recognise: 125
        case .identify: 250
        case .overview: 20
        case .outline: 40
        case .discern: 80
        case .perceive: 125
        case .characterise: 250
        case .validate: 500
        case .scrutinise: 1500
        }
    }

    /// The edition that defines the purpose: the first one ranks detect to identify, the second overview to scrutinise.
    var source: String {
        switch self {
        case .detect, .observe, .recognise, .identify: "IEC 62676-4:2014"
        case .overview, .outline, .discern, .perceive, .characterise, .validate, .scrutinise: "IEC 62676-4:2025"
        }
    }
}
