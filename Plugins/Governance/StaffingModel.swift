public import PhaseLoom

/// Who directs the people who do the work, which decides who is accountable.
public enum StaffingModel: String, Hashable, Sendable, CaseIterable {
    /// Individuals join the client's team.
    case augmentation
    /// Another team delivers as a whole.
    case outsourced

    /// The party that is accountable for what is delivered.
    public var accountableParty: ID { self == .augmentation ? "client" : "provider" }
}
