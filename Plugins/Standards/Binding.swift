import PhaseLoom

/// Whether a framework that is voluntary by itself binds the engagement, by contract, grant or policy.
enum Binding {
    static let option = OverlayOption<Bool>.flag(
        "binding", help: "whether a contract, a grant or a policy makes it binding, so that nothing can be waived",
        default: false)
}

extension Expect {
    /// The same criterion, mandated where its framework binds.
    func mandated(where isBinding: Bool) -> Expect { isBinding ? mandated() : self }
}
