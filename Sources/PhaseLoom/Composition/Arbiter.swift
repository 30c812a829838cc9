/// Keeps the conflicts of a composition and applies the integrator's resolutions to them.
struct Arbiter {
    private let resolutions: [String: Resolution]
    private var used: Set<String> = []
    private var refused: Set<String> = []
    private(set) var conflicts: [Conflict] = []

    init(_ resolutions: [Resolution]) {
        var byConflict: [String: Resolution] = [:]
        for resolution in resolutions.sorted(by: { ($0.conflict, $0.choose) < ($1.conflict, $1.choose) }) {
            if let other = byConflict[resolution.conflict], other != resolution {
                conflicts.append(Self.rivals(other, resolution))
            } else {
                byConflict[resolution.conflict] = resolution
            }
        }
        self.resolutions = byConflict
    }

    mutating func report(_ conflict: Conflict) { conflicts.append(conflict) }

    /// The party whose claim stands by an integrator's decision, if there is one on this conflict.
    mutating func choice(on target: String, among claimants: [ID]) -> ID? {
        guard let resolution = resolutions[target] else { return nil }
        used.insert(target)
        if claimants.contains(resolution.choose) { return resolution.choose }
        if refused.insert(target).inserted { conflicts.append(Self.refusal(of: resolution, claimants)) }
        return nil
    }

    /// The resolutions that decided something.
    var applied: [Resolution] { used.sorted().compactMap { resolutions[$0] } }

    /// Reports the resolutions that decided nothing.
    mutating func closeDesk() {
        let reported = Set(conflicts.map(\.target))
        for (target, resolution) in resolutions where !used.contains(target) {
            if reported.contains(target) {
                conflicts.append(Self.refusal(of: resolution, []))
                continue
            }
            let nearest = Suggestion.nearest(to: target, among: conflicts.map(\.target))
            conflicts.append(
                Conflict(
                    code: .staleResolution, target: target,
                    claims: [.init(by: resolution.choose, value: "chosen by \(resolution.authority)", cites: [])],
                    message: "the resolution of '\(target.excerpt)' decides a conflict that does not exist",
                    waysOut: ["remove the resolution"] + (nearest.map { ["did you mean '\($0)'?"] } ?? [])))
        }
    }

    private static func refusal(of resolution: Resolution, _ claimants: [ID]) -> Conflict {
        let names = claimants.sortedAndUnique.map { "'\($0)'" }.joined(separator: ", ")
        return Conflict(
            code: .refusedResolution, target: resolution.conflict,
            claims: [.init(by: resolution.choose, value: "chosen by \(resolution.authority)", cites: [])],
            message: names.isEmpty
                ? "no choice can end '\(resolution.conflict)'"
                : "the resolution of '\(resolution.conflict)' chooses '\(resolution.choose)', which cannot be chosen",
            waysOut: names.isEmpty
                ? ["remove the resolution and take another way out of the conflict"] : ["choose one of \(names)"])
    }

    private static func rivals(_ one: Resolution, _ other: Resolution) -> Conflict {
        Conflict(
            code: .refusedResolution, target: one.conflict,
            claims: [one, other].map { .init(by: $0.choose, value: "chosen by \($0.authority)", cites: []) },
            message: "two resolutions decide '\(one.conflict)' differently", waysOut: ["keep one of them"])
    }
}
