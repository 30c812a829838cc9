import BACnet

/// What the name of a point says that it measures.
enum NamedQuantity {
    /// Why a unit does not fit a name; `nil` when it does, or when name or unit tell too little.
    ///
    /// Only units whose quantity is certain count against a name, and only words that leave no doubt count for one: a
    /// false alarm costs more trust than a missed one.
    static func mismatch(of name: String, _ units: EngineeringUnits) -> String? {
        guard let quantity = UnitScale.of(units)?.quantity else { return nil }
        let words = words(of: name)
        for (word, fitting) in meanings where words.contains(word) && !words.contains(where: exceptions.contains) {
            return fitting.contains(quantity) ? nil : "'\(word)' is not counted in \(units.name)"
        }
        return nil
    }

    /// What the words of names mean, the more certain ones first.
    private static let meanings: [(word: String, fitting: [String])] = [
        ("temperature", ["temperature", "temperature-difference", "share"]),
        ("temperautre", ["temperature", "temperature-difference", "share"]),
        ("temp", ["temperature", "temperature-difference", "share"]),
        ("humidity", ["humidity", "share"]),
        ("kwh", ["energy"]), ("kvarh", ["reactive-energy"]), ("kvah", ["apparent-energy"]),
        ("kw", ["power"]), ("kvar", ["reactive-power", "reactive-energy"]), ("kva", ["apparent-power"]),
        ("energy", ["energy", "reactive-energy", "apparent-energy", "share"]),
        ("power", ["power", "reactive-power", "apparent-power", "share", "current", "voltage"]),
        ("voltage", ["voltage", "share"]),
        ("frequency", ["frequency", "share"]),
    ]

    /// Words that turn a quantity into another one: a power *factor*, the *time* at a temperature.
    private static let exceptions: Set<String> = [
        "factor", "time", "timer", "delay", "duration", "interval", "rate", "ramp", "count", "gain", "integral",
        "period",
        "valve", "damper", "speed", "position", "output", "reset", "alarm", "limit", "deadband", "curve", "angle",
        "hours",
    ]

    /// The words of a name in lower case, at blanks, signs and capitals.
    private static func words(of name: String) -> [String] {
        var words: [String] = []
        var word = ""
        var wasSmall = false
        for scalar in name.unicodeScalars {
            let isCapital = ("A"..."Z").contains(scalar)
            let isSmall = ("a"..."z").contains(scalar)
            if !isCapital && !isSmall || isCapital && wasSmall {
                if !word.isEmpty { words.append(word) }
                word = ""
            }
            if isCapital || isSmall { word += String(scalar).lowercased() }
            wasSmall = isSmall
        }
        if !word.isEmpty { words.append(word) }
        return words
    }
}
