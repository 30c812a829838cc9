public import BACnet

/// The units that people mean by the texts of point lists, such as `°C`, `kWh` or `degreesFahrenheit`.
public enum UnitText: Sendable {
    /// Finds the standard's unit for a text.
    ///
    /// Takes the standard's names with hyphens, blanks, underscores or capitals between the words, and usual symbols.
    ///
    /// - Returns: `nil` when the text names no unit that is known here.
    /// - Complexity: O(*n*) in the length of the text.
    public static func units(_ text: String) -> EngineeringUnits? {
        if let known = symbols[text] ?? symbolsWithoutCase[text.lowercased()] { return known }
        let name = kebab(text)
        guard let number = EngineeringUnits.names.number(of: name), UInt32(name) == nil else { return nil }
        let units = EngineeringUnits(number)
        return units.isNamed ? units : nil
    }

    /// The words of a text in lower case, joined by hyphens: `degreesFahrenheit` and `degrees fahrenheit` alike.
    static func kebab(_ text: String) -> String {
        var result = ""
        var wasSmall = false
        for scalar in text.unicodeScalars {
            if scalar == " " || scalar == "_" || scalar == "-" {
                if !result.isEmpty, !result.hasSuffix("-") { result += "-" }
                wasSmall = false
            } else {
                if ("A"..."Z").contains(scalar), wasSmall { result += "-" }
                wasSmall = !("A"..."Z").contains(scalar)
                result += String(scalar).lowercased()
            }
        }
        return result
    }

    /// Symbols whose case tells them apart.
    private static let symbols: [String: EngineeringUnits] = table(
        """
        mW milliwatts
        MW megawatts
        mV millivolts
        mA milliamperes
        MWh megawatt-hours
        MJ megajoules
        """)

    private static let symbolsWithoutCase: [String: EngineeringUnits] = table(
        """
        °c degrees-celsius
        c degrees-celsius
        degc degrees-celsius
        deg_c degrees-celsius
        celsius degrees-celsius
        ℃ degrees-celsius
        °f degrees-fahrenheit
        f degrees-fahrenheit
        degf degrees-fahrenheit
        fahrenheit degrees-fahrenheit
        ℉ degrees-fahrenheit
        k degrees-kelvin
        kelvin degrees-kelvin
        % percent
        pct percent
        %rh percent-relative-humidity
        %r.h. percent-relative-humidity
        ppm parts-per-million
        ppb parts-per-billion
        pa pascals
        kpa kilopascals
        hpa hectopascals
        mbar millibars
        bar bars
        psi pounds-force-per-square-inch
        inh2o inches-of-water
        inwc inches-of-water
        w watts
        kw kilowatts
        va volt-amperes
        kva kilovolt-amperes
        var volt-amperes-reactive
        kvar kilovolt-amperes-reactive
        wh watt-hours
        kwh kilowatt-hours
        varh volt-ampere-hours-reactive
        kvarh kilovolt-ampere-hours-reactive
        vah volt-ampere-hours
        kvah kilovolt-ampere-hours
        j joules
        kj kilojoules
        v volts
        volt volts
        kv kilovolts
        a amperes
        amp amperes
        amps amperes
        hz hertz
        ms milliseconds
        s seconds
        sec seconds
        secs seconds
        min minutes
        h hours
        hr hours
        d days
        m³ cubic-meters
        m3 cubic-meters
        l liters
        m³/h cubic-meters-per-hour
        m3/h cubic-meters-per-hour
        m³/s cubic-meters-per-second
        l/s liters-per-second
        l/min liters-per-minute
        l/h liters-per-hour
        cfm cubic-feet-per-minute
        gpm us-gallons-per-minute
        m/s meters-per-second
        lx luxes
        lux luxes
        rpm revolutions-per-minute
        pf power-factor
        """)

    private static func table(_ text: String) -> [String: EngineeringUnits] {
        var result: [String: EngineeringUnits] = [:]
        for line in text.split(separator: "\n") {
            let parts = line.split(separator: " ")
            guard parts.count == 2, let units = EngineeringUnits(name: parts[1]), units.isNamed else { continue }
            result[String(parts[0])] = units
        }
        return result
    }
}
