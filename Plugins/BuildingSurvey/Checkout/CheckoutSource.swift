public import BuildingPoints

/// What gives the readings of a checkout: the devices themselves, or a capture of what they said.
public protocol CheckoutSource {
    /// Reads a point that is on a network; what cannot be read is a reading without a value, and the reason.
    ///
    /// - Throws: `CancellationError` when the task is cancelled.
    mutating func reading(of point: PointReference) throws(CancellationError) -> CheckoutReading
}

extension CheckoutSheet {
    /// Reads both ends of points as far as they are on a network, each end once however many points it belongs to.
    ///
    /// - Parameters:
    ///   - places: the places of the points in the sheet; those that do not exist are passed over.
    ///   - source: what gives the readings.
    ///   - progress: is told how many points are done.
    /// - Throws: `CancellationError` when the task is cancelled.
    /// - Complexity: two readings for each point.
    public mutating func check(
        _ places: [Int], with source: inout some CheckoutSource, progress: (Int) -> Void = { _ in }
    ) throws(CancellationError) {
        var known: [PointReference: CheckoutReading] = [:]
        for (done, place) in places.enumerated() where rows.indices.contains(place) {
            for end in [rows[place].source, rows[place].target] where end.isOnNetwork && known[end] == nil {
                if Task.isCancelled { throw CancellationError() }
                known[end] = try source.reading(of: end)
            }
            if let reading = known[rows[place].source] { rows[place].sourceReading = reading }
            if let reading = known[rows[place].target] { rows[place].targetReading = reading }
            progress(done + 1)
        }
    }
}
