public import BACnet
import FieldLinks
public import PhaseLoom

/// The survey of a device: its object list by the ladder, and of each object what an inventory wants to know.
public struct BACnetSurvey: Sendable {
    /// How much is read of each object.
    public var depth: SurveyDepth

    /// Makes a survey.
    public init(depth: SurveyDepth = .full) { self.depth = depth }

    /// Reads a device.
    ///
    /// What cannot be read is in the result with the reason; nothing is left out. When the link fails on the way, what
    /// was read until then is kept, and the rest has that as its reason.
    ///
    /// - Parameters:
    ///   - sighting: the device.
    ///   - reader: the client on its trunk.
    ///   - clock: what tells the time of readings.
    ///   - progress: is told how many of how many objects were read.
    /// - Returns: what was read.
    /// - Throws: `BACnetError.link` of the code `cancelled` when the task is cancelled.
    public func read(
        _ sighting: DeviceSighting, with reader: BACnetReader, clock: () -> Timestamp? = { nil },
        progress: (Int, Int) -> Void = { _, _ in }
    ) throws(BACnetError) -> SurveyedDevice {
        var readings = SurveyReadings()
        let objects: [BACnet.ObjectIdentifier]
        var (listError, listRefusal): (BACnetError?, BACnetError?) = (nil, nil)
        do throws(BACnetError) {
            let list = try reader.objectList(of: sighting.device, at: sighting.peer, maxAPDU: sighting.maxAPDU)
            (objects, listRefusal) = (list.objects, list.refusal)
            readings.add(list.failures, at: clock())
        } catch {
            if error.isCancellation { throw error }
            (objects, listError) = ([], error)
        }
        progress(0, objects.count)
        // A device that answers, if not with its list, still has its device object.
        let answers = listError?.isAnswer ?? true
        let work = objects + (answers && !objects.contains(sighting.device) ? [sighting.device] : [])
        for start in stride(from: 0, to: work.count, by: Self.portion) {
            if Task.isCancelled { throw .link(LinkError(.cancelled, "the survey is no longer wanted")) }
            let portion = work[start..<min(start + Self.portion, work.count)]
            try readings.read(portion.flatMap { depth.targets(of: $0) }, of: sighting, with: reader, clock)
            progress(min(portion.endIndex, objects.count), objects.count)
        }
        return SurveyedDevice(
            sighting: sighting, objects: objects, listError: listError, listRefusal: listRefusal,
            readings: readings.all, times: readings.times, observed: reader.observed(sighting.peer))
    }

    /// How many objects are read between two reports of progress.
    private static let portion = 100
}

/// What was read of a device so far.
private struct SurveyReadings {
    private(set) var all: [PropertyReading] = []
    /// When, at the places of the readings; empty when nobody tells the time.
    private(set) var times: [Timestamp] = []
    /// Why the link carries nothing any more.
    private var interruption: BACnetError?

    mutating func add(_ readings: [PropertyReading], at time: Timestamp?) {
        all += readings
        if let time { times += Array(repeating: time, count: readings.count) }
    }

    mutating func read(
        _ targets: [PropertyTarget], of device: DeviceSighting, with reader: BACnetReader, _ clock: () -> Timestamp?
    ) throws(BACnetError) {
        if interruption == nil {
            do throws(BACnetError) {
                return add(try reader.read(targets, at: device.peer, maxAPDU: device.maxAPDU), at: clock())
            } catch {
                if error.isCancellation { throw error }
                interruption = error
            }
        }
        add(targets.map { PropertyReading($0, .failure(interruption ?? .timedOut)) }, at: clock())
    }
}
