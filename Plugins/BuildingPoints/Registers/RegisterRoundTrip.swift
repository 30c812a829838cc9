extension RegisterPoint {
    /// The furthest that a value may be from what comes back when it goes into the registers and is read again.
    ///
    /// Whole numbers are off by half a step of the registers: ½ · |scale of the point| / |scale of the conversion|.
    /// Numbers of binary32 are off by up to a last place of the greatest one in place of ½: half of it when they are
    /// written, half when the shortest decimal is taken for them. What conversions round away beyond 15 significant
    /// digits is not counted. A check of a design compares the distance with the tolerance of the point.
    ///
    /// - Parameters:
    ///   - conversion: how values of the source become those of the point, such as that of a row of a matrix.
    ///   - range: the values of the source.
    /// - Returns: the distance in the units of the source; `nil` when an end of the range does not fit the registers,
    ///   for texts and bits, and where a register of the device says the scale.
    /// - Complexity: O(1).
    public func worstRoundTrip(
        of conversion: LinearConversion = .identity, over range: ClosedRange<Double>
    ) -> Double? {
        guard scaleFactor == nil else { return nil }
        let ends = [range.lowerBound, range.upperBound].map { self.conversion.source(of: conversion.target(of: $0)) }
        guard ends.allSatisfy(\.isFinite) else { return nil }
        let greatest = ends.map(\.magnitude).max() ?? 0
        let step: Double
        switch type {
        case .text, .bits, .octets: return nil
        case .float64: step = 0
        case .float32:
            guard Float(greatest).isFinite else { return nil }
            step = 2 * Double(Float(greatest).ulp)
        default:
            guard let limits = type.range(count: count), ends.allSatisfy({ limits.contains($0.rounded()) }) else {
                return nil
            }
            step = 1
        }
        return DecimalText.rounded(step / 2 * (self.conversion.scale / conversion.scale).magnitude)
    }
}
