public import BACnet
import BuildingPoints
public import PhaseLoom

/// What a survey read of a device, as it was read.
public struct SurveyedDevice: Hashable, Sendable {
    /// The device, and where it was found.
    public let sighting: DeviceSighting
    /// Its objects; empty, with ``listError``, when not even their number could be read.
    public let objects: [BACnet.ObjectIdentifier]
    /// Why the list of objects could not be read; `nil` when it could.
    public let listError: BACnetError?
    /// Why the device did not give the list of objects as a whole; `nil` when it did.
    public let listRefusal: BACnetError?
    /// Elements of the list, and properties, each with what it holds or why it was not read.
    public let readings: [PropertyReading]
    /// When the readings were made, at their places; empty when nobody told the time.
    public let times: [Timestamp]
    /// What the device was seen to do, beside what it says of itself.
    public let observed: ObservedCapability

    /// The readings that failed for another reason than that the object has no such property.
    public var failures: [PropertyReading] {
        readings.filter {
            if case .failure(let error) = $0.outcome { !error.isAbsence } else { false }
        }
    }

    /// All of it as the record grows out of it.
    var recorder: DeviceRecorder {
        var recorder = DeviceRecorder()
        recorder.take(
            IAm(
                device: sighting.device, maxAPDU: UInt32(clamping: sighting.maxAPDU),
                segmentation: sighting.segmentation, vendor: sighting.vendor))
        for object in objects { recorder.list(object) }
        for (place, reading) in readings.enumerated() {
            recorder.take(reading, at: times.indices.contains(place) ? times[place] : nil)
        }
        recorder.isListed = listError == nil
        if let listError { recorder.faults = [InventoryFault("object-list", listError)] }
        recorder.segmentation = observedSegmentation
        return recorder
    }

    /// What became of the one answer that is longer than a frame in most devices.
    private var observedSegmentation: ObservedSegmentation? {
        if let refusal = listRefusal ?? listError {
            return refusal.refusesSegments ? .refused : refusal == .timedOut ? .silent : nil
        }
        // Each object takes five octets: a list that is longer than a frame cannot have come without segments.
        return objects.count > sighting.maxAPDU / 5 ? .segmented : nil
    }
}
