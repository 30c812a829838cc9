import BACnet
public import BuildingPoints
import FieldLinks

extension InventoryDevice {
    /// Fills in what a device says of itself.
    ///
    /// - Parameters:
    ///   - readings: what was read of its device object.
    ///   - announced: what it said when it was asked who it is, for what was not read.
    mutating func fill(from readings: ObjectReadings, _ announced: IAm?) {
        var fields = RecordFields(readings)
        name = fields.text(.objectName)
        description = fields.text(.description)
        location = fields.text(.location)
        vendorName = fields.text(.vendorName)
        modelName = fields.text(.modelName)
        firmwareRevision = fields.text(.firmwareRevision)
        applicationSoftware = fields.text(.applicationSoftwareVersion)
        vendorIdentifier = fields.whole(.vendorIdentifier) ?? announced.map { UInt32($0.vendor) }
        protocolVersion = fields.whole(.protocolVersion)
        protocolRevision = fields.whole(.protocolRevision)
        maxAPDU = fields.whole(.maxApduLengthAccepted) ?? announced?.maxAPDU
        segmentation = fields.whole(.segmentationSupported).map { Segmentation($0) } ?? announced?.segmentation
        databaseRevision = fields.whole(.databaseRevision)
        services = fields.bits(.protocolServicesSupported).map(ServicesSupported.names) ?? []
        if let bits = fields.bits(.protocolObjectTypesSupported) {
            objectTypes = (0..<bits.count).filter { bits[$0] }.map { ObjectType(UInt32(truncatingIfNeeded: $0)) }
        }
        faults += fields.faults
    }

    /// Makes the record of a device that was surveyed, with its objects in canonical order.
    ///
    /// What could not be read stands in the faults of the device or the read errors of the object, with the reason.
    /// That an object does not have a property is no fault.
    ///
    /// - Complexity: O(*n* log *n*) in the number of readings.
    public init(_ surveyed: SurveyedDevice) {
        self = surveyed.recorder.record(
            at: surveyed.sighting.peer.endpoint.description, surveyed.sighting.peer.route)
    }
}
