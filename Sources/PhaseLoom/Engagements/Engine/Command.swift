/// Something that a person wants to happen in an engagement.
public enum Command: Sendable {
    /// Opens a phase whose predecessors are finished and whose entry requirements are met.
    case open(phase: ID)
    /// Hands in evidence.
    case record(EvidenceDraft)
    /// Signs evidence in a role; the latest of its artifact unless a number says which.
    case sign(artifact: ID, number: Int? = nil, role: ID, remark: String = "")
    /// Notes that an activity is done.
    case perform(phase: ID, activity: ID)
    /// Puts someone in charge of a phase, until a moment.
    case assign(phase: ID, to: String, due: Timestamp? = nil)
    /// Decides a trigger for the whole run, where evidence does not.
    case decide(trigger: ID, holds: Bool, reason: String)
    /// Asks the gate of a phase for its decision.
    case gate(phase: ID)
    /// Waives an obligation.
    case waive(WaiverGrant)
    /// Goes back, after a gate refused because of a criterion of the loop.
    case loop(ID, reason: String)
    /// Puts the engagement on hold.
    case hold(reason: String)
    /// Goes on after a hold.
    case resume(reason: String)
    /// Ends the engagement without its result.
    case cancel(reason: String, authority: String)
    /// Ends the engagement by the book.
    case close
    /// Adds an item to the scope before it is signed.
    case scope(ScopeItem)
    /// Starts work on an item of the scope in an open phase.
    case work(item: ID, phase: ID)
    /// Raises a change order.
    case raise(ChangeOrder)
    /// Approves a change order; reopens a phase and all after it if one is named.
    case approve(order: ID, authority: String, reopening: ID? = nil)
    /// Rejects a change order.
    case reject(order: ID, authority: String, reason: String)
    /// Changes the sequence under the engagement.
    case amend(Amendment)
}
