/// Why a ledger could not do what it was asked.
public enum LedgerError: Error, Hashable, Sendable {
    /// The rules stand against it; nothing happened.
    case refused(Refusal)
    /// The store failed.
    case store(StoreError)
    /// The log is broken.
    case broken(LogBreak)
}

extension LedgerError: CustomStringConvertible {
    /// What happened and what to do, on one line.
    public var description: String {
        switch self {
        case .refused(let refusal): refusal.description
        case .store(let error): error.description
        case .broken(let found) where found.code == .end:
            "\(found.message): keep a copy of the store, verify it, and go back to a backup"
        case .broken(let found): "\(found.message): verify the log"
        }
    }
}
