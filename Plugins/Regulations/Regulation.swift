import PhaseLoom

/// A class of requirement of which every regulation brings at least one.
///
/// The framework says so: mandates impose documentation, access control and audit trails.
enum RequirementClass: String, CaseIterable {
    case documentation
    case accessControl
    case auditTrail
}

/// An overlay that carves a regulation out of the framework: its amendments are approved before execution begins.
protocol Regulation: ConfigurableOverlay {
    /// The obligations that stand for each class of requirement, at least one for each.
    static var classes: [RequirementClass: [ID]] { get }
}

extension Regulation {
    /// The record of what a regulation changes in the framework, which all regulations share word by word.
    @OverlayBuilder static var amendment: OverlayBody {
        Artifact("framework-amendment", "Framework amendment: what changes, by which citation, approved by whom")
        Produce("framework-amendment", in: .design)
        Require(
            "amendment-approved", "Amendments of the framework are approved before execution begins",
            toEnter: .execution
        ).signed("framework-amendment", by: "approver").mandated()
    }
}
