extension BaseSequence {
    /// The six phases of an engagement with an outside provider on a green field, which ends with an orderly exit.
    ///
    /// What was built is operated before the engagement ends, and the end is a phase of its own: data go back,
    /// credentials are revoked, documentation is handed over. Until an overlay brings a phase for operations, the
    /// fifth phase stands in for it.
    public static let delivery = BaseSequence(
        id: "delivery", title: "Greenfield delivery",
        cites: ["How Technology Services Works"],
        standIns: [.operations: "operations-and-monitoring"],
        applicability: [
            .byChoice(
                "Something new is built by an outside provider",
                when: Fact.greenfield.holds && Fact.relation.includes("external"))
        ],
        lazily: {
            phase("requirements-capture", "Requirements capture", holding: .intake, .assessment)
            phase("procurement", "Procurement and contracting", after: "requirements-capture", holding: .scoping)
            phase(
                "design-and-provisioning", "Design and provisioning", after: "procurement", holding: .design, .execution
            )
            phase("testing", "Testing and go-live readiness", after: "design-and-provisioning", holding: .validation)
            phase("operations-and-monitoring", "Operations and monitoring", after: "testing", holding: .transfer)
            phase(
                "change-and-termination", "Change and termination", after: "operations-and-monitoring",
                holding: .closeout)
            common
            requirements
            operations
            termination
        })

    private static let requirements = OverlayBody {
        Artifact("requirements-record", "Requirements: function, performance, compliance and budget")
        Produce("requirements-record", in: "requirements-capture")
        Consume("requirements-record", in: "procurement")
        Expect(
            "parameters-captured", "Function, performance, compliance and budget each have parameters",
            atGateOf: "requirements-capture"
        ).needing("requirements-record")
    }

    private static let operations = OverlayBody {
        Artifact("operating-report", "Operating report: uptime, security events, use of capacity, incidents")
        Produce("operating-report", in: "operations-and-monitoring")
        Expect(
            "streams-complete", "Uptime, security events, use of capacity and incidents are reported",
            atGateOf: "operations-and-monitoring"
        ).needing("operating-report")
    }

    private static let termination = OverlayBody {
        Artifact("data-return-record", "Record of the return of the client's data")
        Artifact("revocation-record", "Record of the revocation of every grant of access")
        Artifact("documentation-receipt", "Receipt of the documentation handed over")
        Consume("access-change-log", in: "change-and-termination")
        Produce(
            "data-return-record", "revocation-record", "documentation-receipt", in: "change-and-termination")
        Expect(
            "data-returned", "The client's data are returned and copies are erased", atGateOf: "change-and-termination"
        )
        .needing("data-return-record")
        Expect("grants-revoked", "No grant of access remains that is not revoked", atGateOf: "change-and-termination")
            .needing("revocation-record").measured("remaining-grants", .exactly(0))
        Expect("documentation-received", "The recipient has the documentation", atGateOf: "change-and-termination")
            .needing("documentation-receipt")
    }
}
