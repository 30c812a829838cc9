import PhaseLoom

/// The five issues that technology services engagements document most often.
enum KnownRisk: CaseIterable {
    case scopeCreep
    case lockIn
    case misconfiguration
    case ambiguousLevels
    case dependencies

    var activity: ID {
        switch self {
        case .scopeCreep: "assess-scope-creep"
        case .lockIn: "assess-lock-in"
        case .misconfiguration: "assess-misconfiguration"
        case .ambiguousLevels: "assess-service-levels"
        case .dependencies: "assess-dependencies"
        }
    }

    var title: String {
        switch self {
        case .scopeCreep: "Assess the risk that unclear requirements let the scope grow"
        case .lockIn: "Assess the risk of being tied to one vendor's tools"
        case .misconfiguration: "Assess the risk that systems are configured insecurely"
        case .ambiguousLevels: "Assess the risk that service levels cannot be measured as written"
        case .dependencies: "Assess the risk of outdated and conflicting dependencies"
        }
    }

    /// Security misconfiguration is second in the 2025 list of OWASP, not first.
    var sources: [String] {
        self == .misconfiguration ? [Source.questions, "OWASP Top 10:2025, A02"] : [Source.questions]
    }
}
