public import BACnet

/// An object of a simulated device, with its properties.
public struct SimulatedObject: Hashable, Sendable {
    /// The object.
    public let identifier: ObjectIdentifier
    /// What its properties hold; the elements of a list one after the other.
    public var properties: [PropertyIdentifier: [BACnetValue]]
    /// The properties that are arrays, whose elements can be read one by one.
    public var arrays: Set<PropertyIdentifier> = [.objectList, .stateText, .priorityArray]

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

    /// What a property, or an element of it, holds.
    ///
    /// - Throws: the error with which a device answers.
    func read(_ reference: PropertyReference) throws(DeviceRefusal) -> [BACnetValue] {
        guard let values = properties[reference.property] else {
            throw .error(ServiceError(.property, .unknownProperty))
        }
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
}
