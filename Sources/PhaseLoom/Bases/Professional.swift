extension BaseSequence {
    /// The six phases of a professional services engagement, in which contracting is a phase of its own.
    public static let professional = BaseSequence(
        id: "professional", title: "Professional services",
        cites: ["Technology Services: Frequently Asked Questions"],
        standIns: [.operations: "monitoring-and-handoff"],
        lazily: {
            phase("requirements-definition", "Requirements definition", holding: .intake, .assessment)
            phase("scoping-and-proposal", "Scoping and proposal", after: "requirements-definition", holding: .scoping)
            Artifact("executed-contract", "Executed contract: agreement and statement of work")
            Insert("contracting", "Contracting").after("scoping-and-proposal")
                .consuming("statement-of-work").producing("executed-contract")
                .citing("ISO/IEC 20000-1:2018, 8.3.3")
            phase("implementation", "Implementation", after: "contracting", holding: .design, .execution)
            phase("testing-and-qa", "Testing and quality assurance", after: "implementation", holding: .validation)
            phase(
                "monitoring-and-handoff", "Monitoring and handoff", after: "testing-and-qa", holding: .transfer,
                .closeout)
            common
            discovery
            ownership
        })

    private static let discovery = OverlayBody {
        Perform("interview-stakeholders", "Interview the stakeholders", during: "requirements-definition")
        Perform("discover-environment", "Discover the technical environment", during: "requirements-definition")
        Perform("map-constraints", "Map the constraints", during: "requirements-definition")
            .after("interview-stakeholders", "discover-environment")
        Expect("contract-executed", "Agreement and statement of work are in force together", atGateOf: "contracting")
            .signed("executed-contract", by: "client").signed("executed-contract", by: "provider")
        Require("contract-in-force", "Work begins under a contract in force", toEnter: "implementation")
            .needing("executed-contract")
    }

    private static let ownership = OverlayBody {
        Artifact("alert-test", "Test of monitoring and alerts")
        Produce("alert-test", in: "monitoring-and-handoff")
        Expect(
            "monitoring-live", "Alerts are tested before operation changes hands", atGateOf: "monitoring-and-handoff"
        ).needing("alert-test")
    }
}
