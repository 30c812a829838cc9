import BACnet
import BuildingPoints
import PhaseLoom

/// What is known of an object so far: of each property the last value, or why there is none.
struct ObjectReadings: Sendable {
    /// What came of reading a property.
    struct Entry: Sendable {
        let outcome: Result<[BACnetValue], BACnetError>
        let time: Timestamp?

        var values: [BACnetValue]? { try? outcome.get() }
    }

    /// Whether the object was asked for all of its properties, and answered.
    var gaveAll = false
    private var entries: [PropertyReference: Entry] = [:]

    /// Properties of which an inventory keeps the values; of others it keeps why they could not be read.
    static let kept: Set<PropertyIdentifier> = [
        .objectName, .description, .units, .stateText, .inactiveText, .activeText, .numberOfStates, .covIncrement,
        .outOfService, .statusFlags, .reliability, .eventState, .priorityArray, .presentValue, .location,
        .vendorIdentifier, .vendorName, .modelName, .firmwareRevision, .applicationSoftwareVersion, .protocolVersion,
        .protocolRevision, .maxApduLengthAccepted, .segmentationSupported, .protocolServicesSupported,
        .protocolObjectTypesSupported, .databaseRevision, .objectList, .objectIdentifier,
    ]

    /// Whether nothing at all was tried.
    var isEmpty: Bool { entries.isEmpty }
    /// Whether something of it was read.
    private(set) var hasAnswered = false

    /// Takes a reading; a failure does not take back what was read before.
    mutating func take(_ reference: PropertyReference, _ entry: Entry) {
        switch entry.outcome {
        case .success:
            hasAnswered = true
            if Self.kept.contains(reference.property) {
                entries[reference] = entry
            } else {
                entries[reference] = nil
            }
        case .failure:
            if entries[reference]?.values == nil { entries[reference] = entry }
        }
    }

    /// Takes what another collection has of the same object.
    mutating func merge(_ other: ObjectReadings) {
        gaveAll = gaveAll || other.gaveAll
        hasAnswered = hasAnswered || other.hasAnswered
        for (reference, entry) in other.entries { take(reference, entry) }
    }

    /// What came of reading a property as a whole.
    subscript(property: PropertyIdentifier) -> Entry? { entries[PropertyReference(property)] }

    /// What came of reading one element of a property.
    subscript(property: PropertyIdentifier, index: UInt32) -> Entry? {
        entries[PropertyReference(property, index: index)]
    }

    /// The elements of a property that were read one by one, by their numbers; 0 is that of how many there are.
    func elements(of property: PropertyIdentifier) -> [(index: UInt32, value: BACnetValue)] {
        entries.compactMap { reference, entry in
            guard reference.property == property, let index = reference.index, let values = entry.values,
                values.count == 1, let value = values.first
            else { return nil }
            return (index, value)
        }.sorted { $0.index < $1.index }
    }

    /// Why properties could not be read, by their numbers.
    ///
    /// That an object has no such property is no fault, nor that it did not give as a whole what it gave in parts.
    var faults: [InventoryFault] {
        let failures = entries.compactMap { reference, entry -> (PropertyReference, BACnetError)? in
            guard case .failure(let error) = entry.outcome, !error.isAbsence, !isSuperseded(reference) else {
                return nil
            }
            return (reference, error)
        }.sorted { one, other in
            (one.0.property, one.0.index ?? 0) < (other.0.property, other.0.index ?? 0)
        }
        guard let first = failures.first else { return [] }
        // An object that says nothing at all is one fault, not one for each of its properties.
        if failures.count > 1, !hasAnswered, failures.allSatisfy({ $0.1 == first.1 }) {
            return [InventoryFault("all", first.1)]
        }
        return failures.map { InventoryFault("\($0.0)", $0.1) }
    }

    private func isSuperseded(_ reference: PropertyReference) -> Bool {
        if [.all, .required, .optional].contains(reference.property) { return hasAnswered }
        return reference.index == nil && !elements(of: reference.property).isEmpty
    }
}
