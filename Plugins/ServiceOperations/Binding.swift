import PhaseLoom

/// The option that makes what a framework advises an obligation of the contract.
enum Binding {
    static let option = OverlayOption<Bool>.flag(
        "binding", help: "whether a contract demands what the overlay asks, so that nobody can waive it", default: false
    )
}

extension Expect {
    /// The criterion, mandated when a contract makes it binding.
    func mandated(if isBinding: Bool) -> Expect { isBinding ? mandated() : self }
}

extension Require {
    /// The requirement, mandated when a contract makes it binding.
    func mandated(if isBinding: Bool) -> Require { isBinding ? mandated() : self }
}

extension Target {
    /// Where figures of running work are looked at: in every period of operations, and once more at the end.
    static let periodsAndEnd: [Target] = [.operations, .closeout]
}
