public import BACnet
public import PhaseLoom

/// A BACnet object as it was found.
public struct InventoryObject: Hashable, Sendable {
    /// Its type and instance.
    public var identifier: BACnet.ObjectIdentifier
    /// Its name.
    public var name: String?
    /// Its description.
    public var description: String?
    /// The units of its value.
    public var units: EngineeringUnits?
    /// The texts of its states: from state 1 for several states, inactive and active for two.
    public var stateTexts: [String]
    /// How many states it has.
    public var numberOfStates: UInt32?
    /// The change of its value that is reported.
    public var covIncrement: Double?
    /// Whether its value is cut off from the field.
    public var outOfService: Bool?
    /// How far its value can be trusted.
    public var statusFlags: StatusFlags?
    /// The number of its reliability; 0 is `no-fault-detected`.
    public var reliability: UInt32?
    /// The number of its event state; 0 is `normal`.
    public var eventState: UInt32?
    /// Whether it has a priority array, so that it can be commanded; `nil` when that is not known.
    public var isCommandable: Bool?
    /// Its present value.
    public var presentValue: PointValue?
    /// When the value was read.
    public var valueTime: Timestamp?
    /// The properties that could not be read.
    public var readErrors: [InventoryFault]

    /// Makes an object of which nothing more is known.
    public init(_ identifier: BACnet.ObjectIdentifier, name: String? = nil) {
        self.identifier = identifier
        self.name = name
        stateTexts = []
        readErrors = []
    }

    /// The text of the state that its value has; `nil` when there is none.
    public var stateText: String? {
        let first = identifier.type.isMultistate ? 1 : 0
        guard let number = presentValue?.number, let state = Int(exactly: number), state >= first,
            stateTexts.indices.contains(state - first)
        else { return nil }
        return stateTexts[state - first]
    }
}
