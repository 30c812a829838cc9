/// A contradiction between overlays, with everything that a person needs to end it.
public struct Conflict: Hashable, Sendable {
    /// The kind of contradiction.
    public let code: Code
    /// What is contested, such as `bound:validation/retention`; a resolution names it.
    public let target: String
    /// Who claims what, in order of overlays.
    public let claims: [Claim]
    /// The contradiction in a sentence.
    public let message: String
    /// What would end it.
    public let waysOut: [String]

    /// Makes a conflict of its parts.
    package init(code: Code, target: String, claims: [Claim], message: String, waysOut: [String]) {
        self.code = code
        self.target = target
        self.claims = claims
        self.message = message
        self.waysOut = waysOut
    }

    /// What one party claims.
    public struct Claim: Hashable, Sendable {
        /// The overlay that claims; ``ID/base`` for the base sequence.
        public let by: ID
        /// What it claims.
        public let value: String
        /// The sources on which the claim rests.
        public let cites: [String]

        /// Makes a claim of its parts.
        package init(by: ID, value: String, cites: [String]) {
            self.by = by
            self.value = value
            self.cites = cites
        }
    }

    /// The kinds of contradiction. Codes are stable: programs may rely on them.
    public enum Code: String, Hashable, Sendable, CaseIterable {
        /// An overlay is given twice with different options.
        case overlayOptions = "overlay-options"
        /// Different overlays have one identifier.
        case overlayIdentity = "overlay-identity"
        /// An overlay lacks another one that it requires.
        case overlayRequires = "overlay-requires"
        /// An overlay meets another one that it excludes.
        case overlayExcludes = "overlay-excludes"
        /// A change aims at something that does not exist.
        case missingAnchor = "missing-anchor"
        /// One element is described in two ways.
        case definition
        /// No value meets all bounds of a measurement.
        case bound
        /// A bound is put on a criterion that measures nothing.
        case unmeasured
        /// A mandated obligation is waived.
        case mandate
        /// Phases would have to come before themselves.
        case cycle
        /// The ends of a compression do not enclose an interval.
        case interval
        /// Two compressions overlap without one containing the other.
        case compression
        /// An obligation is deferred to two phases.
        case deferral
        /// A resolution decides a conflict that does not exist.
        case staleResolution = "stale-resolution"
        /// A resolution chooses what cannot be chosen.
        case refusedResolution = "refused-resolution"
    }
}

/// Every conflict of a composition; thrown instead of a sequence.
public struct ConflictReport: Error, Hashable, Sendable {
    /// The conflicts, by code and target; at least one.
    public let conflicts: [Conflict]

    /// Makes a report of its conflicts.
    package init(conflicts: [Conflict]) {
        self.conflicts = conflicts
    }
}
