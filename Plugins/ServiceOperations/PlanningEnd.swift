import PhaseLoom

/// The last planning point that triage takes in.
enum PlanningEnd: String, CaseIterable, Sendable {
    /// Design is a phase before execution.
    case design
    /// One phase designs and builds, so that planning ends with the scope.
    case scoping

    var anchor: Anchor {
        switch self {
        case .design: .design
        case .scoping: .scoping
        }
    }

    /// What planning owes and an emergency may leave for later; acceptance criteria stay, for validation needs them.
    var deferrable: [ObligationReference] {
        switch self {
        case .design: Self.scoping.deferrable + ["design-complete", "design-reviewed"]
        case .scoping: ["baseline-recorded", "scope-bounded", "statement-signed"]
        }
    }
}
