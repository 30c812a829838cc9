import BACnet

/// What a unit measures, and how its values become those of the quantity's base unit.
struct UnitScale: Hashable {
    /// The quantity, such as `temperature`.
    let quantity: String
    /// The factor to the base unit of the quantity.
    let factor: Double
    /// The addend in the base unit.
    let offset: Double

    /// The scale of a unit; `nil` for units that are not in the table.
    static func of(_ units: EngineeringUnits) -> UnitScale? { scales[units] }

    /// The conversion from one unit to another of the same quantity; `nil` for different or unknown quantities.
    static func conversion(from source: EngineeringUnits, to target: EngineeringUnits) -> LinearConversion? {
        if source == target { return .identity }
        guard let one = scales[source], let other = scales[target], one.quantity == other.quantity else { return nil }
        return LinearConversion(
            scale: DecimalText.rounded(one.factor / other.factor),
            offset: DecimalText.rounded((one.offset - other.offset) / other.factor))
    }

    private static let scales: [EngineeringUnits: UnitScale] = {
        var scales: [EngineeringUnits: UnitScale] = [:]
        for line in table.split(separator: "\n") {
            let parts = line.split(separator: " ")
            guard parts.count >= 3, let units = EngineeringUnits(name: parts[1]), let factor = value(parts[2]) else {
                continue
            }
            let offset = parts.count > 3 ? value(parts[3]) ?? 0 : 0
            scales[units] = UnitScale(quantity: String(parts[0]), factor: factor, offset: offset)
        }
        return scales
    }()

    /// A number, or a fraction such as `5/9`.
    private static func value(_ text: Substring) -> Double? {
        let parts = text.split(separator: "/")
        guard let first = parts.first.flatMap({ Double($0) }) else { return nil }
        guard parts.count == 2 else { return first }
        return Double(parts[1]).map { first / $0 }
    }

    /// Quantity, unit, factor and addend to the base unit: °C, K, J, W, Pa, % and so on (NIST SP 811, appendix B).
    private static let table = """
        temperature degrees-celsius 1
        temperature degrees-kelvin 1 -273.15
        temperature degrees-fahrenheit 5/9 -160/9
        temperature-difference delta-degrees-kelvin 1
        temperature-difference delta-degrees-fahrenheit 5/9
        energy joules 1
        energy kilojoules 1000
        energy megajoules 1000000
        energy watt-hours 3600
        energy kilowatt-hours 3600000
        energy megawatt-hours 3600000000
        energy btus 1055.05585262
        energy kilo-btus 1055055.85262
        energy therms 105505585.262
        energy ton-hours 12660670.23144
        power milliwatts 0.001
        power watts 1
        power kilowatts 1000
        power megawatts 1000000
        power btus-per-hour 0.293071070172222
        power kilo-btus-per-hour 293.071070172222
        power horsepower 745.699871582270
        power tons-refrigeration 3516.85284206667
        apparent-power volt-amperes 1
        apparent-power kilovolt-amperes 1000
        apparent-power megavolt-amperes 1000000
        reactive-power volt-amperes-reactive 1
        reactive-power kilovolt-amperes-reactive 1000
        reactive-power megavolt-amperes-reactive 1000000
        reactive-energy volt-ampere-hours-reactive 1
        reactive-energy kilovolt-ampere-hours-reactive 1000
        apparent-energy volt-ampere-hours 1
        apparent-energy kilovolt-ampere-hours 1000
        voltage millivolts 0.001
        voltage volts 1
        voltage kilovolts 1000
        current milliamperes 0.001
        current amperes 1
        frequency hertz 1
        frequency kilohertz 1000
        frequency cycles-per-minute 1/60
        pressure pascals 1
        pressure hectopascals 100
        pressure kilopascals 1000
        pressure millibars 100
        pressure bars 100000
        pressure pounds-force-per-square-inch 6894.75729316836
        pressure inches-of-water 249.08891
        pressure centimeters-of-water 98.0665
        pressure inches-of-mercury 3386.38815789
        humidity percent-relative-humidity 1
        share percent 1
        share parts-per-million 0.0001
        share parts-per-billion 0.0000001
        time milliseconds 0.001
        time hundredths-seconds 0.01
        time seconds 1
        time minutes 60
        time hours 3600
        time days 86400
        time weeks 604800
        volume cubic-meters 1
        volume liters 0.001
        volume cubic-feet 0.028316846592
        volume us-gallons 0.003785411784
        volume imperial-gallons 0.00454609
        flow cubic-meters-per-second 1
        flow cubic-meters-per-minute 1/60
        flow cubic-meters-per-hour 1/3600
        flow liters-per-second 0.001
        flow liters-per-minute 1/60000
        flow liters-per-hour 1/3600000
        flow cubic-feet-per-minute 0.0004719474432
        flow us-gallons-per-minute 0.0000630901964
        speed meters-per-second 1
        speed kilometers-per-hour 1/3.6
        speed feet-per-minute 0.00508
        length millimeters 0.001
        length centimeters 0.01
        length meters 1
        length inches 0.0254
        length feet 0.3048
        illuminance luxes 1
        illuminance foot-candles 10.7639104167097
        """
}
