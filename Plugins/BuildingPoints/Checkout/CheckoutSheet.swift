/// A sheet of points that were checked: expected beside observed, with the octets as evidence.
public struct CheckoutSheet: Hashable, Sendable {
    /// The name of the format, with its version.
    public static let format = "phaseloom.checkout/1"

    /// The name of the building or the part of it; empty when it is not told.
    public var site: String
    /// The points in the order in which they are checked.
    public var rows: [CheckoutRow]

    /// Makes a sheet of rows.
    public init(site: String = "", rows: [CheckoutRow]) {
        self.site = site
        self.rows = rows
    }

    /// The share of points that agree; `nil` for a sheet without points.
    ///
    /// - Complexity: O(*n*) in the number of points.
    public var agreeingShare: Double? {
        rows.isEmpty ? nil : Double(rows.count { $0.result == .agrees }) / Double(rows.count)
    }

    /// How many points have each result, in the order of ``CheckoutResult``.
    ///
    /// - Complexity: O(*n*) in the number of points.
    public var counts: [(result: CheckoutResult, count: Int)] {
        let results = rows.map(\.result)
        return CheckoutResult.allCases.map { result in (result, results.count { $0 == result }) }
    }

    /// Goes on with an earlier sheet of the same points: what passed there need not be read again.
    ///
    /// A point keeps what was read when it passed and nobody changed since what it should show. What a tester noted is
    /// kept in any case, and so is what was entered by hand for ends on no network.
    ///
    /// - Parameter earlier: the earlier sheet.
    /// - Returns: the places of the points that are to be read.
    /// - Complexity: O(*n*) in the number of points.
    public mutating func goOn(from earlier: CheckoutSheet) -> [Int] {
        var known: [[PointReference]: CheckoutRow] = [:]
        for row in earlier.rows { known[[row.source, row.target]] = row }
        var open: [Int] = []
        for place in rows.indices {
            guard let before = known[[rows[place].source, rows[place].target]] else {
                open.append(place)
                continue
            }
            if before.result == .agrees, before.design == rows[place].design {
                rows[place] = before
                continue
            }
            rows[place].take(notesOf: before)
            open.append(place)
        }
        if site.isEmpty { site = earlier.site }
        return open
    }
}

extension CheckoutRow {
    fileprivate mutating func take(notesOf before: CheckoutRow) {
        if !before.tester.isEmpty { tester = before.tester }
        if !before.remark.isEmpty { remark = before.remark }
        deficiency = before.deficiency
        if !source.isOnNetwork { sourceReading = before.sourceReading }
        if !target.isOnNetwork { targetReading = before.targetReading }
    }
}
