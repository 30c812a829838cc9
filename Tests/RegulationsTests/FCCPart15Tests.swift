import PhaseLoom
import Testing

@testable import Regulations

/// Expected values: row 13 of the framework's overlay catalogue (requirement at P4, device register) and 47 CFR parts 2
/// and 15: certification or a supplier's declaration, class B for homes.
@Suite struct FCCPart15Tests {
    @Test(arguments: [
        ("fcc-devices-registered", "fcc-unregistered-devices exactly 0", Status.plain),
        ("fcc-devices-authorised", "fcc-unauthorised-devices exactly 0", .mandated),
        ("fcc-class-fits", "fcc-misclassed-devices exactly 0", .mandated),
        ("fcc-controls-limited", "fcc-open-controls exactly 0", .mandated),
    ])
    func `the register is complete at the gate of design`(id: ID, bound: String, status: Status) throws {
        let gate = try Sample.composed(try FCCPart15()).phase("design")?.gate ?? []
        let obligation = try #require(gate.first { $0.id == id })
        #expect(obligation.needs == ["fcc-device-register"] && obligation.status == status)
        #expect(obligation.bound?.description == bound)
    }

    @Test func `both ways of authorisation are cited`() throws {
        let cites = try Sample.composed(try FCCPart15()).obligation("fcc-devices-authorised")?.attribution.cites ?? []
        #expect(cites.contains("47 CFR 2.906") && cites.contains("47 CFR 2.907"))
    }

    @Test(arguments: [("residential", "47 CFR 15.3(i)"), ("commercial", "47 CFR 15.3(h)")])
    func `the surroundings decide the class`(surroundings: String, section: String) throws {
        let sequence = try Sample.composed(try FCCPart15(options: ["surroundings": surroundings]))
        #expect(sequence.obligation("fcc-class-fits")?.attribution.cites == [section])
    }

    @Test func `what is put in place is what was registered`() throws {
        let label = try #require(try Sample.composed(try FCCPart15()).obligation("fcc-devices-as-registered"))
        #expect(label.needs == ["fcc-device-register", "fcc-installation-log"] && label.status == .mandated)
    }

    @Test(arguments: [
        (["surroundings": "industrial"], "it takes one of 'residential', 'commercial'"),
        (["surrounding": "commercial"], "did you mean 'surroundings'?"),
    ])
    func `options that cannot be are refused with a hint`(options: [String: String], hint: String) {
        let error = #expect(throws: InvalidValue.self) { try FCCPart15(options: options) }
        #expect(error?.hint == hint)
    }

    @Test(arguments: ["fcc-devices-authorised", "fcc-class-fits", "fcc-devices-as-registered"])
    func `nobody waives an authorisation`(obligation: String) throws {
        #expect(try Sample.conflicts(waiving: obligation, of: try FCCPart15()) == [.mandate])
    }

    @Test(
        arguments: [
            (["radio"], "owned-home", Advice.Verdict.mandatory, [:]),
            (["digital", "carrier"], "managed-building", .mandatory, ["surroundings": "commercial"]),
            (["carrier"], "commercial", .unneeded, [:]), ([], "none", .unneeded, [:]),
        ] as [([ID], ID, Advice.Verdict, [String: String])])
    func `devices that radiate bring it`(
        devices: [ID], property: ID, verdict: Advice.Verdict, options: [String: String]
    ) {
        let facts = Sample.facts([Fact.devices: .words(devices), Fact.property: .words([property])])
        let advice = Sample.advice(on: FCCPart15.self, knowing: facts)
        #expect(advice.verdict == verdict && advice.options == options)
    }

    @Test func `what is not known is asked for`() {
        let advice = Sample.advice(on: FCCPart15.self, knowing: Facts())
        #expect(advice.verdict == .unknown && advice.questions.map(\.id) == ["devices", "property"])
    }
}
