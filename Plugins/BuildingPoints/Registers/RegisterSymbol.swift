import PhaseLoom

/// The name of a state, or of a bit, of a register.
public struct RegisterSymbol: Hashable, Sendable {
    /// The number that the state has, or the place of the bit from the lowest, 0.
    public var value: UInt32
    /// The name.
    public var name: String

    /// Makes a name for a number.
    public init(_ value: UInt32, _ name: String) {
        self.value = value
        self.name = name
    }

    var json: JSONValue { ["value": .integer(Int(value)), "name": .string(name)] }

    init(_ node: RecordNode) throws(RecordFault) {
        let object = try node.object(["value", "name"])
        self.init(try object.required("value").whole(), try object.required("name").text())
    }
}
