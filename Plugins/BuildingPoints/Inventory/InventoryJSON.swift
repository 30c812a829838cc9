public import PhaseLoom

extension PointInventory {
    /// The name of the format, with its version.
    public static let format = "phaseloom.inventory/1"
    /// The bytes that a document may have: room for some hundred thousand points.
    public static let sizeLimit = 128 << 20

    /// The inventory as JSON in canonical order; what is not known is left out.
    ///
    /// - Complexity: O(*n* log *n*) in the number of points.
    public var json: JSONValue {
        let sorted = inOrder
        var members = RecordMembers()
        members.add("format", Self.format)
        members.add("site", site.isEmpty ? nil : site)
        members.add("taken", taken?.description)
        members.add("method", method.isEmpty ? nil : method)
        members.add("fingerprint", fingerprint.description)
        members.add("devices", sorted.devices.map(\.json))
        members.add("units", sorted.units.map(\.json))
        return members.value
    }

    /// Reads an inventory, and checks it against the fingerprint that stands in it.
    ///
    /// - Parameters:
    ///   - bytes: the document in the format `phaseloom.inventory/1`.
    ///   - file: the name by which errors call it.
    /// - Throws: ``RecordError`` for the first thing that is wrong, an unknown key included.
    /// - Complexity: O(*n* log *n*) in the number of bytes.
    public init(json bytes: [UInt8], file: String) throws(RecordError) {
        self = try RecordNode.read(bytes, from: file, upTo: Self.sizeLimit) { node throws(RecordFault) in
            try PointInventory(node)
        }
    }

    private init(_ node: RecordNode) throws(RecordFault) {
        let object = try node.object(
            ["site", "taken", "method", "fingerprint", "devices", "units"], format: Self.format)
        site = try object.text("site")
        taken = try object.optional("taken") { node throws(RecordFault) in try node.moment() }
        method = try object.text("method")
        devices = try object.list("devices") { node throws(RecordFault) in try InventoryDevice(node) }
        units = try object.list("units") { node throws(RecordFault) in try InventoryUnit(node) }
        if let stated = try object.optional("fingerprint", { node throws(RecordFault) in (node, try node.text()) }),
            stated.1 != fingerprint.description
        {
            throw stated.0.fault(
                "the fingerprint is not that of the inventory", "leave it out where the inventory was edited on purpose"
            )
        }
    }
}

extension RecordObject {
    /// A text, empty where the key is absent.
    func text(_ key: String) throws(RecordFault) -> String {
        try optional(key) { node throws(RecordFault) in try node.text() } ?? ""
    }

    func texts(_ key: String) throws(RecordFault) -> [String] {
        try list(key) { node throws(RecordFault) in try node.text() }
    }

    func optionalText(_ key: String) throws(RecordFault) -> String? {
        try optional(key) { node throws(RecordFault) in try node.text() }
    }

    func flag(_ key: String) throws(RecordFault) -> Bool? {
        try optional(key) { node throws(RecordFault) in try node.flag() }
    }

    func number(_ key: String) throws(RecordFault) -> Double? {
        try optional(key) { node throws(RecordFault) in try node.number() }
    }

    /// A whole number that fits a type.
    func whole<Number: FixedWidthInteger>(_ key: String, _ type: Number.Type = Number.self) throws(RecordFault)
        -> Number?
    {
        try optional(key) { node throws(RecordFault) in try node.whole() }
    }
}

extension RecordNode {
    /// A whole number that fits a type.
    func whole<Number: FixedWidthInteger>(_ type: Number.Type = Number.self) throws(RecordFault) -> Number {
        let low = Int(exactly: Number.min) ?? .min
        let high = Int(exactly: Number.max) ?? .max
        return Number(truncatingIfNeeded: try integer(in: low...high))
    }
}
