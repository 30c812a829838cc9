import PhaseLoom
import ServiceOperations
import Testing

/// Expected values: row 43 of the framework's overlay catalogue; row 4-22 (roles, rituals, risks, communication plan,
/// change control), rows 3-31 to 3-36 (exactly five known risks), row 4-07 (four detectors), row 4-19 (status reports).
@Suite struct DeliveryGovernanceTests {
    @Test func `five documents stand before the work`() throws {
        let composed = try Composed(DeliveryGovernance.self)
        let gate = composed.sequence.phase("scoping")?.gate.filter { $0.attribution.by != [.base] } ?? []
        #expect(
            gate.map(\.id) == [
                "governance-change-control", "governance-communication", "governance-risks", "governance-rituals",
                "governance-roles",
            ])
        #expect(Set(gate.flatMap(\.needs)).count == 5)
        #expect(composed.doubts == [])
    }

    @Test func `the five known risks are assessed, and misconfiguration is not called the first`() throws {
        let composed = try Composed(DeliveryGovernance.self)
        let assessed = composed.sequence.phase("scoping")?.activities.filter { $0.attribution.by != [.base] } ?? []
        #expect(
            assessed.map(\.id) == [
                "assess-dependencies", "assess-lock-in", "assess-misconfiguration", "assess-scope-creep",
                "assess-service-levels",
            ])
        #expect(composed.criterion("governance-risks")?.bound?.description == "known-risks-assessed exactly 5")
        let cites = assessed.first { $0.id == "assess-misconfiguration" }?.attribution.cites ?? []
        #expect(cites.contains("OWASP Top 10:2025, A02"))
    }

    @Test(arguments: [
        ("governance-approvals", "unapproved-changes exactly 0"),
        ("governance-reports", "missed-status-reports exactly 0"), ("governance-rework", "reopened-work at most 4"),
        ("governance-recurrence", "repeat-incidents at most 1"),
    ])
    func `four detectors tell trouble, in periods and at the end`(criterion: String, bound: String) throws {
        let id = try ID(criterion)
        let composed = try Composed(DeliveryGovernance.self, ["rework": "4", "recurring": "1"])
        #expect(composed.criterion(id)?.bound?.description == bound)
        #expect(composed.places(id) == ["closeout"])
        let managed = try Composed(DeliveryGovernance.self, with: [try ManagedServices()])
        #expect(managed.places(id) == ["service-period", "closeout"])
        #expect(managed.doubts == [])
    }

    @Test func `reports come as often as agreed`() throws {
        let rituals = try Composed(DeliveryGovernance.self, ["cadence": "14"]).criterion("governance-rituals")
        #expect(rituals?.bound?.description == "report-interval at most 14 d")
    }

    @Test func `a small client may waive all of it`() throws {
        let composed = try Composed(DeliveryGovernance.self)
        #expect(composed.mandated == [])
        let waiving = DeclarativeOverlay(
            identity: OverlayIdentity(id: "small", title: "Small", summary: "Waives.", cites: ["None"])
        ) {
            for id in ["governance-roles", "governance-rituals", "governance-communication"] as [ObligationReference] {
                Waive(id, because: "the client is small", onAuthorityOf: "the client")
            }
        }
        let waived = try Composed(DeliveryGovernance.self, with: [waiving])
        #expect(waived.criterion("governance-roles")?.status == .waived)
    }

    @Test(arguments: [
        (["cadence": "0"], "it takes a whole number from 1 to 92"),
        (["rework": "-1"], "it takes a whole number from 0 to 10000"), (["reworks": "1"], "did you mean 'rework'?"),
    ])
    func `options that cannot be are refused with a hint`(options: [String: String], hint: String) {
        let error = #expect(throws: InvalidValue.self) { try DeliveryGovernance(options: options) }
        #expect(error?.hint == hint)
    }

    @Test(
        arguments: [
            ("project", .voluntary), ("continuous", .voluntary), ("ticket", .excluded),
        ] as [(String, Advice.Verdict)])
    func `it is for more than a ticket`(delivery: String, verdict: Advice.Verdict) throws {
        let facts = known((.delivery, try words([delivery])), (.client, try words(["enterprise"])))
        #expect(advice(on: DeliveryGovernance.self, knowing: facts).verdict == verdict)
        #expect(advice(on: DeliveryGovernance.self, knowing: Facts()).questions == [.client, .delivery])
        let small = known((.delivery, try words([delivery])), (.client, try words(["small-business"])))
        #expect(!advice(on: DeliveryGovernance.self, knowing: small).applies)
    }
}
