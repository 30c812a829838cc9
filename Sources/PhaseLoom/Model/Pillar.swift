/// One of the five functional pillars, a coarser view that every base sequence has through its extension points.
///
/// Needs assessment counts as scoping and design: the framework names five pillars over eight phases and leaves that
/// placement open.
public enum Pillar: String, Hashable, Sendable, CaseIterable {
    /// Intake and qualification.
    case intake
    /// Scoping and design.
    case scopingAndDesign = "scoping-and-design"
    /// Execution.
    case execution
    /// Validation.
    case validation
    /// Closeout.
    case closeout

    /// The title that people read.
    public var title: String {
        switch self {
        case .intake: "Intake and qualification"
        case .scopingAndDesign: "Scoping and design"
        case .execution: "Execution"
        case .validation: "Validation"
        case .closeout: "Closeout"
        }
    }
}

extension ExtensionPoint {
    /// The pillar that the point belongs to; every point belongs to exactly one.
    public var pillar: Pillar {
        switch self {
        case .intake: .intake
        case .assessment, .scoping, .design: .scopingAndDesign
        case .execution: .execution
        case .validation: .validation
        case .transfer, .closeout, .operations: .closeout
        }
    }
}
