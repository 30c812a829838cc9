public import PhaseLoom

extension CheckoutSheet {
    /// The sheet as JSON in the format `phaseloom.checkout/1`.
    ///
    /// - Complexity: O(*n*) in the number of points.
    public var json: JSONValue {
        var members = RecordMembers()
        members.add("format", Self.format)
        members.add("site", site.isEmpty ? nil : site)
        members.add("points", value: .array(rows.map(\.json)))
        return members.value
    }

    /// Reads a sheet in the format `phaseloom.checkout/1`.
    ///
    /// - Parameters:
    ///   - bytes: the file.
    ///   - file: the name by which errors call it.
    /// - Throws: ``RecordError`` for the first thing that is wrong, among it a result that does not follow from what the
    ///   sheet says was read.
    /// - Complexity: O(*n*) in the number of bytes.
    public init(json bytes: [UInt8], file: String) throws(RecordError) {
        self = try RecordNode.read(bytes, from: file, upTo: PointInventory.sizeLimit) { root throws(RecordFault) in
            let object = try root.object(["site", "points"], format: Self.format)
            var seen: Set<[PointReference]> = []
            let rows = try object.required("points").list { node throws(RecordFault) in
                let row = try CheckoutRow(node)
                guard seen.insert([row.source, row.target]).inserted else {
                    throw node.fault("the point stands twice", "keep one of the two")
                }
                return row
            }
            return CheckoutSheet(site: try object.text("site"), rows: rows)
        }
    }
}

extension CheckoutRow {
    private static let keys = [
        "source", "target", "scale", "offset", "sourceUnits", "targetUnits", "expected", "sourceReading",
        "targetReading", "result", "deficiencies", "tester", "deficiency", "remark",
    ]

    fileprivate var json: JSONValue {
        var members = RecordMembers()
        members.add("source", source.description)
        members.add("target", target.description)
        members.add("scale", conversion.scale == 1 ? nil : conversion.scale)
        members.add("offset", conversion.offset == 0 ? nil : conversion.offset)
        members.add("sourceUnits", sourceUnits.isEmpty ? nil : sourceUnits)
        members.add("targetUnits", targetUnits.isEmpty ? nil : targetUnits)
        members.add("expected", value: expectation == CheckoutExpectation() ? nil : expectation.json)
        members.add("sourceReading", value: sourceReading?.json)
        members.add("targetReading", value: targetReading?.json)
        members.add("result", result.rawValue)
        members.add("deficiencies", deficiencies.map(\.json))
        members.add("tester", tester.isEmpty ? nil : tester)
        members.add("deficiency", deficiency.isEmpty ? nil : deficiency)
        members.add("remark", remark.isEmpty ? nil : remark)
        return members.value
    }

    fileprivate init(_ node: RecordNode) throws(RecordFault) {
        let object = try node.object(Self.keys)
        let hint = "write a point like 'bacnet:1201/analog-input,5'"
        let factors = (try object.number("scale") ?? 1, try object.number("offset") ?? 0)
        guard let conversion = LinearConversion(scale: factors.0, offset: factors.1) else {
            throw try object.required("scale").fault("the scale is 0", "give a scale that is not 0")
        }
        self.init(
            source: try object.required("source").parsed(hint) { PointReference($0) },
            target: try object.required("target").parsed(hint) { PointReference($0) }, conversion: conversion)
        expectation =
            try object.optional("expected") { node throws(RecordFault) in try CheckoutExpectation(node) }
            ?? CheckoutExpectation()
        sourceUnits = try object.text("sourceUnits")
        targetUnits = try object.text("targetUnits")
        tester = try object.text("tester")
        deficiency = try object.text("deficiency")
        remark = try object.text("remark")
        sourceReading = try object.optional("sourceReading") { node throws(RecordFault) in try CheckoutReading(node) }
        targetReading = try object.optional("targetReading") { node throws(RecordFault) in try CheckoutReading(node) }
        for (point, reading) in [(source, sourceReading), (target, targetReading)] {
            if let reading, let lack = lack(of: reading, at: point) { throw node.fault(lack.message, lack.hint) }
        }
        let stated = try object.required("result")
        guard allowedResults.contains(try stated.text()) else {
            throw stated.fault(
                "the sheet says '\(try stated.text().clipped)', and its values say '\(result.rawValue)'",
                "leave 'result' as it was; note what you saw in 'deficiency' or 'remark'")
        }
    }
}

extension CheckoutExpectation {
    fileprivate var json: JSONValue {
        var members = RecordMembers()
        members.add("at", end.rawValue)
        members.add("value", value.isEmpty ? nil : value)
        members.add("tolerance", tolerance)
        members.add("stateText", stateText.isEmpty ? nil : stateText)
        return members.value
    }

    fileprivate init(_ node: RecordNode) throws(RecordFault) {
        let object = try node.object(["at", "value", "tolerance", "stateText"])
        self.init(
            try object.text("value"), at: try object.required("at").choice(), tolerance: try object.number("tolerance"),
            stateText: try object.text("stateText"))
        if let tolerance, tolerance < 0 {
            throw try object.required("tolerance").fault("the tolerance is negative", "write a number from 0")
        }
    }
}

extension CheckoutReading {
    fileprivate var json: JSONValue {
        var members = RecordMembers()
        members.add("value", value)
        members.add("units", units.isEmpty ? nil : units)
        members.add("stateText", stateText.isEmpty ? nil : stateText)
        members.add("status", status)
        members.add("fault", fault.isEmpty ? nil : fault)
        members.add("time", time?.description)
        members.add("octets", octets.map(Hexadecimal.text))
        return members.value
    }

    fileprivate init(_ node: RecordNode) throws(RecordFault) {
        let object = try node.object(["value", "units", "stateText", "status", "fault", "time", "octets"])
        self.init(try object.optionalText("value"))
        units = try object.text("units")
        stateText = try object.text("stateText")
        status = try object.texts("status")
        fault = try object.text("fault")
        time = try object.optional("time") { node throws(RecordFault) in try node.moment() }
        octets = try object.list("octets") { node throws(RecordFault) in try node.octets() }
    }
}

extension CheckoutDeficiency {
    fileprivate var json: JSONValue {
        ["kind": .string(kind.rawValue), "message": .string(message), "hint": .string(hint)]
    }
}
