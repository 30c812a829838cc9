public import FieldLinks
public import PhaseLoom

/// Looks at the points of an order without writing: what they hold, and what stands against a command.
public struct CommandSurvey: Sendable {
    /// A point as it was found.
    public struct Row: Sendable {
        /// The command.
        public let command: PointCommand
        /// What the point holds; `nil` when it could not be read.
        public let standing: PointStanding?
        /// What stands against the command, or should be known, worst first; none when it can be written.
        public let findings: [CollectedFinding]

        /// Whether the command can be written.
        public var isFree: Bool { standing != nil && !findings.contains { $0.severity == .error } }
    }

    private let pool: CommanderPool

    /// Prepares to look over links.
    public init(over links: CommandLinks, patience: Patience = Patience()) {
        pool = CommanderPool(links, patience: patience)
    }

    init(_ pool: CommanderPool) { self.pool = pool }

    /// Looks at the points of an order, one after another.
    ///
    /// - Parameters:
    ///   - commands: the commands.
    ///   - progress: what is told how many points were read.
    /// - Returns: a row for each command, in their order.
    /// - Throws: `CancellationError` when the work is no longer wanted.
    public func rows(
        of commands: [PointCommand], progress: (Int) -> Void = { _ in }
    ) async throws(CancellationError) -> [Row] {
        var rows: [Row] = []
        for command in commands {
            guard !Task.isCancelled else { throw CancellationError() }
            rows.append(try await row(of: command))
            progress(rows.count)
        }
        return rows
    }

    private func row(of command: PointCommand) async throws(CancellationError) -> Row {
        do throws(CommandFault) {
            let standing = try await pool.commander(for: command.target).standing(of: command)
            return Row(command: command, standing: standing, findings: Self.findings(standing, command))
        } catch {
            if error.isCancellation { throw CancellationError() }
            let finding = CollectedFinding(
                "command-unreadable", .error, "'\(command.point)' cannot be read: \(error)",
                subject: command.point, hint: "see whether \(command.target) is right and answers")
            return Row(command: command, standing: nil, findings: [finding])
        }
    }

    /// What stands against a command to a point as it is.
    static func findings(_ standing: PointStanding, _ command: PointCommand) -> [CollectedFinding] {
        var findings: [CollectedFinding] = []
        if case .taken = standing.place {
            findings.append(
                CollectedFinding(
                    "command-conflict", .error,
                    "priority \(command.priority) of '\(command.point)' is in use: \(standing)", subject: command.point,
                    hint: "find out who commands it, or order another priority"))
        }
        if standing.way(back: command) == nil {
            findings.append(
                CollectedFinding(
                    "command-no-way-back", .error,
                    "what '\(command.point)' holds is no number: it could not be restored", subject: command.point,
                    hint: "order a 'release-value'"))
        }
        if let higher = standing.overriding {
            findings.append(
                CollectedFinding(
                    "command-overridden", .warning,
                    "'\(command.point)' is commanded at priority \(higher), which goes before \(command.priority)",
                    subject: command.point, hint: "the command shows no effect until that is released"))
        }
        return findings
    }
}
