public import BACnet

/// An object of a simulated device, with its properties.
public struct SimulatedObject: Hashable, Sendable {
    /// The object.
    public let identifier: ObjectIdentifier
    /// What its properties hold; the elements of a list one after the other.
    public var properties: [PropertyIdentifier: [BACnetValue]]
    /// The properties that are arrays, whose elements can be read one by one.
    public var arrays: Set<PropertyIdentifier> = [.objectList, .stateText, .priorityArray, .propertyList]
    /// The properties that may be written whatever state the object is in.
    public var writable: Set<PropertyIdentifier> = [.outOfService, .covIncrement, .relinquishDefault]
    /// How its present value changes with time; `nil` for one that stays.
    public var signal: SimulatedSignal?
    /// What it has recorded; `nil` for an object that is no log.
    public var log: SimulatedLog?

    /// Makes an object with a name, and other properties.
    public init(
        _ identifier: ObjectIdentifier, _ name: CharacterString, _ properties: [PropertyIdentifier: [BACnetValue]] = [:]
    ) {
        self.identifier = identifier
        self.properties = properties
        self.properties[.objectIdentifier] = [.objectIdentifier(identifier)]
        self.properties[.objectName] = [.characterString(name)]
        self.properties[.objectType] = [.enumerated(identifier.type.number)]
    }

    /// The object with sixteen priorities, none of them commanded.
    ///
    /// Source: ANSI/ASHRAE 135-2020, clause 19.2.
    ///
    /// - Parameter relinquishDefault: what it holds while nothing commands it.
    /// - Returns: the object, which holds that.
    public func commandable(_ relinquishDefault: BACnetValue) -> SimulatedObject {
        var copy = self
        copy.properties[.relinquishDefault] = [relinquishDefault]
        copy.properties[.priorityArray] = Array(repeating: .null, count: 16)
        copy.properties[.currentCommandPriority] = [.null]
        copy.properties[.presentValue] = [relinquishDefault]
        return copy
    }

    /// Whether its present value follows an array of priorities.
    public var isCommandable: Bool {
        properties[.priorityArray]?.count == 16 && properties[.relinquishDefault]?.count == 1
    }

    /// Whether its present value is taken from the network instead of the plant.
    public var isOutOfService: Bool { properties[.outOfService] == [.boolean(true)] }

    /// What a property, or an element of it, holds.
    ///
    /// - Throws: the error with which a device answers.
    func read(_ reference: PropertyReference) throws(DeviceRefusal) -> [BACnetValue] {
        let values = try values(of: reference.property)
        guard let index = reference.index else { return values }
        guard arrays.contains(reference.property) else {
            throw .error(ServiceError(.property, .propertyIsNotAnArray))
        }
        if index == 0 { return [.unsigned(UInt64(values.count))] }
        guard let place = Int(exactly: index), place <= values.count else {
            throw .error(ServiceError(.property, .invalidArrayIndex))
        }
        return [values[place - 1]]
    }

    private func values(of property: PropertyIdentifier) throws(DeviceRefusal) -> [BACnetValue] {
        if let values = properties[property] { return values }
        switch property {
        case .propertyList: return listed.map { .enumerated($0.number) }
        // The records of a log are only read in ranges (clause 12.25).
        case .logBuffer where log != nil: throw .error(ServiceError(.property, .readAccessDenied))
        default: throw .error(ServiceError(.property, .unknownProperty))
        }
    }

    /// The properties that Property_List tells: all but itself and the three that name the object (clause 12.1.4).
    private var listed: [PropertyIdentifier] {
        present.filter { ![.objectIdentifier, .objectName, .objectType].contains($0) }
    }

    /// All properties but Property_List, by their numbers.
    private var present: [PropertyIdentifier] { (properties.keys + (log == nil ? [] : [.logBuffer])).sorted() }

    /// The properties that a reference to several of them means (clause 15.7.3.1.2).
    ///
    /// - Returns: the properties; `nil` when the reference means one.
    func expand(_ property: PropertyIdentifier) -> [PropertyIdentifier]? {
        switch property {
        case .all: present
        case .required: present.filter(identifier.type.requires)
        case .optional: present.filter { !identifier.type.requires($0) }
        default: nil
        }
    }
}
