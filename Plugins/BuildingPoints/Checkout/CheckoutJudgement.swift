import BACnet

extension CheckoutRow {
    /// Why the point does not pass, in the order of the checks; empty when it does.
    ///
    /// What is read has to be trusted before it is compared: an end that says that it is faulty, overridden or out of
    /// service never passes, whatever its value. Ends that can both be read have to agree after the conversion, within
    /// the tolerance; numbers are compared with 15 significant digits.
    ///
    /// - Complexity: O(*n*) in the length of the texts.
    public var deficiencies: [CheckoutDeficiency] {
        var found = ends.isEmpty && sourceReading == nil && targetReading == nil ? [offNetwork] : []
        found += ends.flatMap { Self.doubts(about: $0.reading, of: $0.reference) }
        if found.isEmpty {
            found += ends.compactMap { Self.otherUnits($0.reading, than: $0.units, at: $0.reference) }
            found += [otherEndUnits, otherEnd, otherEndState, otherValue, otherState, nothingExpected]
                .compactMap { $0 }
        }
        guard !deficiency.isEmpty else { return found }
        return found + [CheckoutDeficiency(.noted, "'\(deficiency.clipped)'", hint: "mend it and check it again")]
    }

    private var offNetwork: CheckoutDeficiency {
        CheckoutDeficiency(
            .offNetwork, "neither '\(source)' nor '\(target)' is on a network",
            hint: "enter what the ends show in the sheet, or name a point that can be read")
    }

    // MARK: trust

    private static func doubts(about reading: CheckoutReading?, of point: PointReference) -> [CheckoutDeficiency] {
        guard let reading else {
            return [CheckoutDeficiency(.unread, "'\(point)' was not read", hint: "see that it can be reached")]
        }
        guard let value = reading.value else {
            return [
                CheckoutDeficiency(
                    .unread, "'\(point)' was not read: \(reading.fault.clipped(to: 300))",
                    hint: "see that it can be reached, and check it again")
            ]
        }
        let doubts = reading.doubts
        if doubts.contains(CheckoutReading.notImplemented) {
            return [
                CheckoutDeficiency(
                    .notImplemented, "'\(point)' shows '\(value.clipped)', which stands for having no value",
                    hint: "see whether the device has the point")
            ]
        }
        if !doubts.isEmpty {
            let words = doubts.joined(separator: ", ").clipped
            return [
                CheckoutDeficiency(
                    .unreliable, "'\(point)' says of its value '\(value.clipped)': \(words)",
                    hint: "mend or release the point, and check it again")
            ]
        }
        return impossible(value, of: point).map { [$0] } ?? []
    }

    /// Why a value is none that its kind of point can have.
    private static func impossible(_ value: String, of point: PointReference) -> CheckoutDeficiency? {
        if ["nan", "-nan", "inf", "-inf", "null"].contains(value.lowercased()) {
            return CheckoutDeficiency(
                .notFinite, "'\(point)' shows '\(value.clipped)', which is no value",
                hint: "see the sensor and its input")
        }
        guard case .bacnet(_, let object) = point, object.type.isMultistate || object.type.isBinary else { return nil }
        let number = DecimalText.number(value)
        // States count from 1, and binary values are 0 and 1: ANSI/ASHRAE 135, clauses 12 and 21.
        let isState = number.map { object.type.isBinary ? $0 == 0 || $0 == 1 : $0 >= 1 && $0 == $0.rounded() } ?? false
        guard !isState else { return nil }
        return CheckoutDeficiency(
            .illegalState, "'\(point)' shows '\(value.clipped)', which is no state",
            hint: object.type.isBinary ? "binary points show 0 or 1" : "states count from 1")
    }

    // MARK: units

    private static func otherUnits(
        _ reading: CheckoutReading?, than wanted: String, at point: PointReference
    ) -> CheckoutDeficiency? {
        guard let reading, !wanted.isEmpty, !isSame(reading.units, wanted) else { return nil }
        // Registers carry no units: where the map has none, there is nothing that could be wrong.
        if reading.units.isEmpty, case .modbus = point { return nil }
        let told = reading.units.isEmpty ? "no units" : "'\(reading.units.clipped)'"
        return CheckoutDeficiency(
            .units, "'\(point)' tells \(told), and '\(wanted.clipped)' is expected",
            hint: conversionHint(reading.units, wanted))
    }

    /// Whether ends that should show the same number count it in different units.
    private var otherEndUnits: CheckoutDeficiency? {
        guard conversion == .identity, sourceUnits.isEmpty, targetUnits.isEmpty, let one = sourceReading?.units,
            let other = targetReading?.units, !one.isEmpty, !other.isEmpty, !Self.isSame(one, other)
        else { return nil }
        return CheckoutDeficiency(
            .units, "'\(source)' tells '\(one.clipped)' and '\(target)' tells '\(other.clipped)'",
            hint: Self.conversionHint(one, other))
    }

    private static func isSame(_ one: String, _ other: String) -> Bool {
        if one == other { return true }
        guard let left = UnitText.units(one), let right = UnitText.units(other) else { return false }
        return left == right
    }

    private static func conversionHint(_ one: String, _ other: String) -> String {
        guard let left = UnitText.units(one), let right = UnitText.units(other),
            let found = UnitScale.conversion(from: left, to: right)
        else { return "correct the units of the point or those of the design" }
        let scale = DecimalText.text(found.scale)
        return "\(right) are \(left) · \(scale) + \(DecimalText.text(found.offset)): correct the point or the design"
    }

    // MARK: values

    /// Whether the target shows something else than the source, converted.
    private var otherEnd: CheckoutDeficiency? {
        guard let one = sourceReading?.value, let other = targetReading?.value else { return nil }
        let wanted = converted(one)
        let tolerance = expectation.tolerance.map {
            expectation.end == .target ? $0 : DecimalText.rounded($0 * conversion.scale.magnitude)
        }
        if Self.agree(wanted, other, tolerance) { return nil }
        return CheckoutDeficiency(
            .ends,
            "'\(source)' shows '\(one.clipped)' and '\(target)' shows '\(other.clipped)'"
                + (conversion == .identity ? "" : ", where '\(wanted.clipped)' is expected"),
            hint: "see the conversion, the addresses, and the time between the two readings")
    }

    private var otherEndState: CheckoutDeficiency? {
        guard conversion == .identity, let one = sourceReading?.stateText, let other = targetReading?.stateText,
            !one.isEmpty, !other.isEmpty, one != other
        else { return nil }
        return CheckoutDeficiency(
            .stateText, "'\(source)' calls its state '\(one.clipped)' and '\(target)' calls it '\(other.clipped)'",
            hint: "give the states of both ends the same texts in the same order")
    }

    /// What the end shows of which something is expected; what the source shows, converted, where the target is none
    /// that can be read.
    private var shown: (value: String, stateText: String, point: PointReference)? {
        if expectation.end == .source { return sourceReading.flatMap { shown($0, source) } }
        if let reading = targetReading { return shown(reading, target) }
        guard !target.isOnNetwork, let reading = sourceReading, let value = reading.value else { return nil }
        return (converted(value), reading.stateText, target)
    }

    private func shown(
        _ reading: CheckoutReading, _ point: PointReference
    ) -> (value: String, stateText: String, point: PointReference)? {
        reading.value.map { ($0, reading.stateText, point) }
    }

    private var otherValue: CheckoutDeficiency? {
        guard !expectation.value.isEmpty, let shown else { return nil }
        let wanted = expectation.value
        if Self.agree(wanted, shown.value, expectation.tolerance) { return nil }
        if DecimalText.number(wanted) == nil, wanted == shown.stateText { return nil }
        let span = expectation.tolerance.map { " ± \(DecimalText.text($0))" } ?? ""
        return CheckoutDeficiency(
            .value, "'\(shown.point)' shows '\(shown.value.clipped)', and '\(wanted.clipped)\(span)' is expected",
            hint: "see the sensor, the scale and the address")
    }

    private var otherState: CheckoutDeficiency? {
        guard !expectation.stateText.isEmpty, let shown, shown.stateText != expectation.stateText else { return nil }
        let told =
            shown.stateText.isEmpty ? "has no text for its state" : "calls its state '\(shown.stateText.clipped)'"
        return CheckoutDeficiency(
            .stateText, "'\(shown.point)' \(told), and '\(expectation.stateText.clipped)' is expected",
            hint: "correct the texts of the states, or the wiring")
    }

    private var nothingExpected: CheckoutDeficiency? {
        guard !expectation.isTold || shown == nil, sourceReading?.value == nil || targetReading?.value == nil else {
            return nil
        }
        return CheckoutDeficiency(
            .nothingExpected, "nothing says what '\(source)' should show",
            hint: "name the expected value, or a target that can be read")
    }

    private func converted(_ value: String) -> String {
        guard conversion != .identity, let number = DecimalText.number(value) else { return value }
        return DecimalText.text(conversion.target(of: number))
    }

    /// Whether values agree: numbers within the tolerance, everything else letter by letter.
    private static func agree(_ wanted: String, _ shown: String, _ tolerance: Double?) -> Bool {
        guard let one = DecimalText.number(word(wanted)), let other = DecimalText.number(word(shown)) else {
            return wanted == shown
        }
        let (low, high) = (DecimalText.rounded(one - (tolerance ?? 0)), DecimalText.rounded(one + (tolerance ?? 0)))
        return (low...max(low, high)).contains(DecimalText.rounded(other))
    }

    /// The number of a binary state that is named in the standard's words.
    private static func word(_ text: String) -> String {
        switch text {
        case "active", "true": "1"
        case "inactive", "false": "0"
        default: text
        }
    }
}
