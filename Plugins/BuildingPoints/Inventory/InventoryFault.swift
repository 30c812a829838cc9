import PhaseLoom

/// Something that went wrong while a device or a point was read.
public struct InventoryFault: Hashable, Sendable {
    /// What was read, such as `present-value` or `object-list[17]`.
    public var subject: String
    /// The kind of fault, such as `error property unknown-property`, `abort segmentation-not-supported` or `time-out`.
    public var code: String
    /// What else is known about it; empty for nothing.
    public var remark: String

    /// Makes a fault of its parts.
    public init(subject: String, code: String, remark: String = "") {
        self.subject = subject
        self.code = code
        self.remark = remark
    }

    /// The fault as JSON.
    var json: JSONValue {
        var members = RecordMembers()
        members.add("subject", subject)
        members.add("code", code)
        members.add("remark", remark.isEmpty ? nil : remark)
        return members.value
    }

    init(_ node: RecordNode) throws(RecordFault) {
        let object = try node.object(["subject", "code", "remark"])
        subject = try object.required("subject").text()
        code = try object.required("code").text()
        remark = try object.optional("remark") { node throws(RecordFault) in try node.text() } ?? ""
    }
}
