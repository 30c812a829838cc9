import BACnet
import BuildingPoints
import BuildingSurvey
import PhaseLoom

/// The options that surveys share, live or from a capture.
enum SurveyOptions {
    static let map = OverlayOption<String>.file(
        "map", help: "register maps and SunSpec models of Modbus units, with commas between the paths", default: "")
    static let baseline = OverlayOption<String>.file(
        "baseline", help: "earlier inventory that the result is compared with", default: "")
    static let site = OverlayOption<String>.text("site", help: "name of the building", default: "")
    static let redact = OverlayOption<Redaction>.choice(
        "redact", help: "what is taken out of the inventory before it is written", default: .nothing)
    static let descriptors = [
        map.descriptor, DesignOptions.convention.descriptor, baseline.descriptor, site.descriptor, redact.descriptor,
    ]
}

/// What is taken out of an inventory.
enum Redaction: String, CaseIterable {
    case nothing
    case names
    case addresses
    case all

    var parts: InventoryRedaction {
        switch self {
        case .nothing: []
        case .names: .names
        case .addresses: .addresses
        case .all: .all
        }
    }
}
