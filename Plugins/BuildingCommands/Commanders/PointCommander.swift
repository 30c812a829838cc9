/// A client that commands points: it writes what an order allows, and releases what was written.
public protocol PointCommander: Sendable {
    /// Reads what a point holds, without writing.
    ///
    /// - Throws: ``CommandFault`` when the device is another one, has other units, or does not answer.
    func standing(of command: PointCommand) async throws(CommandFault) -> PointStanding

    /// Writes a command.
    ///
    /// - Throws: ``CommandFault``, after which nobody knows whether it was written.
    func write(_ command: AuthorizedCommand) async throws(CommandFault)

    /// Gives a point back what it had before a command.
    ///
    /// - Throws: ``CommandFault``, after which nobody knows whether it has it.
    func giveBack(_ held: HeldCommand) async throws(CommandFault)
}

extension PointCommander {
    /// Releases a command if it still holds its point, and reads back that it is released.
    ///
    /// - Returns: whether it is released; `false` when somebody else has written to the point since.
    /// - Throws: ``CommandFault`` when it may be set still.
    func release(_ held: HeldCommand) async throws(CommandFault) -> Bool {
        let before = try await standing(of: held.command)
        if isBack(before, held) { return true }
        // What somebody else has written since is theirs: they would not know that it is gone.
        guard before.isHeld(by: held) else { return false }
        try await giveBack(held)
        let after = try await standing(of: held.command)
        if isBack(after, held) { return true }
        // A release that was ignored must not pass for a former value that was rounded.
        guard !after.isHeld(by: held) else {
            throw CommandFault("it was released, and reads back as before: \(after)")
        }
        return isBack(after, held, rounded: true)
    }

    private func isBack(_ standing: PointStanding, _ held: HeldCommand, rounded: Bool = false) -> Bool {
        switch held.way {
        case .relinquish: standing.place == .free
        case .restore(let values):
            standing.place == .none
                && (standing.raw == values || rounded && held.command.target.isRounding(standing.raw, of: values))
        }
    }
}
