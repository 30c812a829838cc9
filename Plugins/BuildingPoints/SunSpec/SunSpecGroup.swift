/// A group of points of a SunSpec model, and of the groups behind them.
public struct SunSpecGroup: Hashable, Sendable {
    /// The name, such as `module`.
    public let name: String
    /// Whether its points are to be read and written all at once.
    public let isSynchronous: Bool
    /// How often it stands there.
    public let repetition: Repetition
    /// Its own points, which stand first.
    public let points: [SunSpecPoint]
    /// The groups behind them.
    public let groups: [SunSpecGroup]

    /// How often a group stands in a model.
    public enum Repetition: Hashable, Sendable {
        /// So many times.
        case times(Int)
        /// As often as the value of a point says.
        case point(String)
        /// As often as the length of the model has room for.
        case rest
    }

    /// How many registers it takes once; `nil` where groups in it repeat as the device likes.
    var size: Int? {
        var total = points.reduce(0) { $0 + $1.registerCount }
        for group in groups {
            guard case .times(let times) = group.repetition, let size = group.size, size <= 65_536 else { return nil }
            total += times * size
        }
        return total
    }
}
