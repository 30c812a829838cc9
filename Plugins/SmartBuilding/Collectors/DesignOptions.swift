import BuildingPoints
import PhaseLoom

/// The options by which collectors read the lists, maps and reserves of a design.
enum DesignOptions {
    static let points = OverlayOption<String>.file(
        "points", help: "point lists and register maps, with commas between the paths", default: "")
    static let convention = OverlayOption<MapConvention>.choice(
        "convention", help: "how register maps count addresses that do not say so themselves", default: .undeclared)
    static let device = OverlayOption<Int>.integer(
        "device", help: "instance of the device that a list without one describes; 4194303 for none",
        default: Int(PointLists.unknownDevice), in: 0...Int(PointLists.unknownDevice))
    static let reserve = OverlayOption<Double>.number(
        "reserve", help: "share of each trunk that polling leaves free", default: 0.4, in: 0...0.95)
}

/// How register maps count addresses, as far as anybody declared it.
enum MapConvention: String, CaseIterable {
    case undeclared
    case zeroBased = "zero-based"
    case oneBased = "one-based"
    case reference

    var addresses: AddressConvention? { AddressConvention(rawValue: rawValue) }
}
