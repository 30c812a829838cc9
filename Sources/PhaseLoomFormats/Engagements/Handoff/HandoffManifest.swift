import PhaseLoom

/// The index of a package: what it is about, and everything that is in it.
struct HandoffManifest {
    let handoff: Handoff
    /// The files of the package but the index itself and the list of hashes, in order of paths.
    let files: [PackagedFile]

    static let format = "phaseloom.handoff/1"

    /// The index as canonical JSON.
    var json: JSONValue {
        let engagement = handoff.engagement
        return [
            "engagement": .id(engagement.id), "evidence": .array(engagement.evidence.map(entry)),
            "files": .array(files.map(\.json)), "final": .bool(engagement.state.isFinal),
            "format": .string(Self.format),
            "log": [
                "file": "log.jsonl", "head": .text(handoff.records.last?.hash ?? .none),
                "length": .integer(handoff.records.count),
            ],
            "plans": .array(
                handoff.plans.enumerated().map { place, plan in
                    [
                        "digest": .text(plan.digest), "file": .string(Handoff.path(ofPlan: place)),
                        "record": .integer(plan.record),
                    ]
                }),
            "sections": .array(Handoff.sections.map(section)), "started": .text(engagement.started),
            "state": .string(engagement.state.rawValue), "title": .string(engagement.title),
            "updated": .text(engagement.updated),
            "written": ["at": .text(handoff.time), "by": .string(handoff.author)],
        ]
    }

    private func entry(_ item: Evidence) -> JSONValue {
        item.json.adding(["path": .optional(Handoff.path(of: item))])
    }

    private func section(_ artifact: ID) -> JSONValue {
        let items = handoff.engagement.evidence.filter { $0.draft.artifact == artifact && !$0.isStale }
        return [
            "artifact": .id(artifact), "evidence": .array(items.map { .integer($0.number) }),
            "present": .bool(!items.isEmpty),
        ]
    }
}

/// A file of a package.
struct PackagedFile: Hashable {
    let path: String
    let digest: Digest
    let size: Int

    var json: JSONValue {
        ["path": .string(path), "sha256": .string(digest.hexadecimal), "size": .integer(size)]
    }

    /// The line of the file in a list of hashes, as `sha256sum` reads it.
    var line: String { "\(digest.hexadecimal)  \(path)\n" }
}
