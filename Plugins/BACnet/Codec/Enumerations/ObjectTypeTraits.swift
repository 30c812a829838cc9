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

    private static let otherValues: Set<ObjectType> = [
        .accumulator, .averaging, .bitstringValue, .calendar, .channel, .characterstringValue, .command,
        .dateValue, .datepatternValue, .datetimeValue, .datetimepatternValue, .integerValue, .lifeSafetyPoint,
        .lifeSafetyZone, .lightingOutput, .loadControl, .loop, .octetstringValue, .positiveIntegerValue,
        .pulseConverter, .schedule, .staging, .timeValue, .timepatternValue, .timer, .accessDoor, .color,
        .colorTemperature,
    ]
}
