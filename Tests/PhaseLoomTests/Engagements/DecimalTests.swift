import PhaseLoom
import Testing

/// Bounds compare numbers as people write them.
@Suite struct DecimalTests {
    /// Values, the least that a bound allows, and by how much they miss it; `nil` when they do not.
    ///
    /// Computed with Python's `decimal`: both numbers rounded half up to 15 significant digits, their difference to the
    /// last digit of the less exact one, or of the more exact one where nothing would be left.
    static let table: [(value: Double, min: Double, distance: Double?)] = [
        (0.85, 0.8500000000000001, nil),
        (0.81, 0.85, 0.04),
        (0.8500000000000001, 0.85, nil),
        (0.30000000000000004, 0.3, nil),
        (0.3, 0.30000000000000004, nil),
        (29.999999999999996, 30, nil),
        (29.99999999999, 30, 1e-11),
        (1000000000000000.0, 1000000000000001.0, nil),
        (123456789012345.0, 123456789012346.0, 1.0),
        (1e+300, 2e+300, 1e+300),
        (0x1p-1074, 0x1p-1073, 0x1p-1074),
        (-1.5, -1.0, 0.5),
        (-1.0, -1.5, nil),
        (-0.30000000000000004, -0.3, nil),
        (0.0, 0x1p-1074, 0x1p-1074),
        (0.0, 1e-09, 1e-09),
        (2.675, 2.68, 0.005),
        (1004.9999999999999, 1005.0, nil),
        (0.30000000000000004, 0.3, nil),
        (434.99999999999994, 435.0, nil),
        (3.3000000000000003, 3.3, nil),
        (99.995, 100.0, 0.005),
        (7.000000000000001, 7.0, nil),
        (9007199254740992.0, 9007199254740992.0, nil),
        (99999999999999.9, 100000000000000.0, 0.1),
        (0.999999999999999, 1.0, 1e-15),
        (0.9999999999999999, 1.0, nil),
        (174.66129999999998, 174.6616, 0.0003),
        (609.149554, 609.149557, 3e-06),
        (3.0, 4.0, 1.0),
        (361.5, 361.6, 0.1),
        (595.1999999999999, 595.2, nil),
        (344.07, 344.07, nil),
        (409.0, 409.0, nil),
        (78.804, 78.805, 0.001),
        (230.0, 231.0, 1.0),
        (2.43, 2.46, 0.03),
        (750.6258999999999, 750.6259, nil),
        (216.9, 217.0, 0.1),
        (132.39000000000001, 132.4, 0.01),
        (837.9577099999999, 837.95774, 3e-05),
        (384.699, 384.7, 0.001),
        (887.6011899999999, 887.60119, nil),
        (519.03, 519.04, 0.01),
        (690.6427, 690.6428, 0.0001),
        (710.0119999999998, 710.012, nil),
        (482.4, 482.4, nil),
        (660.8834339, 660.883434, 1e-07),
        (362.27954, 362.27954, nil),
        (117.9, 117.903, 0.003),
        (988.45, 988.45, nil),
        (950.9, 951.0, 0.1),
        (7.679999999999999, 7.68, nil),
        (478.11, 478.14, 0.03),
        (30.578999999999997, 30.58, 0.001),
        (413.99, 414.0, 0.01),
        (705.6197000000001, 705.6198, 0.0001),
    ]

    @Test(arguments: table) func `a value meets a bound as Python's decimal says`(
        value: Double, min: Double, distance: Double?
    ) {
        let expected = distance.map { Interval.Standing.below($0) } ?? .within
        #expect(Interval.atLeast(min).standing(of: value) == expected)
    }

    @Test(arguments: table) func `at most is at least, mirrored`(value: Double, min: Double, distance: Double?) {
        let expected = distance.map { Interval.Standing.above($0) } ?? .within
        #expect(Interval.atMost(-min).standing(of: -value) == expected)
    }

    @Test(arguments: [Double.nan, .infinity, -.infinity, .signalingNaN])
    func `what is no number meets no bound`(value: Double) {
        #expect(Interval.atLeast(0).standing(of: value) == .undefined)
        #expect(Interval.unbounded.standing(of: value) == .undefined)
    }

    @Test(arguments: [0.81, 1.5, 12.49, 0.004, 1e-9, 1_234_567.25])
    func `how far a number is from zero is that number`(value: Double) {
        #expect(Interval.exactly(0).standing(of: value) == .above(value))
        #expect(Interval.exactly(0).standing(of: -value) == .below(value))
        #expect(Interval.atLeast(value).standing(of: 0) == .below(value))
    }

    @Test func `a distance that no number holds is infinite`() {
        let greatest = Double.greatestFiniteMagnitude
        #expect(Interval.atLeast(greatest).standing(of: -greatest) == .below(.infinity))
    }

    @Test func `both ends of an interval count`() {
        let interval = Interval.within(0.1...0.3)
        #expect(interval.standing(of: 0.1 + 0.2) == .within)
        #expect(interval.standing(of: 0.1) == .within)
        #expect(interval.standing(of: 0.31) == .above(0.01))
        #expect(interval.standing(of: 0.09) == .below(0.01))
    }
}
