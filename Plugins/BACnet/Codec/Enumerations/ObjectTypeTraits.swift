extension ObjectType {
    /// Whether the present value is a floating-point number of the physical world.
    public var isAnalog: Bool {
        [.analogInput, .analogOutput, .analogValue, .largeAnalogValue].contains(self)
    }

    /// Whether the present value is one of two states.
    public var isBinary: Bool {
        [.binaryInput, .binaryOutput, .binaryValue, .binaryLightingOutput].contains(self)
    }

    /// Whether the present value is one of a numbered list of states, counted from 1.
    public var isMultistate: Bool { [.multiStateInput, .multiStateOutput, .multiStateValue].contains(self) }

    /// Whether objects of the type have a present value.
    public var hasPresentValue: Bool {
        isAnalog || isBinary || isMultistate || Self.otherValues.contains(self)
    }

    /// Whether objects of the type show something of the building and take no commands.
    public var isInput: Bool { [.analogInput, .binaryInput, .multiStateInput].contains(self) }

    /// The properties that a survey reads of an object of the type, the name first.
    public var surveyedProperties: [PropertyIdentifier] {
        var properties: [PropertyIdentifier] = [.objectName, .description]
        if self == .device { return properties + Self.deviceProperties }
        guard hasPresentValue else { return properties }
        properties += [.presentValue, .statusFlags, .reliability, .outOfService]
        if isAnalog { properties += [.units, .covIncrement, .minPresValue, .maxPresValue] }
        if [.integerValue, .positiveIntegerValue, .loop, .accumulator, .pulseConverter].contains(self) {
            properties.append(.units)
        }
        if isBinary, self != .binaryLightingOutput { properties += [.inactiveText, .activeText] }
        if isMultistate { properties += [.numberOfStates, .stateText] }
        return properties
    }

    private static let deviceProperties: [PropertyIdentifier] = [
        .vendorName, .vendorIdentifier, .modelName, .firmwareRevision, .applicationSoftwareVersion, .location,
        .systemStatus, .protocolVersion, .protocolRevision, .protocolServicesSupported,
        .protocolObjectTypesSupported, .maxApduLengthAccepted, .segmentationSupported, .databaseRevision,
    ]

    private static let otherValues: Set<ObjectType> = [
        .accumulator, .averaging, .bitstringValue, .calendar, .channel, .characterstringValue, .command,
        .dateValue, .datepatternValue, .datetimeValue, .datetimepatternValue, .integerValue, .lifeSafetyPoint,
        .lifeSafetyZone, .lightingOutput, .loadControl, .loop, .octetstringValue, .positiveIntegerValue,
        .pulseConverter, .schedule, .staging, .timeValue, .timepatternValue, .timer, .accessDoor, .color,
        .colorTemperature,
    ]
}
