extension BaseSequence {
    /// What every base sequence that comes with the core has in common: its artifacts and obligations.
    ///
    /// Obligations aim at extension points, so that they mean the same whichever phase of a base holds them. The four
    /// baseline criteria for entry stand before the first billable phase (readiness, authority and lawful access,
    /// licences) and before execution (acceptance criteria).
    @OverlayBuilder static var common: OverlayBody {
        intakeAndScoping
        designAndExecution
        validationAndCloseout
        entryCriteria
    }

    private static let intakeAndScoping = OverlayBody {
        Artifact("service-request", "Service request").broughtToTheEngagement()
        Artifact("qualified-request", "Qualified ticket or project brief")
        Expect("capability-matched", "The request falls within the provider's capability", atGateOf: .intake)
            .needing("qualified-request")

        Artifact("baseline-record", "Baseline configuration record")
        Expect("baseline-recorded", "The existing environment is recorded item by item", atGateOf: .assessment)
            .needing("baseline-record")

        Artifact("statement-of-work", "Signed statement of work")
        Artifact("resource-plan", "Resource plan")
        Artifact("timeline", "Timeline")
        Artifact("acceptance-criteria", "Acceptance criteria")
        Expect("scope-bounded", "Work, resources and dates are bounded and exclusions are named", atGateOf: .scoping)
            .needing("statement-of-work", "resource-plan", "timeline")
        Expect("statement-signed", "Client and provider have signed the statement of work", atGateOf: .scoping)
            .signed("statement-of-work", by: "client").signed("statement-of-work", by: "provider")
        Expect("deliverables-testable", "Each deliverable has a measurable acceptance criterion", atGateOf: .scoping)
            .needing("acceptance-criteria")
    }

    private static let designAndExecution = OverlayBody {
        Artifact("design-specification", "Design specification, logical and physical")
        Artifact("design-review", "Design review against vendor documentation")
        Expect("design-complete", "The design has a logical and a physical part", atGateOf: .design)
            .needing("design-specification")
        Expect("design-reviewed", "The design is reviewed against vendor documentation", atGateOf: .design)
            .needing("design-review")

        Artifact("build-artifact", "Functional build artifact")
        Artifact("configuration-records", "Configuration records")
        Artifact("access-change-log", "Access-change log")
        Expect("build-traced", "Every element of the design is built or its absence is explained", atGateOf: .execution)
            .needing("build-artifact", "configuration-records")
    }

    private static let validationAndCloseout = OverlayBody {
        Artifact("test-report", "Signed test report")
        Expect("criteria-evidenced", "Every acceptance criterion has evidence and a verdict", atGateOf: .validation)
            .needing("test-report")
        Expect("report-signed", "The test report is signed by someone who did not write it", atGateOf: .validation)
            .signed("test-report", by: "reviewer", separately: true)

        Artifact("runbook", "Runbook")
        Artifact("handoff-package", "Handoff package")
        Expect("runbook-acknowledged", "The recipient acknowledges the runbook", atGateOf: .transfer)
            .signed("runbook", by: "recipient")
        Expect(
            "handoff-complete", "The handoff serves both operational continuity and audit", atGateOf: .transfer
        ).needing("handoff-package")

        Artifact("billing-reconciliation", "Final billing reconciliation")
        Artifact("sla-review", "Service level performance review")
        Artifact("satisfaction-record", "Record of client satisfaction")
        Artifact("retrospective", "Project retrospective")
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

    private static let entryCriteria = OverlayBody {
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
