extension Composer {
    /// The intervals that parties claim for an obligation at one place.
    private func intervals(_ index: Int) -> [(claim: Int, value: Interval)] {
        let inserted = obligations[index].claims.compactMap { claim in
            wording(of: claim)?.bound.map { (claim: claim, value: $0.interval) }
        }
        let limited = obligations[index].limits.compactMap { claim -> (claim: Int, value: Interval)? in
            guard case .limit(let limit) = contributions.all[claim].change.operation else { return nil }
            return (claim, limit.interval)
        }
        return inserted + limited
    }

    /// Intersects the bounds of an obligation at one place: the strictest wins.
    mutating func joinBound(_ index: Int) {
        if definitions[obligations[index].definition].measure == nil {
            if !obligations[index].limits.isEmpty { reportUnmeasured(index) }
            return
        }
        let claims = intervals(index)
        obligations[index].interval = settleIntervals(claims, at: name(ofObligation: index), index)
    }

    /// Intersects intervals; when no value meets all of them, a resolution sets aside those that its choice rules out.
    mutating func settleIntervals(
        _ claims: [(claim: Int, value: Interval)], at place: String, _ index: Int
    ) -> Interval {
        if let joined = Self.intersection(claims.map(\.value)) { return joined }
        let target = "bound:\(place)"
        if let choice = arbiter.choice(on: target, among: claims.map { contributions.party(of: $0.claim) }) {
            let own = claims.filter { contributions.party(of: $0.claim) == choice }.map(\.value)
            if let chosen = Self.intersection(own) {
                let kept = claims.map(\.value).filter { $0.intersection(chosen) != nil }
                if let joined = Self.intersection(kept) { return joined }
            }
        }
        reportClash(of: claims, target, index)
        return .unbounded
    }

    private static func intersection(_ intervals: [Interval]) -> Interval? {
        var result = Interval.unbounded
        for interval in intervals {
            guard let joined = result.intersection(interval) else { return nil }
            result = joined
        }
        return result
    }

    private mutating func reportClash(of claims: [(claim: Int, value: Interval)], _ target: String, _ index: Int) {
        // Those who ask for less than others allow, and those who allow less than others ask for.
        let clashing = claims.filter { one in claims.contains { $0.value.intersection(one.value) == nil } }
        let unit = definitions[obligations[index].definition].unit.map { " \($0)" } ?? ""
        let values = conflictClaims(clashing.map { ($0.claim, "\($0.value)\(unit)") })
        let measure = definitions[obligations[index].definition].measure?.text ?? ""
        let sides = values.map { claim in
            "'\(claim.by)' wants \(claim.value)"
                + (claim.cites.isEmpty ? "" : " (\(claim.cites.joined(separator: "; ")))")
        }
        arbiter.report(
            Conflict(
                code: .bound, target: target, claims: values,
                message: "no value of '\(measure)' meets every bound: \(sides.joined(separator: ", "))",
                waysOut: resolutionWays(target, values.map(\.by))))
    }

    private mutating func reportUnmeasured(_ index: Int) {
        let limits = obligations[index].limits.map { ($0, contributions.all[$0].change.operation.summary) }
        let values = conflictClaims(limits)
        let name = name(ofObligation: index)
        arbiter.report(
            Conflict(
                code: .unmeasured, target: "bound:\(name)", claims: values,
                message: "'\(name)' measures nothing that could be limited",
                waysOut: ["give the criterion a measurement"] + values.map { "leave out '\($0.by)'" }))
    }

    /// Joins the statuses that parties give an obligation at one place.
    mutating func joinStatus(_ index: Int) {
        let mandates = obligations[index].claims.filter { wording(of: $0)?.isMandated == true }
        let waivers = obligations[index].waivers
        switch (mandates.isEmpty, waivers.isEmpty) {
        case (true, true): obligations[index].status = .plain
        case (false, true): obligations[index].status = .mandated
        case (true, false): obligations[index].status = .waived
        case (false, false):
            obligations[index].status = .mandated
            reportWaivedMandate(index, mandates, waivers)
        }
    }

    mutating func reportWaivedMandate(_ index: Int, _ mandates: [Int], _ waivers: [Int]) {
        let name = name(ofObligation: index)
        let target = "mandate:\(name)"
        let mandating = mandates.map { contributions.party(of: $0) }.sortedAndUnique
        // The mandate itself can be confirmed by a resolution, which sets the waiver aside; it cannot be overruled.
        if arbiter.choice(on: target, among: mandating) != nil {
            obligations[index].waivers = []
            return
        }
        let values = conflictClaims(
            mandates.map { ($0, "mandated") }
                + waivers.map { ($0, contributions.all[$0].change.operation.summary) })
        let waiving = waivers.map { contributions.party(of: $0) }.sortedAndUnique
        let list = { (parties: [ID]) in parties.map { "'\($0)'" }.joined(separator: ", ") }
        arbiter.report(
            Conflict(
                code: .mandate, target: target, claims: values,
                message: "\(list(waiving)) waives '\(name)', which \(list(mandating)) mandates",
                waysOut: ["resolve '\(target)' by choosing \(list(mandating)), which sets the waiver aside"]
                    + (mandating + waiving).sortedAndUnique.filter { $0 != .base }.map { "leave out '\($0)'" }))
    }

    /// Finds the phase at whose gate an obligation comes due, where its insertions defer it.
    mutating func joinDeferral(_ index: Int) {
        let claims = obligations[index].claims
        guard obligations[index].isDeferred || claims.count > 1 else { return }
        let anchors = claims.compactMap { claim in wording(of: claim).map { (claim: claim, value: $0.deferral) } }
        guard anchors.contains(where: { $0.value != nil }) else { return }
        var resolved: [(claim: Int, value: Int?)] = []
        for (claim, anchor) in anchors {
            let due = anchor.flatMap { place(of: $0, claim) }
            resolved.append((claim, due.map { nodePhase[$0.last] }))
        }
        let phases = phases
        let element = "obligation:\(name(ofObligation: index))"
        let settled = settle("deferral", of: element, resolved) {
            $0.map { "deferred to '\(phases[$0].id)'" } ?? "due at once"
        }
        if let phase = settled ?? nil, let claim = resolved.first(where: { $0.value == phase })?.claim {
            obligations[index].deferral = (phase, claim)
        }
    }
}
