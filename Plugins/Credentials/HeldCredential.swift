public import PhaseLoom

/// A credential or licence that somebody holds, as a register records it.
public struct HeldCredential: Hashable, Sendable {
    /// Who holds it.
    public let holder: ID
    /// What it is, such as `cissp` or `contractor-licence`.
    public let credential: ID
    /// Who issued it.
    public let issuer: String
    /// The class of a licence, such as `c-10`; `nil` when it has none.
    public let licenceClass: ID?
    /// The number under which its issuer knows it; `nil` when that is not recorded.
    public let number: String?
    /// Whether it is in force, as its issuer said when it was last asked.
    public let status: Status
    /// The day from which it counts; `nil` when that is not recorded.
    public let issued: Day?
    /// When it ends.
    public let expiry: Expiry
    /// The hours of experience that are shown with it.
    public let hours: Int

    /// Whether a credential is in force.
    public enum Status: String, Hashable, Sendable, CaseIterable {
        /// It is in force.
        case active
        /// It is suspended.
        case suspended
        /// It was taken away.
        case revoked
        /// Nobody asked its issuer.
        case unknown
    }

    /// When a credential ends.
    public enum Expiry: Hashable, Sendable {
        /// After a day, on which it still counts.
        case day(Day)
        /// Never.
        case never
        /// Nobody recorded it.
        case unknown
    }

    /// Records a credential.
    public init(
        holder: ID, credential: ID, issuer: String, licenceClass: ID? = nil, number: String? = nil,
        status: Status = .active, issued: Day? = nil, expiry: Expiry = .unknown, hours: Int = 0
    ) {
        self.holder = holder
        self.credential = credential
        self.issuer = issuer
        self.licenceClass = licenceClass
        self.number = number
        self.status = status
        self.issued = issued
        self.expiry = expiry
        self.hours = hours
    }

    /// The last day on which it counts, from its record or from the term that its issuer publishes.
    public var end: Expiry {
        guard expiry == .unknown, let issued, let years = KnownCredential.named(credential)?.years else {
            return expiry
        }
        return .day(issued.adding(years: years))
    }

    /// Says whether it is in force on every day from one to another.
    ///
    /// What is not recorded is unknown: neither good enough nor proof of the contrary.
    public func standing(from: Day, until: Day) -> CredentialVerdict {
        switch status {
        case .suspended, .revoked: return .uncovered
        case .unknown: return .unknown
        case .active: break
        }
        if let issued, issued > from { return .uncovered }
        switch end {
        case .day(let last): return last >= until ? .covered : .expired
        case .never: return .covered
        case .unknown: return .unknown
        }
    }
}
