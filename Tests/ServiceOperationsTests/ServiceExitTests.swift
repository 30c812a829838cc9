import PhaseLoom
import ServiceOperations
import Testing

/// Expected values: row 33 of the framework's overlay catalogue, and row 1-35: data return, credential revocation and
/// documentation transfer, grants minus revocations empty.
@Suite struct ServiceExitTests {
    @Test func `the exit comes before the engagement is closed`() throws {
        let composed = try Composed(ServiceExit.self)
        #expect(Array(composed.phases.suffix(3)) == ["transfer", "exit", "closeout"])
        #expect(composed.doubts == [])
    }

    @Test func `three records are needed, and grants less revocations leave none`() throws {
        let composed = try Composed(ServiceExit.self)
        let gate = composed.sequence.phase("exit")?.gate ?? []
        #expect(
            gate.map(\.id.text) == [
                "exit-data-returned", "exit-documents-received", "exit-grants-revoked", "exit-in-time",
            ])
        #expect(gate.first { $0.id == "exit-grants-revoked" }?.bound?.description == "remaining-grants exactly 0")
        #expect(
            gate.first { $0.id == "exit-in-time" }?.needs == [
                "exit-data-return", "exit-documentation-receipt", "exit-revocation-record",
            ])
    }

    @Test func `grants are revoked last, for returning data takes access`() throws {
        let activities = try Composed(ServiceExit.self).sequence.phase("exit")?.activities ?? []
        #expect(activities.last?.id == "exit-revoke-grants")
        #expect(activities.last?.after == ["exit-hand-over-documents", "exit-return-data"])
    }

    @Test func `on the base that ends with a termination, both records stand for themselves`() throws {
        let composed = try Composed(ServiceExit.self, on: .delivery)
        #expect(Array(composed.phases.suffix(2)) == ["exit", "change-and-termination"])
        #expect(composed.places("grants-revoked") == ["change-and-termination"])
        #expect(composed.places("exit-grants-revoked") == ["exit"])
        #expect(composed.doubts == [])
    }

    @Test(arguments: [BaseSequence.professional, .adoption])
    func `where one phase hands over and closes, it takes the exit in`(base: BaseSequence) throws {
        let composed = try Composed(ServiceExit.self, on: base)
        let last = try #require(composed.sequence.phase(holding: .closeout))
        #expect(!composed.phases.contains("exit"))
        #expect(last.activities.contains { $0.id == "exit-revoke-grants" })
        #expect(composed.places("exit-grants-revoked") == [last.id.text])
    }

    @Test func `a contract binds the exit, so that nobody waives it`() throws {
        let waiving = DeclarativeOverlay(
            identity: OverlayIdentity(id: "hurry", title: "Hurry", summary: "Waives.", cites: ["None"])
        ) {
            Waive("exit-grants-revoked", because: "there is no time", onAuthorityOf: "nobody")
        }
        #expect(throws: ConflictReport.self) {
            try Composed(ServiceExit.self, ["binding": "yes"], with: [waiving])
        }
        let waived = try Composed(ServiceExit.self, with: [waiving])
        #expect(waived.criterion("exit-grants-revoked")?.status == .waived)
        let bound = try Composed(ServiceExit.self, ["binding": "yes"])
        #expect(bound.mandated.contains("exit-noticed") && bound.mandated.contains("exit-data-returned"))
        #expect(bound.doubts == [])
    }

    @Test(arguments: [("1", "exit-days at most 1 d"), ("730", "exit-days at most 730 d")])
    func `the days are those agreed`(days: String, bound: String) throws {
        #expect(try Composed(ServiceExit.self, ["days": days]).criterion("exit-in-time")?.bound?.description == bound)
    }

    @Test(arguments: [["days": "0"], ["days": "731"], ["day": "3"], ["binding": "perhaps"]])
    func `options that cannot be are refused`(options: [String: String]) {
        #expect(throws: InvalidValue.self) { try ServiceExit(options: options) }
    }

    @Test(arguments: [(["termination"], Advice.Verdict.voluntary), (["outage"], .unneeded)])
    func `it is for the end of a contract`(situation: [String], verdict: Advice.Verdict) throws {
        let facts = known((.situation, try words(situation)))
        #expect(advice(on: ServiceExit.self, knowing: facts).verdict == verdict)
        #expect(advice(on: ServiceExit.self, knowing: Facts()).questions == [.situation])
    }
}
