/// The kinds of change that an overlay file can state, by the key that names them.
enum ChangeKind: String, CaseIterable {
    case insert, activity, entry, criterion, bound, order, loop, compress, waive, produce, consume

    /// The keys of the change's body.
    var keys: [String] {
        let own =
            switch self {
            case .insert: ["phase", "after", "before", "track"]
            case .activity: ["in", "id", "title", "after", "when"]
            case .entry: ["to", "id", "statement", "needs", "proof", "status"]
            case .criterion: ["at", "id", "statement", "needs", "proof", "bound", "status", "deferTo"]
            case .bound: ["criterion", "min", "max"]
            case .order: ["first", "then"]
            case .loop: ["id", "from", "to", "while", "limit"]
            case .compress: ["from", "through", "into", "defer"]
            case .waive: ["obligation", "reason", "authority"]
            case .produce, .consume: ["phase", "artifacts"]
            }
        return own + ["cites", "ifPresent"]
    }
}
