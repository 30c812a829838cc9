/// A row of an integration matrix: one point that becomes another.
public struct MatrixRow: Hashable, Sendable {
    /// The point that values come from.
    public var source: PointReference
    /// The point that they go to.
    public var target: PointReference
    /// Whether the source is planned and not yet in the baseline.
    public var isNew: Bool
    /// Which way values flow.
    public var direction: MatrixDirection
    /// How a value of the source becomes one of the target.
    public var conversion: LinearConversion
    /// The units of the source, as the matrix has them; empty when it does not say.
    public var sourceUnits: String
    /// The units of the target, as the matrix has them; empty when it does not say.
    public var targetUnits: String
    /// The class of polling, such as `fast`, whose seconds the network plan tells; empty when the matrix does not say.
    public var pollClass: String
    /// The seconds between two polls, or `nil` where changes are reported.
    public var pollSeconds: Double?
    /// The lifetime in seconds of a subscription to changes; `nil` where the point is polled.
    public var covLifetime: Double?
    /// Who answers for the point; empty when the matrix does not say.
    public var owner: String
    /// The priority of writes, 1 to 16; `nil` when the matrix does not say.
    public var priority: Int?
    /// The value that stands in when the source fails; empty for none.
    public var failureValue: String
    /// The least value of the source; `nil` when the matrix does not say.
    public var minimum: Double?
    /// The greatest value of the source; `nil` when the matrix does not say.
    public var maximum: Double?
    /// How far a value may be off once it reached the target, in the units of the source; `nil` when the matrix does
    /// not say.
    public var tolerance: Double?
    /// How many states the design counts with; `nil` when the matrix does not say.
    public var states: Int?

    /// Makes a row that reads one point for another.
    public init(source: PointReference, target: PointReference) {
        self.source = source
        self.target = target
        isNew = false
        direction = .read
        conversion = .identity
        sourceUnits = ""
        targetUnits = ""
        pollClass = ""
        owner = ""
        failureValue = ""
    }
}

/// Which way the values of a matrix row flow.
public enum MatrixDirection: String, Hashable, Sendable, CaseIterable {
    /// From the source to the target: the source is read.
    case read
    /// From the target to the source: the source is written.
    case write
    /// Both ways: the source is read and written.
    case both

    /// Whether the source is written.
    public var isWriting: Bool { self != .read }
}
