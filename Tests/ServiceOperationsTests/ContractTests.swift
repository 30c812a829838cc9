import PhaseLoom
import PhaseLoomTesting
import ServiceOperations
import Testing

/// Every overlay of service operations keeps the contract on every base, alone and among the others.
@Suite struct ContractTests {
    static let types: [any ConfigurableOverlay.Type] = [
        ChangeAndRelease.self, DeliveryGovernance.self, DisasterRecovery.self, EngineeringQuality.self,
        IncidentResponse.self, KnowledgeManagement.self, ManagedServices.self, ServiceExit.self, ServiceMetrics.self,
        ServicePractices.self, TieredSupport.self,
    ]

    @Test(arguments: types.indices, BaseSequence.shipped)
    func `keeps the contract on every base`(place: Int, base: BaseSequence) throws {
        let type = Self.types[place]
        // On bases in which one phase designs and builds, triage ends with the scope.
        if type == IncidentResponse.self, base != .standard {
            let incident = try IncidentResponse(options: ["through": "scoping"])
            #expect(OverlayContract(incident, on: base).violations() == [])
        } else {
            #expect(OverlayContract.violations(of: type, on: base) == [])
        }
    }

    @Test(arguments: BaseSequence.shipped)
    func `all of them go together on every base`(base: BaseSequence) throws {
        let sequence = try base.composed(with: OverlaySet(try Self.all(on: base)))
        #expect(sequence.findings.filter { $0.severity != .note } == [])
        #expect(sequence.overlays.count == Self.types.count)
    }

    @Test(arguments: BaseSequence.shipped)
    func `what contracts bind goes together on every base`(base: BaseSequence) throws {
        let sequence = try base.composed(with: OverlaySet(try Self.all(on: base, ["binding": "yes"])))
        #expect(sequence.findings.filter { $0.severity != .note } == [])
        #expect(sequence.phases.flatMap { $0.entry + $0.gate }.contains { $0.status == .mandated })
    }

    @Test(arguments: BaseSequence.shipped)
    func `any two of them go together on every base`(base: BaseSequence) throws {
        let all = try Self.all(on: base)
        for (place, one) in all.enumerated() {
            for other in all[(place + 1)...] {
                let sequence = try base.composed(with: OverlaySet([one, other]))
                #expect(sequence.findings.filter { $0.severity != .note } == [])
            }
        }
    }

    @Test func `no obligation goes without evidence`() throws {
        for overlay in try Self.all(on: .standard) {
            for change in overlay.body.changes + overlay.body.interactions.flatMap(\.changes) {
                switch change.operation {
                case .expect(let expect): #expect(!expect.needs.isEmpty, "\(expect.id)")
                case .require(let require): #expect(!require.needs.isEmpty, "\(require.id)")
                default: break
                }
            }
        }
    }

    /// All overlays, with those of some options that each takes.
    static func all(on base: BaseSequence, _ options: [String: String] = [:]) throws -> [any Overlay] {
        let given = options.merging(base == .standard ? [:] : ["through": "scoping"]) { $1 }
        return try types.map { type in
            try Composed.made(type, given.filter { name, _ in type.options.contains { $0.name == name } })
        }
    }
}
