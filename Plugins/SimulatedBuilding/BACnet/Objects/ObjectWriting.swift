import BACnet

/// Writing properties, with the errors of ANSI/ASHRAE 135-2020, clauses 15.9, 18 and 19.2.
extension SimulatedObject {
    /// Takes a value that is written.
    ///
    /// - Throws: the error with which a device answers.
    mutating func write(_ change: PropertyValue) throws(DeviceRefusal) {
        let property = change.reference.property
        guard let old = properties[property] else {
            let isKnown = property == .propertyList || property == .logBuffer && log != nil
            throw .error(ServiceError(.property, isKnown ? .writeAccessDenied : .unknownProperty))
        }
        if change.reference.index != nil, !arrays.contains(property) {
            throw .error(ServiceError(.property, .propertyIsNotAnArray))
        }
        if property == .presentValue, isCommandable {
            return try command(change.values, at: change.priority ?? 16)
        }
        guard isWritable(property) else { throw .error(ServiceError(.property, .writeAccessDenied)) }
        // Relinquishing what cannot be commanded changes nothing, and is no error (clause 15.9.2).
        if change.values == [.null] { return }
        properties[property] = try replacement(of: old, by: change)
        settle(property)
    }

    private func isWritable(_ property: PropertyIdentifier) -> Bool {
        writable.contains(property) || property == .presentValue && isOutOfService
    }

    private func replacement(of old: [BACnetValue], by change: PropertyValue) throws(DeviceRefusal) -> [BACnetValue] {
        guard let index = change.reference.index else {
            guard change.values.count == 1 || arrays.contains(change.reference.property) else {
                throw .error(ServiceError(.property, .invalidDataType))
            }
            for value in change.values { try check(value, change.reference.property, like: old.first) }
            return change.values
        }
        guard index > 0, let place = Int(exactly: index), place <= old.count else {
            throw .error(ServiceError(.property, .invalidArrayIndex))
        }
        guard change.values.count == 1 else { throw .error(ServiceError(.property, .invalidDataType)) }
        var values = old
        try check(change.values[0], change.reference.property, like: old[place - 1])
        values[place - 1] = change.values[0]
        return values
    }

    /// Commands or relinquishes one of the sixteen priorities.
    private mutating func command(_ values: [BACnetValue], at priority: UInt8) throws(DeviceRefusal) {
        guard 1...16 ~= priority else { throw .error(ServiceError(.services, .parameterOutOfRange)) }
        // The sixth is kept for the shortest times that the object itself observes (clause 19.2.3).
        guard priority != 6 else { throw .error(ServiceError(.property, .writeAccessDenied)) }
        guard values.count == 1, var priorities = properties[.priorityArray] else {
            throw .error(ServiceError(.property, .invalidDataType))
        }
        if values[0] != .null { try check(values[0], .presentValue, like: properties[.relinquishDefault]?.first) }
        priorities[Int(priority) - 1] = values[0]
        properties[.priorityArray] = priorities
        settle(.priorityArray)
    }

    /// Lets the other properties follow one that was changed.
    mutating func settle(_ property: PropertyIdentifier) {
        if property == .outOfService { setStatus(3, isOutOfService) }
        guard isCommandable, let priorities = properties[.priorityArray] else { return }
        let first = priorities.firstIndex { $0 != .null }
        properties[.presentValue] = first.map { [priorities[$0]] } ?? properties[.relinquishDefault]
        properties[.currentCommandPriority] = [first.map { .unsigned(UInt64($0) + 1) } ?? .null]
    }

    /// Sets one of the status flags: in-alarm, fault, overridden, out-of-service.
    mutating func setStatus(_ place: Int, _ isOn: Bool) {
        guard case .bitString(let flags)? = properties[.statusFlags]?.first else { return }
        var bits = flags.bits
        guard bits.indices.contains(place) else { return }
        bits[place] = isOn
        properties[.statusFlags] = [.bitString(BitString(bits))]
    }

    private func check(
        _ value: BACnetValue, _ property: PropertyIdentifier, like old: BACnetValue?
    ) throws(DeviceRefusal) {
        guard let old, value.primitiveType != nil, value.primitiveType == old.primitiveType else {
            throw .error(ServiceError(.property, .invalidDataType))
        }
        let isValue = property == .presentValue || property == .relinquishDefault
        guard !isValue || isInRange(value), property != .covIncrement || !isNegative(value) else {
            throw .error(ServiceError(.property, .valueOutOfRange))
        }
    }

    private func isNegative(_ value: BACnetValue) -> Bool {
        if case .real(let number) = value { !(number >= 0) } else { false }
    }

    private func isInRange(_ value: BACnetValue) -> Bool {
        switch value {
        case .enumerated(let number): return !identifier.type.isBinary || number < 2
        case .unsigned(let number):
            guard case .unsigned(let count)? = properties[.numberOfStates]?.first else { return true }
            return 1 <= number && number <= count
        case .real(let number):
            guard number.isFinite else { return false }
            if case .real(let least)? = properties[.minPresValue]?.first, number < least { return false }
            if case .real(let most)? = properties[.maxPresValue]?.first, number > most { return false }
            return true
        default: return true
        }
    }
}
