import PhaseLoom

extension SunSpecGroup {
    init(_ node: RecordNode, _ lines: LineIndex) throws(RecordFault) {
        let object = try node.anyObject()
        name = try object.required("name").name()
        isSynchronous = try object.text("type") == "sync"
        repetition = try object.optional("count") { node throws(RecordFault) in try Self.repetition(node) } ?? .times(1)
        points = try object.list("points") { node throws(RecordFault) in try SunSpecPoint(node, lines) }
        groups = try object.list("groups") { node throws(RecordFault) in try SunSpecGroup(node, lines) }
    }

    private static func repetition(_ node: RecordNode) throws(RecordFault) -> Repetition {
        if case .string(let name) = node.node.content { return .point(name) }
        let times = try node.integer(in: 0...65_535)
        return times == 0 ? .rest : .times(times)
    }
}

extension SunSpecPoint {
    private enum Access: String, CaseIterable { case R, RW }
    private enum Mandatory: String, CaseIterable { case M, O }
    private enum Change: String, CaseIterable { case D, S }

    init(_ node: RecordNode, _ lines: LineIndex) throws(RecordFault) {
        let object = try node.anyObject()
        name = try object.required("name").name()
        type = try object.required("type").choice()
        guard
            let size = try object.optional("size", { node throws(RecordFault) in try node.integer(in: 1...65_535) })
                ?? type.size
        else { throw node.fault("a text has no size", "add 'size', the registers that it takes") }
        self.size = size
        count = try object.optional("count") { node throws(RecordFault) in try node.integer(in: 1...65_535) } ?? 1
        scale = try object.optional("sf") { node throws(RecordFault) in try Self.scale(node) }
        units = try object.text("units")
        label = try object.text("label")
        isWritable = try object.optional("access") { node throws(RecordFault) in try node.choice(Access.self) } == .RW
        isMandatory =
            try object.optional("mandatory") { node throws(RecordFault) in try node.choice(Mandatory.self) } == .M
        isStatic = try object.optional("static") { node throws(RecordFault) in try node.choice(Change.self) } == .S
        symbols = try object.list("symbols") { node throws(RecordFault) in
            let object = try node.anyObject()
            return RegisterSymbol(try object.required("value").whole(), try object.required("name").text())
        }
        fixedValue = try object.optional("value") { node throws(RecordFault) in Self.whole(node) } ?? nil
        line = lines.place(of: node.node.offset).line
    }

    private static func scale(_ node: RecordNode) throws(RecordFault) -> Scale {
        if let power = whole(node) { return .power(power) }
        return .point(try node.text())
    }

    /// A whole number, also one that is written as a text.
    private static func whole(_ node: RecordNode) -> Int? {
        switch node.node.content {
        case .integer(let number): number
        case .string(let text): Int(text)
        default: nil
        }
    }
}

extension RecordNode {
    /// Reads the name of a group or a point, which stands in the name of each point below it.
    fileprivate func name() throws(RecordFault) -> String {
        let name = try text()
        guard name.utf8.count <= 100 else { throw fault("the name is too long", "use at most 100 octets") }
        return name
    }
}
