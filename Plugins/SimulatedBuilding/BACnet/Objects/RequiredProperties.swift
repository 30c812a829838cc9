import BACnet

extension ObjectType {
    /// Whether every object of the type has a property.
    ///
    /// Source: ANSI/ASHRAE 135-2020, the tables of clause 12, without Property_List. Types that have no table here
    /// count as values.
    func requires(_ property: PropertyIdentifier) -> Bool {
        if [.objectIdentifier, .objectName, .objectType].contains(property) { return true }
        switch self {
        case .device: return Self.ofDevices.contains(property)
        case .trendLog: return Self.ofLogs.contains(property)
        default: break
        }
        if [.presentValue, .statusFlags, .eventState, .outOfService].contains(property) { return true }
        switch property {
        case .units: return isAnalog
        case .polarity: return self == .binaryInput || self == .binaryOutput
        case .numberOfStates: return isMultistate
        case .priorityArray, .relinquishDefault, .currentCommandPriority:
            return [.analogOutput, .binaryOutput, .multiStateOutput].contains(self)
        default: return false
        }
    }

    private static let ofDevices: Set<PropertyIdentifier> = [
        .systemStatus, .vendorName, .vendorIdentifier, .modelName, .firmwareRevision, .applicationSoftwareVersion,
        .protocolVersion, .protocolRevision, .protocolServicesSupported, .protocolObjectTypesSupported, .objectList,
        .maxApduLengthAccepted, .segmentationSupported, .apduTimeout, .numberOfApduRetries, .deviceAddressBinding,
        .databaseRevision,
    ]

    private static let ofLogs: Set<PropertyIdentifier> = [
        .logEnable, .stopWhenFull, .bufferSize, .logBuffer, .recordCount, .totalRecordCount, .loggingType, .eventState,
        .statusFlags,
    ]
}

extension PropertyIdentifier {
    static let bufferSize = PropertyIdentifier(126)
    static let logEnable = PropertyIdentifier(133)
    static let logInterval = PropertyIdentifier(134)
    static let stopWhenFull = PropertyIdentifier(144)
    static let loggingType = PropertyIdentifier(197)
}
