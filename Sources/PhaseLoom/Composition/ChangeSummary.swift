extension Change.Operation {
    /// The change in a few words, for claims and explanations.
    package var summary: String {
        switch self {
        case .insert(let insert): "insert phase '\(insert.id)'\(Self.position(insert))"
        case .perform(let perform): "perform '\(perform.id)' during \(perform.target)"
        case .require(let require):
            "require \(require.isMandated ? "by mandate " : "")'\(require.id)' to enter \(require.target)"
        case .expect(let expect):
            "expect \(expect.isMandated ? "by mandate " : "")'\(expect.id)' at the gate of \(expect.target)"
        case .limit(let limit): "limit '\(limit.criterion)' to \(limit.interval)"
        case .order(let order): "order \(order.first) before \(order.then)"
        case .loopBack(let loop): "loop '\(loop.id)' back from \(loop.from) to \(loop.to), at most \(loop.limit) times"
        case .compress(let compress): "compress \(compress.from) through \(compress.through) into '\(compress.id)'"
        case .waive(let waive): "waive '\(waive.obligation)': \(waive.reason) (\(waive.authority))"
        case .produce(let produce): "produce \(Self.list(produce.artifacts)) in \(produce.target)"
        case .consume(let consume): "consume \(Self.list(consume.artifacts)) in \(consume.target)"
        case .artifact(let artifact): "declare artifact '\(artifact.id)'"
        case .track(let track): "declare track '\(track.id)'"
        }
    }

    private static func position(_ insert: Insert) -> String {
        var text = ""
        if !insert.after.isEmpty { text += " after " + list(insert.after) }
        if !insert.before.isEmpty { text += " before " + list(insert.before) }
        return text
    }

    private static func list(_ items: [some CustomStringConvertible]) -> String {
        items.map(\.description).joined(separator: ", ")
    }
}
