import PhaseLoom

/// The amendment that a regulation demands before execution begins; regulations in other targets state the same.
enum FrameworkAmendment {
    @OverlayBuilder static var body: OverlayBody {
        Artifact("framework-amendment", "Framework amendment: what changes, by which citation, approved by whom")
        Produce("framework-amendment", in: .design)
        Require(
            "amendment-approved", "Amendments of the framework are approved before execution begins",
            toEnter: .execution
        ).signed("framework-amendment", by: "approver").mandated()
    }
}
