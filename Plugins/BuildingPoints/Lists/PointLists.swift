/// Point lists of several forms, read together.
///
/// ```swift
/// let points = PointLists([PointListFile("site_EDE.csv", bytes), PointListFile("site_StateTexts.csv", texts)])
/// print(points.lists.count, points.maps.count)
/// ```
public struct PointLists: Sendable {
    /// The lists of BACnet points, in the order of the files.
    public let lists: [EDEReading]
    /// The maps of Modbus registers, in the order of the files; then those of SunSpec models, laid out as one device.
    public let maps: [RegisterMap]

    /// The number that stands for a device in lists that name none: the one that no device may have.
    ///
    /// Source: ANSI/ASHRAE 135, 12.1.1, where instance 4194303 means that none is configured.
    public static let unknownDevice: UInt32 = 4_194_303

    /// Reads files.
    ///
    /// A side table goes with the list whose name begins as its own does, such as `site_EDE.csv` and
    /// `site_StateTexts.csv`, and with every list where there is none.
    ///
    /// - Parameters:
    ///   - files: the files in their order.
    ///   - convention: how register maps count addresses, unless a column says so; `nil` when nobody declared it.
    ///   - device: the instance of the device that lists without one describe.
    /// - Complexity: O(*n* log *n*) in the number of bytes.
    public init(
        _ files: [PointListFile], convention: AddressConvention? = nil, device: UInt32 = PointLists.unknownDevice
    ) {
        let sides = files.compactMap { $0.form == .sideTable ? EDESideFile($0.bytes, file: $0.name) : nil }
        let tables = files.filter { $0.form == .engineeringData }
        lists = files.compactMap { file in
            switch file.form {
            case .engineeringData:
                let own = sides.filter { side in Self.goes(side, with: file, among: tables) }
                return EDEList.read(file.bytes, file: file.name, sides: own)
            case .registry: return EDEList.readRegistry(file.bytes, file: file.name, device: device)
            case .sideTable, .registerMap, .sunSpec: return nil
            }
        }
        maps =
            files.filter { $0.form == .registerMap }.map {
                RegisterMap.read($0.bytes, file: $0.name, convention: convention)
            } + SunSpecMap.read(files.filter { $0.form == .sunSpec })
    }

    private static func goes(_ side: EDESideFile, with list: PointListFile, among lists: [PointListFile]) -> Bool {
        let stem = stem(side.file)
        let fitting = lists.filter { Self.stem($0.name) == stem }
        return fitting.isEmpty || fitting.contains { $0.name == list.name }
    }

    /// What the names of a list and its side tables have in common.
    private static func stem(_ name: String) -> String {
        let last = name.split(separator: "/").last.map(String.init) ?? name
        let base = last.split(separator: ".").first.map(String.init) ?? last
        let parts = base.split(separator: "_")
        let endings = ["ede", "statetexts", "objtypes", "units"]
        guard parts.count > 1, let ending = parts.last, endings.contains(String(ending).bare) else { return base }
        return parts.dropLast().joined(separator: "_")
    }
}

/// A file with points, as it was handed over.
public struct PointListFile: Sendable {
    /// The name by which findings call it.
    public let name: String
    /// Its content.
    public let bytes: [UInt8]
    /// What it is.
    public let form: PointListForm

    /// Describes a file; its form is found out.
    public init(_ name: String, _ bytes: [UInt8]) {
        self.name = name
        self.bytes = bytes
        form = PointListForm(bytes, file: name)
    }
}
