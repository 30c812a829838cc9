extension BaseSequence {
    /// The standard sequence of a service engagement: eight phases from request intake to closeout.
    ///
    /// Its five pillars are the extension points' ``Pillar``s.
    public static let standard = BaseSequence(
        id: "standard", title: "Standard service engagement",
        cites: ["Process Framework for Technology Services"],
        standIns: [.operations: "closeout"],
        lazily: {
            phase("intake", "Request intake and qualification", holding: .intake)
            phase("assessment", "Needs assessment and baseline", after: "intake", holding: .assessment)
            phase("scoping", "Proposal and scoping", after: "assessment", holding: .scoping)
            phase("design", "Design and architecture", after: "scoping", holding: .design)
            phase("execution", "Execution and implementation", after: "design", holding: .execution)
            phase("validation", "Testing and validation", after: "execution", holding: .validation)
            phase("transfer", "Knowledge transfer and handoff", after: "validation", holding: .transfer)
            phase("closeout", "Closeout and review", after: "transfer", holding: .closeout)
            common
        })
}
