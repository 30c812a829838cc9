/// The forms in which points are handed over.
public enum PointListForm: String, Hashable, Sendable, CaseIterable {
    /// A table of an engineering data exchange list.
    case engineeringData = "ede"
    /// A table that stands beside such a list.
    case sideTable = "side-table"
    /// The list of VOLTTRON's BACnet driver.
    case registry
    /// A map of Modbus registers.
    case registerMap = "register-map"
    /// A model of SunSpec in JSON.
    case sunSpec = "sunspec"

    /// Finds out the form of a file by its name and the titles of its columns.
    ///
    /// A file that shows none of the forms is taken for an engineering data exchange list, whose reader says what it
    /// lacks.
    ///
    /// - Parameters:
    ///   - bytes: the file.
    ///   - file: its name.
    /// - Complexity: O(1), because only its first lines are looked at.
    public init(_ bytes: [UInt8], file: String) {
        if EDESideFile([], file: file) != nil {
            self = .sideTable
            return
        }
        if bytes.prefix(64).first(where: { $0 > 0x20 && $0 < 0x7F }) == UInt8(ascii: "{") {
            self = .sunSpec
            return
        }
        let lines = bytes.prefix(1 << 16).split(whereSeparator: { $0 == 10 || $0 == 13 }).prefix(20)
        for line in lines {
            let titles = Set(
                line.split(whereSeparator: { Self.separators.contains($0) }).map {
                    String(decoding: $0, as: UTF8.self).bare
                })
            if titles.isSuperset(of: ["volttronpointname", "bacnetobjecttype"]) {
                self = .registry
                return
            }
            let columns = Set(titles.compactMap { RegisterColumn(title: $0) })
            if columns.isSuperset(of: [.address, .type]) || columns.isSuperset(of: [.name, .address]) {
                self = .registerMap
                return
            }
        }
        self = .engineeringData
    }

    private static let separators = Array(",;\t".utf8)
}
