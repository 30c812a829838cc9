extension BaseSequence {
    /// The cycle in which an organisation adopts a standard: adopt, implement, assess, improve, and again.
    ///
    /// Improvement leads back to adoption while the targets that were set are not reached; after ten rounds someone has
    /// to decide how to go on.
    public static let adoption = BaseSequence(
        id: "adoption", title: "Adoption of a standard",
        cites: ["Industry Standards and Best Practices"],
        standIns: [.operations: "improvement"],
        lazily: {
            phase("adoption", "Adoption", holding: .intake, .assessment, .scoping)
            phase("implementation", "Implementation", after: "adoption", holding: .design, .execution)
            phase("assessment", "Assessment", after: "implementation", holding: .validation)
            phase("improvement", "Continuous improvement", after: "assessment", holding: .transfer, .closeout)
            common
            selection
            improvement
        })

    private static let selection = OverlayBody {
        Artifact("selection-record", "Record of the framework selected, with what makes it apply")
        Produce("selection-record", in: "adoption")
        Expect("framework-selected", "Each framework is selected for a stated reason", atGateOf: "adoption")
            .needing("selection-record")
        for (id, title) in [
            ("align-processes", "Align processes"), ("align-tools", "Align tools"),
            ("align-documents", "Align documentation"), ("train-staff", "Train the staff"),
        ] as [(ID, String)] {
            Perform(id, title, during: "implementation")
        }
    }

    private static let improvement = OverlayBody {
        Artifact("improvement-record", "Indicators, and remedies with owners and dates")
        Produce("improvement-record", in: "improvement")
        Expect("targets-reached", "Indicators reach the targets that were set", atGateOf: "improvement")
            .needing("improvement-record").measured("missed-targets", .exactly(0))
        LoopBack("next-cycle", from: "improvement", to: "adoption", while: "targets-reached", atMost: 10)
    }
}
