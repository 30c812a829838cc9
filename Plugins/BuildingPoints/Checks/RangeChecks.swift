/// The rules that ask whether registers hold what a matrix sends through them.
extension MatrixChecks {
    /// Raw numbers are those that registers hold before their map's own conversion.
    ///
    /// Where a register of the device says the scale, nobody knows the raw numbers yet.
    mutating func checkRange(_ row: MatrixRow, _ line: Int) {
        let ends =
            [
                known.register(row.source).map { ($0, { $0 }) },
                known.register(row.target).map { ($0, row.conversion.target) },
            ]
            as [(RegisterPoint, (Double) -> Double)?]
        for case (let point, let convert)? in ends where point.scaleFactor == nil {
            for end in [row.minimum, row.maximum] {
                guard let end else { continue }
                let raw = point.conversion.source(of: convert(end))
                guard !point.holds(raw) else { continue }
                note(
                    .rangeOverflow, row, line,
                    "\(DecimalText.text(end)) becomes \(DecimalText.text(raw)), which no '\(point.type.rawValue)' holds",
                    "choose another type or scale")
            }
        }
    }

    /// Compares what a value loses in the registers of the target with the tolerance that the row states, otherwise
    /// with half a step of the source's registers.
    mutating func checkResolution(_ row: MatrixRow, _ line: Int) {
        guard let point = known.register(row.target), let low = row.minimum ?? row.maximum,
            let high = row.maximum ?? row.minimum, low <= high,
            let worst = point.worstRoundTrip(of: row.conversion, over: low...high)
        else { return }
        let step = known.register(row.source)?.step
        guard let allowed = row.tolerance ?? step.map({ $0 / 2 }) else { return }
        // Beyond 15 digits a distance is noise.
        guard worst > allowed, DecimalText.rounded(worst - allowed) > worst * 1e-9 else { return }
        let reason = row.tolerance == nil ? "half a step of the source's registers" : "the tolerance of the row"
        note(
            .lostResolution, row, line,
            "a value of the source may be off by \(DecimalText.text(worst)) in '\(point.type.rawValue)', where "
                + "\(DecimalText.text(allowed)) is \(reason)",
            "choose another type or scale, or state the tolerance that the design needs")
    }
}

extension RegisterPoint {
    /// Whether the registers hold a raw number, rounded where they hold whole ones.
    fileprivate func holds(_ raw: Double) -> Bool {
        if type == .float32 { return Float(raw).isFinite }
        return type.range(count: count)?.contains(raw.rounded()) ?? true
    }

    /// The distance from one value of the registers to the next, in the units of the point; `nil` where it is not the
    /// same everywhere, or a register of the device says it.
    fileprivate var step: Double? {
        scaleFactor == nil && type.range(count: count) != nil ? conversion.scale.magnitude : nil
    }
}
