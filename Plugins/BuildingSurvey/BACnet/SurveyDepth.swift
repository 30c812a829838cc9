import BACnet

/// How much a survey reads of each object.
public enum SurveyDepth: String, Hashable, Sendable, CaseIterable {
    /// The name, the present value and its units.
    case brief
    /// Everything that an inventory records.
    case full

    /// The properties that are read of an object, the name first.
    func targets(of object: BACnet.ObjectIdentifier) -> [PropertyTarget] {
        var targets = properties(of: object.type).map { PropertyTarget(object, PropertyReference($0)) }
        // Whether there is a priority array tells its first element, which is short: how many there are.
        if self == .full, object.type.mayBeCommanded {
            targets.append(PropertyTarget(object, PropertyReference(.priorityArray, index: 0)))
        }
        return targets
    }

    private func properties(of type: ObjectType) -> [PropertyIdentifier] {
        if type == .device { return [.objectName] + Self.deviceProperties }
        let names: [PropertyIdentifier] = self == .full ? [.objectName, .description] : [.objectName]
        // Nobody but its maker knows what an object of another type has; what it lacks it says.
        guard type.hasPresentValue || !type.isNamed else { return names }
        let units: [PropertyIdentifier] = type.hasUnits ? [.units] : []
        return names + [.presentValue] + units + (self == .full ? Self.states(of: type) : [])
    }

    private static func states(of type: ObjectType) -> [PropertyIdentifier] {
        var properties: [PropertyIdentifier] = [.statusFlags, .outOfService, .reliability, .eventState]
        if type.isAnalog || type.hasWholeValue { properties.append(.covIncrement) }
        if type.isBinary, type != .binaryLightingOutput { properties += [.inactiveText, .activeText] }
        if type.isMultistate { properties += [.numberOfStates, .stateText] }
        return properties
    }

    private static let deviceProperties: [PropertyIdentifier] = [
        .description, .location, .vendorName, .vendorIdentifier, .modelName, .firmwareRevision,
        .applicationSoftwareVersion, .protocolVersion, .protocolRevision, .protocolServicesSupported,
        .protocolObjectTypesSupported, .maxApduLengthAccepted, .segmentationSupported, .databaseRevision,
    ]
}

extension ObjectType {
    /// Whether the present value has engineering units.
    var hasUnits: Bool { isAnalog || hasWholeValue || [.accumulator, .pulseConverter].contains(self) }

    /// Whether the present value is a whole number of anything.
    var hasWholeValue: Bool { [.integerValue, .positiveIntegerValue].contains(self) }

    /// Whether objects of the type may have a priority array; those of proprietary types may.
    ///
    /// Source: ANSI/ASHRAE 135-2020, clause 12, the tables of properties, and clause 19.2.
    var mayBeCommanded: Bool { !isNamed || Self.commandable.contains(self) }

    private static let commandable: Set<ObjectType> = [
        .analogOutput, .analogValue, .binaryOutput, .binaryValue, .multiStateOutput, .multiStateValue, .accessDoor,
        .lightingOutput, .binaryLightingOutput, .largeAnalogValue, .integerValue, .positiveIntegerValue,
        .bitstringValue, .characterstringValue, .octetstringValue, .dateValue, .datepatternValue, .datetimeValue,
        .datetimepatternValue, .timeValue, .timepatternValue,
    ]
}
