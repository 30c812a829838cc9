/// A point of a SunSpec model.
public struct SunSpecPoint: Hashable, Sendable {
    /// The name, such as `PhVphA`.
    public let name: String
    /// How registers make up its value.
    public let type: SunSpecType
    /// How many registers one value takes.
    public let size: Int
    /// How many values stand one behind another, nearly always 1.
    public let count: Int
    /// The power of ten by which raw numbers are multiplied; `nil` for none.
    public let scale: Scale?
    /// The units as the model has them, such as `W`; empty for none.
    public let units: String
    /// The name for people; empty for none.
    public let label: String
    /// Whether it can also be written.
    public let isWritable: Bool
    /// Whether every device with the model has it.
    public let isMandatory: Bool
    /// Whether its value stays the same while the device runs.
    public let isStatic: Bool
    /// The names of its states, or of its bits.
    public let symbols: [RegisterSymbol]
    /// The value that it always has, such as the number of the model; `nil` for none.
    public let fixedValue: Int?
    /// The line of the file on which it stands, from 1.
    public let line: Int

    /// The power of ten by which raw numbers are multiplied.
    public enum Scale: Hashable, Sendable {
        /// The value of another point.
        case point(String)
        /// A power that the model tells.
        case power(Int)
    }

    /// How many registers all its values take.
    var registerCount: Int { size * count }
}
