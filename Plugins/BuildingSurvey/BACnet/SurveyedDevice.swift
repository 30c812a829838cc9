public import BACnet

/// What a survey read of a device, as it was read.
public struct SurveyedDevice: Hashable, Sendable {
    /// The device, and where it was found.
    public let sighting: DeviceSighting
    /// Its objects; empty, with ``listError``, when not even their number could be read.
    public let objects: [ObjectIdentifier]
    /// Why the list of objects could not be read; `nil` when it could.
    public let listError: BACnetError?
    /// Elements of the list, and properties, each with what it holds or why it was not read.
    public let readings: [PropertyReading]
    /// What the device was seen to do, beside what it says of itself.
    public let observed: ObservedCapability

    /// The readings that failed for another reason than that the object has no such property.
    public var failures: [PropertyReading] {
        readings.filter {
            guard case .failure(let error) = $0.outcome else { return false }
            if case .error(_, .unknownProperty) = error { return false }
            return true
        }
    }
}
