public import PhaseLoom

/// What shows that a rule is broken: a place in a file, a device, an object, a register, or octets from the wire.
public struct PointEvidence: Hashable, Sendable {
    /// The file; empty when it is no file that shows it.
    public var file: String
    /// The line in the file, from 1; `nil` when none can be named.
    public var line: Int?
    /// The column in the line in characters, from 1; `nil` when none can be named.
    public var column: Int?
    /// The instance of the BACnet device.
    public var device: UInt32?
    /// The object or register, such as `analog-input,5` or `holding 100`.
    public var object: String?
    /// What stands there.
    public var value: String?
    /// The octets from the wire.
    public var octets: [UInt8]

    /// Makes evidence of its parts.
    public init(
        file: String = "", line: Int? = nil, column: Int? = nil, device: UInt32? = nil, object: String? = nil,
        value: String? = nil, octets: [UInt8] = []
    ) {
        self.file = file
        self.line = line
        self.column = column
        self.device = device
        self.object = object
        self.value = value
        self.octets = octets
    }

    /// The place as `file:line:column`, as far as it is known.
    public var place: String {
        [file, line.map(String.init), line == nil ? nil : column.map(String.init)]
            .compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: ":")
    }

    /// The evidence in words.
    var text: String {
        [
            place, device.map { "device \($0)" } ?? "", object ?? "", value.map { "'\($0.clipped)'" } ?? "",
            octets.isEmpty ? "" : Hexadecimal.text(octets),
        ].filter { !$0.isEmpty }.joined(separator: " ")
    }

    /// The evidence as JSON; parts that are not known are left out.
    public var json: JSONValue {
        var members = RecordMembers()
        members.add("file", file.isEmpty ? nil : file)
        members.add("line", line)
        members.add("column", column)
        members.add("device", device.map { Int($0) })
        members.add("object", object)
        members.add("value", value)
        members.add("octets", octets.isEmpty ? nil : Hexadecimal.text(octets))
        return members.value
    }
}
