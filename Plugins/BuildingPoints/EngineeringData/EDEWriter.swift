import BACnet

/// An engineering data exchange list as files, and what it could not say.
public struct EDEExport: Sendable {
    /// The table of points.
    public let points: String
    /// The table of state texts; empty when there are none.
    public let stateTexts: String
    /// The table of object types; empty when there are none.
    public let objectTypes: String
    /// The table of units; empty when there are none.
    public let units: String
    /// What the format cannot hold, or holds otherwise, in the order of points.
    public let losses: [String]
}

extension EDEList {
    /// Writes the list in layout 2.3, so that reading it back gives an equal list.
    ///
    /// Texts that a spreadsheet would compute get an apostrophe before them, which reading takes away again.
    ///
    /// - Parameter separator: the character between two cells.
    /// - Returns: the files, and what they hold otherwise.
    /// - Complexity: O(*n*) in the number of points.
    public func export(separator: Character = ";") -> EDEExport {
        EDEExport(
            points: pointTable(separator), stateTexts: stateTextTable(separator),
            objectTypes: Self.names("Object Types", objectTypes, separator),
            units: Self.names("Units", units, separator), losses: losses)
    }

    private func pointTable(_ separator: Character) -> String {
        var csv = CSVText(separator: separator)
        csv.add(["#Engineering-Data-Exchange - B.I.G.-EU"])
        csv.add(["PROJECT_NAME", project])
        csv.add(["VERSION_OF_REFERENCEFILE", version])
        csv.add(["TIMESTAMP_OF_LAST_CHANGE", lastChange])
        csv.add(["AUTHOR_OF_LAST_CHANGE", author])
        csv.add(["VERSION_OF_LAYOUT", layout])
        csv.add(["#" + EDEColumn.keyName.rawValue] + EDEColumn.allCases.dropFirst().map(\.rawValue) + extraColumns)
        for point in points { csv.add(point.cells) }
        return csv.text
    }

    private func stateTextTable(_ separator: Character) -> String {
        guard !stateTexts.isEmpty else { return "" }
        var csv = CSVText(separator: separator)
        let width = stateTexts.map(\.texts.count).max() ?? 0
        csv.add(["#Reference Number"] + (0..<width).map { "Text \($0 + 1)" })
        for entry in stateTexts { csv.add([String(entry.reference)] + entry.texts) }
        return csv.text
    }

    private static func names(_ title: String, _ names: [EDEName], _ separator: Character) -> String {
        guard !names.isEmpty else { return "" }
        var csv = CSVText(separator: separator)
        csv.add(["#\(title)", "Text"])
        for name in names { csv.add([String(name.number), name.name]) }
        return csv.text
    }

    private var losses: [String] {
        points.compactMap { point in
            let texts = [point.keyName, point.objectName, point.description, point.vendorAddress]
            guard texts.contains(where: { CSVText.neutralised($0) != $0 }) else { return nil }
            return "\(point.subject): a text begins like a formula and was written behind an apostrophe"
        }
    }
}

extension EDEPoint {
    fileprivate var cells: [String] {
        let flags = [isSettable, supportsCOV].map { $0.map { $0 ? "Y" : "N" } ?? "" }
        return [
            keyName, String(device), objectName, String(object.type.number), String(object.instance), description,
            defaultValue?.text ?? "", minimum?.text ?? "", maximum?.text ?? "", flags[0], flags[1],
            highLimit?.text ?? "", lowLimit?.text ?? "", stateText?.cell ?? "", units?.cell ?? "", vendorAddress,
            notificationClass,
        ] + extras
    }
}

extension EDEStateTextReference {
    fileprivate var cell: String {
        switch self {
        case .reference(let number): String(number)
        case .inline(let texts): "[" + texts.joined(separator: "|") + "]"
        case .text(let text): text
        }
    }
}

extension EDEUnits {
    fileprivate var cell: String {
        switch self {
        case .code(let units): String(units.number)
        case .text(let text): text
        }
    }
}
