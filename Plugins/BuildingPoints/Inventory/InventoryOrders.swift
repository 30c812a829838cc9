import Modbus

extension PointInventory {
    /// The points whose registers were read, but whose order nobody stated: what each order reads, for a person to decide.
    ///
    /// No order is chosen: the inventory has no value for such a point.
    ///
    /// - Complexity: O(*n*) in the number of points.
    public var orderSuggestions: [PointFinding] {
        units.flatMap { unit in
            unit.registers.compactMap { register in
                let point = register.point
                guard point.effectiveOrder == nil, register.raw.count == point.count else { return nil }
                let suggestion = OrderSuggestion([register.raw], of: point)
                guard !suggestion.candidates.isEmpty else { return nil }
                let place = "\(point.table.rawValue) \(point.address.map { String($0) } ?? "")"
                return suggestion.finding(
                    subject: "unit \(unit.unit) at \(unit.endpoint.clipped) \(point.name.clipped)",
                    evidence: [PointEvidence(object: place, octets: register.octets)])
            }
        }
    }
}

extension InventoryRegister {
    /// The octets of the registers, the high one of each first.
    var octets: [UInt8] { raw.flatMap { [UInt8(truncatingIfNeeded: $0 >> 8), UInt8(truncatingIfNeeded: $0)] } }
}
