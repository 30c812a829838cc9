import PhaseLoom

extension InventoryUnit {
    var json: JSONValue {
        var members = RecordMembers()
        members.add("endpoint", endpoint)
        members.add("unit", Int(unit))
        members.add("identification", identification.map(\.json))
        members.add("registers", registers.map(\.json))
        members.add("faults", faults.map(\.json))
        return members.value
    }

    init(_ node: RecordNode) throws(RecordFault) {
        let object = try node.object(["endpoint", "unit", "identification", "registers", "faults"])
        self.init(endpoint: try object.required("endpoint").text(), unit: try object.required("unit").whole())
        identification = try object.list("identification") { node throws(RecordFault) in
            let object = try node.object(["number", "text"])
            return Identification(
                number: try object.required("number").whole(), text: try object.required("text").text())
        }
        registers = try object.list("registers") { node throws(RecordFault) in try InventoryRegister(node) }
        faults = try object.list("faults") { node throws(RecordFault) in try InventoryFault(node) }
    }
}

extension InventoryUnit.Identification {
    var json: JSONValue { ["number": .integer(Int(number)), "text": .string(text)] }
}

extension InventoryRegister {
    var json: JSONValue {
        var members = point.members
        members.add("raw", raw.isEmpty ? nil : Hexadecimal.text(octets))
        members.add("value", value: value?.json)
        members.add("notImplemented", isNotImplemented ? true : nil)
        members.add("valueTime", valueTime?.description)
        members.add("readErrors", readErrors.map(\.json))
        return members.value
    }

    init(_ node: RecordNode) throws(RecordFault) {
        let object = try node.object(
            RegisterPoint.keys + ["raw", "value", "notImplemented", "valueTime", "readErrors"])
        self.init(try RegisterPoint(object))
        raw =
            try object.optional("raw") { node throws(RecordFault) in
                let octets = try node.octets()
                guard octets.count.isMultiple(of: 2) else {
                    throw node.fault("these are no registers", "write four hexadecimal digits for each")
                }
                return stride(from: 0, to: octets.count, by: 2).map { UInt16(octets[$0]) << 8 | UInt16(octets[$0 + 1]) }
            } ?? []
        value = try object.optional("value") { node throws(RecordFault) in try PointValue(node) }
        isNotImplemented = try object.flag("notImplemented") ?? false
        valueTime = try object.optional("valueTime") { node throws(RecordFault) in try node.moment() }
        readErrors = try object.list("readErrors") { node throws(RecordFault) in try InventoryFault(node) }
    }
}
