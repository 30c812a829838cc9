import PhaseLoom

/// What the index of a package has to tell before the log can be read.
struct HandoffIndex {
    let engagement: ID
    let time: Timestamp
    let author: String
    let plans: [(file: String, digest: Digest)]

    /// Reads an index; `nil` when it is none.
    init?(_ bytes: [UInt8]) {
        guard let value = try? JSONReader.read(bytes).value, value["format"] == .string(HandoffManifest.format),
            let engagement = value["engagement"]?.text.flatMap({ try? ID($0) }),
            let time = value["written"]?["at"]?.text.flatMap({ try? Timestamp(parsing: $0) }),
            let author = value["written"]?["by"]?.text, case .array(let plans)? = value["plans"]
        else { return nil }
        self.engagement = engagement
        self.time = time
        self.author = author
        self.plans = plans.enumerated().compactMap { place, plan in
            // The name is not taken from the index, so that it leads nowhere else.
            plan["digest"]?.text.flatMap { try? Digest(parsing: $0) }.map { (Handoff.path(ofPlan: place), $0) }
        }
    }
}

extension JSONValue {
    /// The text, if the value is one.
    fileprivate var text: String? {
        if case .string(let text) = self { text } else { nil }
    }
}
