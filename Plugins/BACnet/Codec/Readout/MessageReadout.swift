public import PhaseLoom

extension BACnetMessage {
    /// The message as an object with the members `bvll`, `npdu` and `apdu`, as far as it has them.
    ///
    /// - Complexity: O(*n*) in the number of values.
    public var json: JSONValue {
        var members: [JSONMember] = []
        if let bvll { members.append(JSONMember("bvll", bvll.json)) }
        if let npdu { members.append(JSONMember("npdu", npdu.json)) }
        if let apdu { members.append(JSONMember("apdu", apdu.json)) }
        return .object(members)
    }
}

extension BVLL {
    /// The header as an object: the name of the function, and the octets behind the header in hexadecimal digits.
    ///
    /// - Complexity: O(*n*) in the number of entries.
    public var json: JSONValue {
        let names = [
            "result", "write-broadcast-distribution-table", "read-broadcast-distribution-table",
            "read-broadcast-distribution-table-ack", "forwarded-npdu", "register-foreign-device",
            "read-foreign-device-table", "read-foreign-device-table-ack", "delete-foreign-device-table-entry",
            "distribute-broadcast-to-network", "original-unicast-npdu", "original-broadcast-npdu", "secure-bvll",
        ]
        let head: JSONValue = ["function": .string(names[Int(function)])]
        if case .forwardedNPDU(let endpoint) = self { return head.adding(["source": .string("\(endpoint)")]) }
        var octets: [UInt8] = []
        encode(into: &octets)
        return octets.count == 4 ? head : head.adding(["octets": .string(octets.dropFirst(4).hexadecimal)])
    }
}

extension NPDU {
    /// The header as an object: whether an answer is expected, the priority, and the addresses if there are any.
    ///
    /// - Complexity: O(*n*) in the octets of a message to routers.
    public var json: JSONValue {
        var json: JSONValue = [
            "expects-reply": .bool(expectsReply), "priority": .integer(Int(priority.rawValue)),
        ]
        if let destination {
            json = json.adding([
                "destination": .string("\(destination)"), "hop-count": .integer(Int(hopCount)),
            ])
        }
        if let source { json = json.adding(["source": .string("\(source)")]) }
        return message.map { json.adding(["message": $0.json]) } ?? json
    }
}

extension NetworkMessage {
    /// The message as an object: its number, and the octets behind it in hexadecimal digits.
    ///
    /// - Complexity: O(*n*) in the number of octets.
    public var json: JSONValue {
        var octets: [UInt8] = []
        try? encode(into: &octets)
        return ["number": .integer(Int(number)), "octets": .string(octets.dropFirst().hexadecimal)]
    }
}
