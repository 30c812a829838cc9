import BACnet
import BuildingPoints
import PhaseLoom

extension InventoryObject {
    /// Makes the record of an object of what was read of it.
    init(_ identifier: BACnet.ObjectIdentifier, _ readings: ObjectReadings) {
        self.init(identifier)
        var fields = RecordFields(readings)
        name = fields.text(.objectName)
        description = fields.text(.description)
        units = fields.whole(.units).map { EngineeringUnits($0) }
        stateTexts = Self.stateTexts(&fields)
        numberOfStates = fields.whole(.numberOfStates)
        covIncrement = fields.one(.covIncrement) { PointValue([$0]).number }
        outOfService = fields.one(.outOfService) { if case .boolean(let flag) = $0 { flag } else { nil } }
        statusFlags = fields.bits(.statusFlags).map { StatusFlags($0) }
        reliability = fields.whole(.reliability)
        eventState = fields.whole(.eventState)
        isCommandable = Self.isCommandable(identifier.type, readings)
        if let entry = readings[.presentValue], let values = entry.values {
            presentValue = PointValue(values)
            valueTime = entry.time
        }
        readErrors = readings.isEmpty && !readings.hasAnswered ? [.notRead("all")] : readings.faults + fields.faults
    }

    private static func stateTexts(_ fields: inout RecordFields) -> [String] {
        let texts = fields.texts(.stateText)
        if !texts.isEmpty { return texts }
        let (inactive, active) = (fields.text(.inactiveText), fields.text(.activeText))
        return inactive == nil && active == nil ? [] : [inactive ?? "", active ?? ""]
    }

    /// Whether the object has a priority array; `nil` when that could not be found out.
    ///
    /// Source: ANSI/ASHRAE 135-2020, clause 19.2: commands go through the priority array, and only through it.
    private static func isCommandable(_ type: ObjectType, _ readings: ObjectReadings) -> Bool? {
        if !readings.elements(of: .priorityArray).isEmpty { return true }
        switch (readings[.priorityArray] ?? readings[.priorityArray, 0])?.outcome {
        case .success: return true
        case .failure(let error) where error.isAbsence: return false
        case .failure: return nil
        case nil: return readings.gaveAll || !type.mayBeCommanded ? false : nil
        }
    }
}

extension StatusFlags {
    /// Takes the four flags out of a row of bits, of which the first is the lowest here.
    fileprivate init(_ bits: BitString) {
        self.init(rawValue: (0..<4).reduce(0) { bits[$1] ? $0 | 1 << UInt8($1) : $0 })
    }
}
