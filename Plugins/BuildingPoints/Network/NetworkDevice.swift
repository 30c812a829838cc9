/// A device on a trunk.
public struct NetworkDevice: Hashable, Sendable {
    /// What it is called; empty when the plan does not say.
    public var name: String
    /// The trunk on which it is.
    public var trunk: String
    /// Its BACnet instance; `nil` for a Modbus unit.
    public var instance: UInt32?
    /// Its number on a Modbus trunk; `nil` for a BACnet device.
    public var unit: UInt8?
    /// Its address on the trunk, such as the station of an MS/TP line; empty when the plan does not say.
    public var mac: String
    /// The largest message in octets that it takes; `nil` when the plan does not say.
    public var maxAPDU: Int?
    /// How many subscriptions it holds; `nil` when the plan does not say.
    public var covTable: Int?
    /// How many records per second its trend logs add that are read from it; `nil` for none.
    public var trendRate: Double?

    /// How many subscriptions a device holds whose maker does not say; an assumption.
    static let usualTable = 32

    /// How messages call it.
    var title: String {
        if let instance { return "device \(instance)" }
        return unit.map { "unit \($0) on '\(trunk.clipped)'" } ?? "'\(name.clipped)'"
    }
}
