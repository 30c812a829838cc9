import BACnet
import PhaseLoom

extension InventoryDevice {
    var json: JSONValue {
        var members = identity
        members.add("address", address.isEmpty ? nil : address)
        members.add("observedSegmentation", observedSegmentation?.rawValue)
        members.add("faults", faults.map(\.json))
        members.add("objects", objects.map(\.json))
        return members.value
    }

    /// What the device says of itself: the part of its record that stays equal while nobody changes it.
    private var identity: RecordMembers {
        var members = RecordMembers()
        members.add("instance", Int(instance))
        members.add("network", network.map { Int($0) })
        members.add("mac", mac.isEmpty ? nil : Hexadecimal.text(mac))
        members.add("name", name)
        members.add("description", description)
        members.add("location", location)
        members.add("vendorIdentifier", vendorIdentifier.map { Int($0) })
        members.add("vendorName", vendorName)
        members.add("modelName", modelName)
        members.add("firmwareRevision", firmwareRevision)
        members.add("applicationSoftware", applicationSoftware)
        members.add("protocolVersion", protocolVersion.map { Int($0) })
        members.add("protocolRevision", protocolRevision.map { Int($0) })
        members.add("maxAPDU", maxAPDU.map { Int($0) })
        members.add("segmentation", segmentation?.name)
        members.add("services", services)
        members.add("objectTypes", objectTypes.map(\.name))
        members.add("databaseRevision", databaseRevision.map { Int($0) })
        return members
    }

    private static let keys = [
        "instance", "address", "network", "mac", "name", "description", "location", "vendorIdentifier", "vendorName",
        "modelName", "firmwareRevision", "applicationSoftware", "protocolVersion", "protocolRevision", "maxAPDU",
        "segmentation", "observedSegmentation", "services", "objectTypes", "databaseRevision", "objects", "faults",
    ]

    init(_ node: RecordNode) throws(RecordFault) {
        let object = try node.object(Self.keys)
        self.init(instance: try object.required("instance").whole(), address: try object.text("address"))
        network = try object.whole("network")
        mac = try object.optional("mac") { node throws(RecordFault) in try node.octets() } ?? []
        try readTexts(object)
        try readProtocol(object)
        objects = try object.list("objects") { node throws(RecordFault) in try InventoryObject(node) }
        faults = try object.list("faults") { node throws(RecordFault) in try InventoryFault(node) }
    }

    private mutating func readTexts(_ object: RecordObject) throws(RecordFault) {
        name = try object.optionalText("name")
        description = try object.optionalText("description")
        location = try object.optionalText("location")
        vendorIdentifier = try object.whole("vendorIdentifier")
        vendorName = try object.optionalText("vendorName")
        modelName = try object.optionalText("modelName")
        firmwareRevision = try object.optionalText("firmwareRevision")
        applicationSoftware = try object.optionalText("applicationSoftware")
    }

    private mutating func readProtocol(_ object: RecordObject) throws(RecordFault) {
        protocolVersion = try object.whole("protocolVersion")
        protocolRevision = try object.whole("protocolRevision")
        maxAPDU = try object.whole("maxAPDU")
        segmentation = try object.optional("segmentation") { node throws(RecordFault) in
            try node.parsed("write the name of a segmentation") { Segmentation(name: $0) }
        }
        observedSegmentation = try object.optional("observedSegmentation") { node throws(RecordFault) in
            try node.choice()
        }
        services = try object.texts("services")
        objectTypes = try object.list("objectTypes") { node throws(RecordFault) in
            try node.parsed("write the name of an object type") { ObjectType(name: $0) }
        }
        databaseRevision = try object.whole("databaseRevision")
    }
}
