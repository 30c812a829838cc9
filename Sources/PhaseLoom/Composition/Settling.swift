extension Composer {
    /// Decides what a field is, on which several parties may claim something.
    ///
    /// Equal claims are shared. Of different ones an integrator's resolution picks one party's; without a resolution
    /// they conflict, and composition goes on with the first in order of their text.
    mutating func settle<Value: Hashable>(
        _ field: String, of element: @autoclosure () -> String, _ claims: [(claim: Int, value: Value)],
        describe: (Value) -> String
    ) -> Value? {
        guard let first = claims.first?.value else { return nil }
        if claims.dropFirst().allSatisfy({ $0.value == first }) { return first }
        let element = element()
        let target = "\(element).\(field)"
        if let choice = arbiter.choice(on: target, among: claims.map { contributions.party(of: $0.claim) }) {
            let chosen = Set(claims.filter { contributions.party(of: $0.claim) == choice }.map(\.value))
            if chosen.count == 1 { return chosen.first }
        }
        let values = conflictClaims(claims.map { ($0.claim, describe($0.value)) })
        let listed = values.map { "'\($0.by)' says \($0.value)" }.joined(separator: ", ")
        arbiter.report(
            Conflict(
                code: .definition, target: target, claims: values, message: "\(field) of \(element): \(listed)",
                waysOut: ["let the overlays say the same"] + resolutionWays(target, values.map(\.by))))
        return claims.min { describe($0.value) < describe($1.value) }?.value
    }

    /// The ways out of a conflict that a resolution or leaving a party out opens.
    func resolutionWays(_ target: String, _ parties: [ID], mayResolve: Bool = true) -> [String] {
        let parties = parties.sortedAndUnique
        var ways: [String] = []
        if mayResolve {
            let names = parties.map { "'\($0)'" }.joined(separator: " or ")
            ways.append("resolve '\(target)' by choosing \(names)")
        }
        return ways + leavingOut(parties)
    }

    /// The way out of a conflict that is always open.
    func leavingOut(_ parties: [ID]) -> [String] {
        parties.sortedAndUnique.filter { $0 != .base }.map { "leave out '\($0)'" }
    }
}
