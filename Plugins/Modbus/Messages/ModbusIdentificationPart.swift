/// A part of a device's identification: one response of several, if there are more objects than fit (clause 6.21).
public struct ModbusIdentificationPart: Hashable, Sendable {
    /// What was asked for.
    public let access: ModbusIdentificationAccess
    /// What the device has: 1 basic, 2 regular, 3 extended, and 128 more where single objects can be asked for.
    public let conformity: UInt8
    /// The object to go on with; `nil` after the last part.
    public let next: UInt8?
    /// The objects.
    public let objects: [ModbusIdentificationObject]

    /// Describes a part.
    public init(
        access: ModbusIdentificationAccess, conformity: UInt8, next: UInt8?, objects: [ModbusIdentificationObject]
    ) {
        self.access = access
        self.conformity = conformity
        self.next = next
        self.objects = objects
    }
}
