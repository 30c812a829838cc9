public import BACnet

/// The survey of a device: its object list by the ladder, and of each object what an inventory wants to know.
public struct BACnetSurvey: Sendable {
    /// Properties that are read of every object besides those that its type suggests.
    public var additional: [PropertyIdentifier]

    /// Makes a survey.
    public init(additional: [PropertyIdentifier] = [.eventState, .priorityArray]) { self.additional = additional }

    /// Reads a device.
    ///
    /// What cannot be read is in the result with the reason; nothing is left out.
    ///
    /// - Parameters:
    ///   - sighting: the device.
    ///   - reader: the client on its trunk.
    ///   - progress: is told how many of how many objects were read.
    /// - Returns: what was read.
    /// - Throws: `BACnetError.link` when the link fails or the task is cancelled.
    public func read(
        _ sighting: DeviceSighting, with reader: BACnetReader, progress: (Int, Int) -> Void = { _, _ in }
    ) throws(BACnetError) -> SurveyedDevice {
        var objects: [ObjectIdentifier] = []
        var readings: [PropertyReading] = []
        var listError: BACnetError?
        do throws(BACnetError) {
            let list = try reader.objectList(of: sighting.device, at: sighting.peer, maxAPDU: sighting.maxAPDU)
            (objects, readings) = (list.objects, list.failures)
        } catch {
            if case .link = error { throw error }
            listError = error
        }
        progress(0, objects.count)
        for start in stride(from: 0, to: objects.count, by: Self.portion) {
            let portion = objects[start..<min(start + Self.portion, objects.count)]
            let targets = portion.flatMap(targets)
            readings += try reader.read(targets, at: sighting.peer, maxAPDU: sighting.maxAPDU)
            progress(portion.endIndex, objects.count)
        }
        return SurveyedDevice(
            sighting: sighting, objects: objects, listError: listError, readings: readings,
            observed: reader.observed(sighting.peer))
    }

    /// How many objects are read between two reports of progress.
    private static let portion = 100

    private func targets(_ object: ObjectIdentifier) -> [PropertyTarget] {
        let suggested = object.type.surveyedProperties
        let others = object.type.hasPresentValue ? additional.filter { !suggested.contains($0) } : []
        return (suggested + others).map { PropertyTarget(object, PropertyReference($0)) }
    }
}
