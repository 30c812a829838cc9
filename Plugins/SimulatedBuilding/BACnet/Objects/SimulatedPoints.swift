public import BACnet

/// Points with all properties that their types need; `nil` where an instance is too high.
extension SimulatedObject {
    /// Makes an analog point.
    ///
    /// - Parameters:
    ///   - type: the type of the object.
    ///   - instance: its instance, at most 4194303.
    ///   - name: its name.
    ///   - value: its present value.
    ///   - units: what it is measured in.
    ///   - range: the bounds of its present value; `nil` for none.
    ///   - increment: by how much it has to change to be told; `nil` for a point that does not tell its changes.
    /// - Returns: the point; `nil` for an instance that is too high.
    public static func analog(
        _ type: ObjectType, _ instance: UInt32, _ name: CharacterString, _ value: Float, _ units: EngineeringUnits,
        range: ClosedRange<Float>? = nil, increment: Float? = 0.5
    ) -> SimulatedObject? {
        var properties: [PropertyIdentifier: [BACnetValue]] = [.units: [.enumerated(units.number)]]
        if let range {
            properties[.minPresValue] = [.real(range.lowerBound)]
            properties[.maxPresValue] = [.real(range.upperBound)]
        }
        if let increment { properties[.covIncrement] = [.real(increment)] }
        return point(type, instance, name, .real(value), properties)
    }

    /// Makes a binary point.
    ///
    /// - Parameters:
    ///   - type: the type of the object.
    ///   - instance: its instance, at most 4194303.
    ///   - name: its name.
    ///   - isActive: its present value.
    ///   - texts: the texts of its two states, the inactive one first; `nil` for none.
    /// - Returns: the point; `nil` for an instance that is too high.
    public static func binary(
        _ type: ObjectType, _ instance: UInt32, _ name: CharacterString, _ isActive: Bool,
        texts: (inactive: CharacterString, active: CharacterString)? = nil
    ) -> SimulatedObject? {
        var properties: [PropertyIdentifier: [BACnetValue]] = [:]
        if type != .binaryValue { properties[.polarity] = [.enumerated(0)] }
        if let texts {
            properties[.inactiveText] = [.characterString(texts.inactive)]
            properties[.activeText] = [.characterString(texts.active)]
        }
        return point(type, instance, name, .enumerated(isActive ? 1 : 0), properties)
    }

    /// Makes a point of several states.
    ///
    /// - Parameters:
    ///   - type: the type of the object.
    ///   - instance: its instance, at most 4194303.
    ///   - name: its name.
    ///   - state: its present value, from 1.
    ///   - texts: the texts of its states.
    /// - Returns: the point; `nil` for an instance that is too high.
    public static func multistate(
        _ type: ObjectType, _ instance: UInt32, _ name: CharacterString, _ state: UInt64, texts: [CharacterString]
    ) -> SimulatedObject? {
        point(
            type, instance, name, .unsigned(state),
            [
                .numberOfStates: [.unsigned(UInt64(texts.count))],
                .stateText: texts.map { .characterString($0) },
            ])
    }

    /// Makes a log of another object.
    ///
    /// - Parameters:
    ///   - instance: its instance, at most 4194303.
    ///   - name: its name.
    ///   - object: what it records the present value of.
    ///   - seconds: how often.
    ///   - log: the records.
    /// - Returns: the point; `nil` for an instance that is too high.
    public static func trend(
        _ instance: UInt32, _ name: CharacterString, of object: ObjectIdentifier, every seconds: UInt64,
        _ log: SimulatedLog
    ) -> SimulatedObject? {
        guard let identifier = ObjectIdentifier(.trendLog, instance) else { return nil }
        let reference: [BACnetValue] = [
            BACnetValue.objectIdentifier(object).tagged(0),
            BACnetValue.enumerated(PropertyIdentifier.presentValue.number).tagged(1),
        ]
        var trend = SimulatedObject(
            identifier, name,
            [
                .logEnable: [.boolean(true)], .stopWhenFull: [.boolean(false)],
                .bufferSize: [.unsigned(UInt64(log.records.count))],
                .recordCount: [.unsigned(UInt64(log.records.count))],
                .totalRecordCount: [.unsigned(log.lastSequence)], .loggingType: [.enumerated(0)],
                .logInterval: [.unsigned(seconds.multipliedReportingOverflow(by: 100).partialValue)],
                .logDeviceObjectProperty: reference, .eventState: [.enumerated(0)],
                .statusFlags: [.bitString(BitString([false, false, false, false]))],
            ])
        trend.log = log
        return trend
    }

    private static func point(
        _ type: ObjectType, _ instance: UInt32, _ name: CharacterString, _ value: BACnetValue,
        _ properties: [PropertyIdentifier: [BACnetValue]]
    ) -> SimulatedObject? {
        guard let identifier = ObjectIdentifier(type, instance) else { return nil }
        var point = SimulatedObject(identifier, name, properties)
        point.properties[.presentValue] = [value]
        point.properties[.eventState] = [.enumerated(0)]
        point.properties[.reliability] = [.enumerated(0)]
        point.properties[.outOfService] = [.boolean(false)]
        point.properties[.statusFlags] = [.bitString(BitString([false, false, false, false]))]
        return point
    }

    /// The object with a description.
    public func described(_ text: CharacterString) -> SimulatedObject {
        var copy = self
        copy.properties[.description] = [.characterString(text)]
        return copy
    }

    /// The object with a present value that changes with time.
    public func following(_ signal: SimulatedSignal) -> SimulatedObject {
        var copy = self
        copy.signal = signal
        copy.properties[.presentValue] = [.real(signal.value(at: .zero))]
        return copy
    }

    /// The object with a fault, such as 1 for a sensor that is missing (BACnetReliability, clause 21).
    public func faulty(_ reliability: UInt32) -> SimulatedObject {
        var copy = self
        copy.properties[.reliability] = [.enumerated(reliability)]
        copy.setStatus(1, reliability != 0)
        return copy
    }
}
