public import PhaseLoom

/// A command that a signed order allows, which is what commanders write.
///
/// Only ``CommandAuthority`` makes one.
public struct AuthorizedCommand: Hashable, Sendable {
    /// The command.
    public let command: PointCommand
    /// The hash of the order.
    public let order: Digest

    init(_ command: PointCommand, of order: Digest) {
        self.command = command
        self.order = order
    }
}

/// An order whose signature was checked.
public struct AuthorizedOrder: Hashable, Sendable {
    /// The commands, in the order of the file.
    public let commands: [AuthorizedCommand]
    /// The hash of the file.
    public let digest: Digest
    /// The number of the evidence that was signed.
    public let evidence: Int
    /// Who signed it, in order.
    public let signers: [String]

    init(_ order: CommandOrder, signedAs evidence: Evidence) {
        digest = order.digest
        self.evidence = evidence.number
        signers = evidence.signatures.map(\.signer)
        commands = order.commands.map { AuthorizedCommand($0, of: order.digest) }
    }
}

/// A command that was written, or may have been: what can be released.
///
/// Only a run that writes, and the log of such a run, make one.
public struct HeldCommand: Hashable, Sendable {
    /// The command.
    public let command: PointCommand
    /// The hash of the order.
    public let order: Digest
    /// How the point gets back to where it was.
    public let way: ReleaseWay
    /// What the point held right after the write: a number, or registers; `nil` when nobody could read it.
    ///
    /// A device may round what it gets, or clamp it to a limit: this is what is ours, not the ordered value.
    public internal(set) var written: [Double]?

    init(_ command: PointCommand, of order: Digest, _ way: ReleaseWay, written: [Double]? = nil) {
        self.command = command
        self.order = order
        self.way = way
        self.written = written
    }
}

/// How a point gets back to where it was.
public enum ReleaseWay: Hashable, Sendable {
    /// The place in its priority array is given back (ANSI/ASHRAE 135-2020, clause 19.2).
    case relinquish
    /// It gets a value again: a number, or the registers that it takes.
    case restore([Double])
}
