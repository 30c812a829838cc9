import BACnet
import PhaseLoom

extension InventoryObject {
    var json: JSONValue {
        var members = definition
        members.add("outOfService", outOfService)
        members.add("statusFlags", value: statusFlags.map { .array($0.names.map(JSONValue.string)) })
        members.add("reliability", reliability.map { Int($0) })
        members.add("eventState", eventState.map { Int($0) })
        members.add("presentValue", value: presentValue?.json)
        members.add("valueTime", valueTime?.description)
        members.add("readErrors", readErrors.map(\.json))
        return members.value
    }

    /// How the object is made up: the part of its record that stays equal while nobody changes it.
    var definition: RecordMembers {
        var members = RecordMembers()
        members.add("object", identifier.description)
        members.add("name", name)
        members.add("description", description)
        members.add("units", units?.name)
        members.add("stateTexts", stateTexts)
        members.add("numberOfStates", numberOfStates.map { Int($0) })
        members.add("covIncrement", value: covIncrement.map(PointValue.json))
        members.add("commandable", isCommandable)
        return members
    }

    private static let keys = [
        "object", "name", "description", "units", "stateTexts", "numberOfStates", "covIncrement", "commandable",
        "outOfService", "statusFlags", "reliability", "eventState", "presentValue", "valueTime", "readErrors",
    ]

    init(_ node: RecordNode) throws(RecordFault) {
        let object = try node.object(Self.keys)
        let identifier = try object.required("object").parsed("write it like 'analog-input,5'") { text in
            BACnet.ObjectIdentifier(text)
        }
        self.init(identifier, name: try object.optionalText("name"))
        description = try object.optionalText("description")
        units = try object.optional("units") { node throws(RecordFault) in
            try node.parsed("write the name of a unit") { EngineeringUnits(name: $0) }
        }
        stateTexts = try object.texts("stateTexts")
        numberOfStates = try object.whole("numberOfStates")
        covIncrement = try object.optional("covIncrement") { node throws(RecordFault) in try PointValue.real(node) }
        isCommandable = try object.flag("commandable")
        try readState(object)
    }

    private mutating func readState(_ object: RecordObject) throws(RecordFault) {
        outOfService = try object.flag("outOfService")
        statusFlags = try object.optional("statusFlags") { node throws(RecordFault) in
            let names = try node.list { node throws(RecordFault) in try node.text() }
            guard let flags = StatusFlags(names: names) else {
                throw node.fault("this is no list of status flags", "use \(StatusFlags.names.joined(separator: ", "))")
            }
            return flags
        }
        reliability = try object.whole("reliability")
        eventState = try object.whole("eventState")
        presentValue = try object.optional("presentValue") { node throws(RecordFault) in try PointValue(node) }
        valueTime = try object.optional("valueTime") { node throws(RecordFault) in try node.moment() }
        readErrors = try object.list("readErrors") { node throws(RecordFault) in try InventoryFault(node) }
    }
}
