import PhaseLoom
import PhaseLoomTesting
import Testing

@testable import Regulations

/// Expected values: the framework's rows on regulatory carve-outs: documentation, access control and audit trail from
/// every regulation, and amendments that are approved before execution begins.
@Suite struct RegulationTests {
    static let all: [any Regulation.Type] = [
        BreachNotification.self, FCCPart15.self, FTCAct.self, GLBA.self, HIPAA.self, SOX.self,
    ]

    static func overlays() throws -> [any Overlay] { try all.map { try $0.init(options: [:]) } }

    @Test(arguments: all.indices)
    func `each regulation brings every class of requirement`(place: Int) throws {
        let kind = Self.all[place]
        let sequence = try Sample.composed(try kind.init(options: [:]))
        for each in RequirementClass.allCases {
            let obligations = kind.classes[each] ?? []
            #expect(!obligations.isEmpty, "\(kind.identity.id) \(each)")
            for id in obligations { #expect(sequence.obligation(id) != nil, "\(id)") }
        }
    }

    @Test(arguments: all.indices, Sample.bases)
    func `each keeps the contract on every base, among its kind`(place: Int, base: BaseSequence) throws {
        func violations<Kind: Regulation>(of kind: Kind.Type) throws -> [Violation] {
            OverlayContract.violations(of: kind, on: base, among: try Self.overlays())
        }
        #expect(try violations(of: Self.all[place]) == [])
    }

    @Test(arguments: Sample.bases)
    func `all of them share one amendment, approved before execution`(base: BaseSequence) throws {
        let sequence = try base.composed(with: OverlaySet(try Self.overlays()))
        let amendment = try #require(sequence.obligation("amendment-approved"))
        #expect(amendment.status == .mandated && amendment.needs == ["framework-amendment"])
        #expect(amendment.attribution.by == Self.all.map { $0.identity.id }.sorted())
        #expect(amendment.proof == .signed("framework-amendment", by: "approver", separately: false))
        #expect(sequence.place(of: "amendment-approved") == sequence.phase(holding: .execution)?.id)
    }

    @Test(arguments: all.indices)
    func `nobody waives the amendment`(place: Int) throws {
        let overlay = try Self.all[place].init(options: [:])
        #expect(try Sample.conflicts(waiving: "amendment-approved", of: overlay) == [.mandate])
    }

    @Test(arguments: all.indices)
    func `every obligation names its evidence and starts with the name of its domain`(place: Int) throws {
        let kind = Self.all[place]
        let prefix = kind.identity.id.text.prefix { $0 != "-" } + "-"
        let sequence = try Sample.composed(try kind.init(options: [:]))
        for obligation in sequence.phases.flatMap({ $0.entry + $0.gate })
        where obligation.attribution.by == [kind.identity.id] && obligation.id != "amendment-approved" {
            #expect(!obligation.needs.isEmpty && obligation.id.text.hasPrefix(prefix), "\(obligation.id)")
        }
    }
}
