import BuildingPoints
import PhaseLoom
import Testing

/// Rows of a checkout for tests.
enum SampleRows {
    static let time = Timestamp(milliseconds: 1_795_000_000_000)

    static func point(_ text: String) throws -> PointReference { try #require(PointReference(text)) }

    static func reading(_ value: String?, _ units: String = "", state: String = "") -> CheckoutReading {
        var reading = value.map { CheckoutReading($0) } ?? CheckoutReading(fault: "the device does not answer")
        reading.units = units
        reading.stateText = state
        reading.time = time
        reading.octets = [[0x44, 0x41]]
        return reading
    }

    /// A point whose target is on no network.
    static func row(
        _ expected: String, _ observed: String?, _ tolerance: Double? = nil,
        of source: String = "bacnet:1201/analog-input,1"
    ) throws -> CheckoutRow {
        var row = CheckoutRow(
            source: try point(source), target: .tag("=cmd"),
            expectation: CheckoutExpectation(expected, tolerance: tolerance))
        row.sourceReading = reading(observed)
        return row
    }

    /// A point with both ends on networks.
    static func ends(
        _ source: CheckoutReading?, _ target: CheckoutReading?, scale: Double = 1, offset: Double = 0,
        _ expectation: CheckoutExpectation = CheckoutExpectation()
    ) throws -> CheckoutRow {
        var row = CheckoutRow(
            source: try point("bacnet:1201/analog-input,1"),
            target: try point("modbus:gw/3/holding-registers/10"),
            conversion: try #require(LinearConversion(scale: scale, offset: offset)), expectation: expectation)
        row.sourceReading = source
        row.targetReading = target
        return row
    }
}
