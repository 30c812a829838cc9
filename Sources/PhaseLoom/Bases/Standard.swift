extension BaseSequence {
    /// The standard sequence of a service engagement: eight phases from request intake to closeout.
    ///
    /// Its five pillars are the extension points' ``Pillar``s. The four baseline criteria for entry stand before the
    /// first billable phase (readiness, authority and lawful access, licences) and before execution (acceptance
    /// criteria). Clause numbers cited are those of ISO/IEC 20000-1:2018.
    public static let standard = BaseSequence(
        id: "standard", title: "Standard service engagement",
        cites: ["Process Framework for Technology Services"],
        standIns: [.operations: "closeout"]
    ) {
        standardIntakeAndScoping
        standardDesignAndExecution
        standardValidationAndCloseout
        standardEntryCriteria
    }

    private static let standardIntakeAndScoping = OverlayBody {
        Artifact("service-request", "Service request").broughtToTheEngagement()
        Artifact("qualified-request", "Qualified ticket or project brief")
        Insert("intake", "Request intake and qualification").holding(.intake)
            .consuming("service-request").producing("qualified-request", "readiness-report", "licence-register")
            .citing("ISO/IEC 20000-1:2018, 8.6.2")
        Expect("capability-matched", "The request falls within the provider's capability", atGateOf: .intake)
            .needing("qualified-request")

        Artifact("baseline-record", "Baseline configuration record")
        Insert("assessment", "Needs assessment and baseline").after("intake").holding(.assessment)
            .consuming("qualified-request").producing("baseline-record")
            .citing("ISO/IEC 20000-1:2018, 8.2.6")
        Expect("baseline-recorded", "The existing environment is recorded item by item", atGateOf: .assessment)
            .needing("baseline-record")

        Artifact("statement-of-work", "Signed statement of work")
        Artifact("resource-plan", "Resource plan")
        Artifact("timeline", "Timeline")
        Artifact("acceptance-criteria", "Acceptance criteria")
        Insert("scoping", "Proposal and scoping").after("assessment").holding(.scoping)
            .consuming("qualified-request", "baseline-record")
            .producing("statement-of-work", "resource-plan", "timeline", "acceptance-criteria")
            .citing("ISO/IEC 20000-1:2018, 8.3.3")
        Expect("scope-bounded", "Work, resources and dates are bounded and exclusions are named", atGateOf: .scoping)
            .needing("statement-of-work", "resource-plan", "timeline")
        Expect("statement-signed", "Client and provider have signed the statement of work", atGateOf: .scoping)
            .signed("statement-of-work", by: "client").signed("statement-of-work", by: "provider")
        Expect("deliverables-testable", "Each deliverable has a measurable acceptance criterion", atGateOf: .scoping)
            .needing("acceptance-criteria")
    }

    private static let standardDesignAndExecution = OverlayBody {
        Artifact("design-specification", "Design specification, logical and physical")
        Artifact("design-review", "Design review against vendor documentation")
        Insert("design", "Design and architecture").after("scoping").holding(.design)
            .consuming("statement-of-work", "baseline-record", "acceptance-criteria")
            .producing("design-specification", "design-review")
            .citing("ISO/IEC 20000-1:2018, 8.5.2")
        Expect("design-complete", "The design has a logical and a physical part", atGateOf: .design)
            .needing("design-specification")
        Expect("design-reviewed", "The design is reviewed against vendor documentation", atGateOf: .design)
            .needing("design-review")

        Artifact("build-artifact", "Functional build artifact")
        Artifact("configuration-records", "Configuration records")
        Artifact("access-change-log", "Access-change log")
        Insert("execution", "Execution and implementation").after("design").holding(.execution)
            .consuming("design-specification", "statement-of-work", "resource-plan", "timeline")
            .producing("build-artifact", "configuration-records", "access-change-log")
            .citing("ISO/IEC 20000-1:2018, 8.5.2")
        Expect("build-traced", "Every element of the design is built or its absence is explained", atGateOf: .execution)
            .needing("build-artifact", "configuration-records")
    }

    private static let standardValidationAndCloseout = OverlayBody {
        Artifact("test-report", "Signed test report")
        Insert("validation", "Testing and validation").after("execution").holding(.validation)
            .consuming("build-artifact", "acceptance-criteria").producing("test-report")
            .citing("ISO/IEC 20000-1:2018, 8.5.2")
        Expect("criteria-evidenced", "Every acceptance criterion has evidence and a verdict", atGateOf: .validation)
            .needing("test-report")
        Expect("report-signed", "The test report is signed by someone who did not write it", atGateOf: .validation)
            .signed("test-report", by: "reviewer", separately: true)

        Artifact("runbook", "Runbook")
        Artifact("handoff-package", "Handoff package")
        Insert("transfer", "Knowledge transfer and handoff").after("validation").holding(.transfer)
            .consuming("test-report", "configuration-records", "access-change-log")
            .producing("runbook", "handoff-package")
            .citing("ISO/IEC 20000-1:2018, 8.5.3")
        Expect("runbook-acknowledged", "The recipient acknowledges the runbook", atGateOf: .transfer)
            .signed("runbook", by: "recipient")
        Expect(
            "handoff-complete", "The handoff serves both operational continuity and audit", atGateOf: .transfer
        ).needing("handoff-package")

        Artifact("billing-reconciliation", "Final billing reconciliation")
        Artifact("sla-review", "Service level performance review")
        Artifact("satisfaction-record", "Record of client satisfaction")
        Artifact("retrospective", "Project retrospective")
        Insert("closeout", "Closeout and review").after("transfer").holding(.closeout)
            .consuming("statement-of-work", "test-report", "handoff-package")
            .producing("billing-reconciliation", "sla-review", "satisfaction-record", "retrospective")
            .citing("ISO/IEC 20000-1:2018, 8.4.1", "ISO/IEC 20000-1:2018, 9.4")
        Expect("billing-reconciled", "Invoices equal the statement of work and its change orders", atGateOf: .closeout)
            .needing("billing-reconciliation").measured("unreconciled-amount", .within(0...0))
        Expect("service-levels-reviewed", "Service level performance is reviewed", atGateOf: .closeout)
            .needing("sla-review")
        Expect(
            "satisfaction-recorded", "Client satisfaction is recorded apart from the technical verdict",
            atGateOf: .closeout
        ).needing("satisfaction-record")
        Expect("retrospective-held", "The retrospective has actions with owners", atGateOf: .closeout)
            .needing("retrospective")
    }

    private static let standardEntryCriteria = OverlayBody {
        Artifact("authority-proof", "Proof of authority to commission the work").broughtToTheEngagement()
        Artifact("access-grant", "Grant of lawful access to the systems involved").broughtToTheEngagement()
        Artifact("readiness-report", "Environment readiness report")
        Artifact("licence-register", "Register of licences and authorisations")
        Expect(
            "prerequisites-satisfied", "Credentials, hardware and licensed software are ready before resources commit",
            atGateOf: .intake
        ).needing("readiness-report", "licence-register")
        Require("environment-ready", "The operating environment can support the service", toEnter: .assessment)
            .needing("readiness-report")
        Require("authority-documented", "The requesting party may commission the work", toEnter: .assessment)
            .needing("authority-proof")
        Require("access-lawful", "The provider has lawful access to the systems involved", toEnter: .assessment)
            .needing("access-grant")
        Require("assets-licensed", "Software, firmware and communication systems are licensed", toEnter: .assessment)
            .needing("licence-register")
        Require("acceptance-criteria-defined", "Acceptance criteria exist before execution begins", toEnter: .execution)
            .needing("acceptance-criteria")
        Require("gate-objective", "There are criteria to validate against", toEnter: .validation)
            .needing("acceptance-criteria")
    }
}
