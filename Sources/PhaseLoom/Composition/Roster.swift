/// The first stage of composition: who takes part, and with which changes.
struct Roster {
    let overlays: [DeclarativeOverlay]
    private(set) var contributions = Contributions()
    private(set) var conflicts: [Conflict] = []

    init(_ base: BaseSequence, _ set: OverlaySet) {
        overlays = set.overlays
        contributions.add(Party(id: .base, cites: base.cites), base.body.changes)
        let present = Set(overlays.map(\.identity.id))
        for overlay in overlays {
            let party = Party(id: overlay.identity.id, cites: overlay.identity.cites)
            // Interactions only ever add changes and never overlays, so one pass reaches the least fixpoint.
            let interactions = overlay.body.interactions.filter { $0.overlays.allSatisfy(present.contains) }
            if interactions.isEmpty {
                contributions.add(party, overlay.body.changes)
            } else {
                contributions.add(party, overlay.body.changes + interactions.flatMap(\.changes))
            }
        }
        findNamesakes()
        findUnmetNeeds(present)
    }

    private mutating func findNamesakes() {
        var start = 0
        while start < overlays.count {
            let end = overlays[start...].firstIndex { $0.identity.id != overlays[start].identity.id } ?? overlays.count
            if overlays[start].identity.id == .base { conflicts.append(Self.impostor(overlays[start])) }
            if end - start > 1 { conflicts.append(Self.clash(overlays[start..<end])) }
            start = end
        }
    }

    private static func impostor(_ overlay: DeclarativeOverlay) -> Conflict {
        Conflict(
            code: .overlayIdentity, target: "overlay:base",
            claims: [.init(by: .base, value: overlay.identity.title, cites: overlay.identity.cites)],
            message: "no overlay can be called 'base', which stands for the base sequence",
            waysOut: ["give the overlay another identifier"])
    }

    private static func clash(_ namesakes: ArraySlice<DeclarativeOverlay>) -> Conflict {
        let id = namesakes[namesakes.startIndex].identity.id
        let isSame = Set(namesakes.map { DeclarativeOverlay(identity: $0.identity, body: OverlayBody()) }).count == 1
        let isReconfigured = isSame && Set(namesakes.map(\.options)).count == namesakes.count
        let claims = namesakes.map { overlay in
            let options = overlay.options.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
            let value =
                isReconfigured
                ? options.joined(separator: ",")
                : "\(overlay.identity.title) \(overlay.identity.version), \(overlay.body.changes.count) changes"
            return Conflict.Claim(by: id, value: value, cites: overlay.identity.cites)
        }
        return Conflict(
            code: isReconfigured ? .overlayOptions : .overlayIdentity, target: "overlay:\(id)",
            claims: claims.sorted { $0.value < $1.value },
            message: isReconfigured
                ? "overlay '\(id)' is given \(namesakes.count) times with different options"
                : "\(namesakes.count) different overlays are called '\(id)'",
            waysOut: isReconfigured
                ? ["give it once, with the options that hold"]
                : ["give one of them another identifier", "leave one out"])
    }

    private mutating func findUnmetNeeds(_ present: Set<ID>) {
        var excluded: [String: Conflict] = [:]
        for overlay in overlays {
            let identity = overlay.identity
            for missing in identity.requires where !present.contains(missing) {
                conflicts.append(
                    Conflict(
                        code: .overlayRequires, target: "overlay:\(identity.id) requires \(missing)",
                        claims: [.init(by: identity.id, value: "requires \(missing)", cites: identity.cites)],
                        message: "overlay '\(identity.id)' requires '\(missing)', which is not part of the composition",
                        waysOut: Self.suggestion(for: missing, present)
                            + ["add '\(missing)'", "leave out '\(identity.id)'"]))
            }
            if identity.excludes.contains(identity.id) { conflicts.append(Self.selfExclusion(identity)) }
            for other in identity.excludes where other != identity.id && present.contains(other) {
                let pair = [identity.id, other].sorted()
                excluded["\(pair[0])+\(pair[1])"] = exclusion(pair)
            }
        }
        conflicts += excluded.values
    }

    private static func suggestion(for missing: ID, _ present: Set<ID>) -> [String] {
        Suggestion.nearest(to: missing.text, among: present.map(\.text)).map { ["did you mean '\($0)'?"] } ?? []
    }

    private static func selfExclusion(_ identity: OverlayIdentity) -> Conflict {
        Conflict(
            code: .overlayExcludes, target: "overlay:\(identity.id) excludes \(identity.id)",
            claims: [.init(by: identity.id, value: "excludes itself", cites: identity.cites)],
            message: "overlay '\(identity.id)' excludes itself",
            waysOut: ["take '\(identity.id)' from the overlays that it excludes"])
    }

    private func exclusion(_ pair: [ID]) -> Conflict {
        let claims = overlays.map(\.identity).filter { pair.contains($0.id) }.map { identity in
            let other = identity.id == pair[0] ? pair[1] : pair[0]
            let value = identity.excludes.contains(other) ? "excludes \(other)" : "present"
            return Conflict.Claim(by: identity.id, value: value, cites: identity.cites)
        }
        return Conflict(
            code: .overlayExcludes, target: "overlay:\(pair[0]) excludes \(pair[1])", claims: claims,
            message: "overlays '\(pair[0])' and '\(pair[1])' exclude each other",
            waysOut: ["leave out '\(pair[0])'", "leave out '\(pair[1])'"])
    }
}
