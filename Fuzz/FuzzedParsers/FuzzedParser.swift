/// A parser of what comes from a building, with the laws that hold whatever it is given.
///
/// The fuzzers and the run of seeded mutations share them; a law that is broken stops the process.
public struct FuzzedParser: Sendable {
    /// The name, which is that of the folder with its seeds.
    public let name: String
    /// Reads octets, and checks the laws.
    public let read: @Sendable ([UInt8]) -> Void

    /// The most processor time that an input may take, in microseconds: a message is one of thousands, a file is read
    /// once.
    public let limit: Double

    init(_ name: String, limit: Double = 10_000, _ read: @escaping @Sendable ([UInt8]) -> Void) {
        self.name = name
        self.limit = limit
        self.read = read
    }

    /// All of them.
    public static let all = [bacnet, modbus, capture, pointList]
}
