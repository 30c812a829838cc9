import BuildingPoints
import BuildingSurvey
import FieldLinks
import PhaseLoom

extension FuzzedParser {
    /// Captures and the inventories made of them; pieces of another size have to give the same.
    public static let capture = FuzzedParser("CaptureFuzz", limit: 100_000) { octets in
        keepsEvents(octets)
        keepsInventory(octets)
    }

    private static func keepsEvents(_ octets: [UInt8]) {
        var whole = CaptureDecoder()
        let events = whole.events(in: octets) + whole.finish()
        var parts = CaptureDecoder()
        var same: [CaptureEvent] = []
        for start in stride(from: 0, to: octets.count, by: 37) {
            same += parts.events(in: Array(octets[start..<min(start + 37, octets.count)]))
        }
        same += parts.finish()
        precondition(events == same && whole.tally == parts.tally, "pieces give something else")
    }

    /// The inventory of a capture is written so that it reads as an equal one.
    private static func keepsInventory(_ octets: [UInt8]) {
        var survey = CaptureSurvey()
        survey.take(octets)
        let written = survey.finish().inventory.json.compactBytes
        guard let again = try? PointInventory(json: written, file: "written.json") else {
            preconditionFailure("the inventory of a capture cannot be read")
        }
        precondition(again.json.compactBytes == written, "what was written reads back differently")
    }
}
