import BuildingPoints
import PhaseLoom

/// The files of an integration design, as they are read for a collector.
struct DesignFiles {
    /// The design that they make up.
    private(set) var design = IntegrationDesign()
    /// What each file was, for reports.
    private(set) var inputs: [DesignReport.Input] = []
    /// The matrix as evidence.
    private(set) var matrix: CollectedFile?
    /// The network plan as evidence.
    private(set) var plan: CollectedFile?
    /// The lists of BACnet points as evidence.
    private(set) var lists: [CollectedFile] = []
    /// The register maps as evidence.
    private(set) var maps: [CollectedFile] = []

    /// The most bytes of a file.
    private static let limit = PointInventory.sizeLimit
    private let context: CollectorContext

    init(in context: CollectorContext) { self.context = context }

    /// Reads the inventory of the building as it was found.
    ///
    /// - Parameters:
    ///   - path: the file.
    ///   - isHeld: whether it has to be the baseline that the engagement holds, if it holds one.
    /// - Throws: `CollectorError` when it cannot be read, is no inventory, or is another one than the engagement holds.
    mutating func readBaseline(_ path: String, ofEngagement isHeld: Bool = false) throws {
        design.baseline = try inventory(path, "baseline")
        let held = context.engagement?.evidence(of: "bms-baseline", inForceAt: context.now) ?? []
        let files = held.filter { $0.draft.file != nil }
        guard isHeld, !files.isEmpty, !files.contains(where: { $0.draft.digest == inputs.last?.digest }) else { return }
        throw CollectorError(
            .data, at: path, "this is not the baseline of the engagement",
            hint: "give the one that was handed in, or hand this one in first")
    }

    /// Reads the inventory of the building as it is now.
    mutating func readCurrent(_ path: String) throws { design.current = try inventory(path, "current") }

    /// Reads the matrix and puts it beside the evidence.
    mutating func readMatrix(_ path: String) throws {
        let (file, bytes) = try attach(path, "matrix")
        design.matrix = IntegrationMatrix.read(bytes, file: file.name)
        matrix = file
    }

    /// Reads the network plan and puts it beside the evidence.
    mutating func readPlan(_ path: String) throws {
        let (file, bytes) = try attach(path, "plan")
        design.plan = NetworkPlan.read(bytes, file: file.name)
        plan = file
    }

    /// Reads point lists of any form and puts them beside the evidence.
    mutating func readPoints(_ values: OptionValues) throws {
        var files: [PointListFile] = []
        for path in values[DesignOptions.points].paths {
            let (file, bytes) = try attach(path, "points")
            let list = PointListFile(file.name, bytes)
            files.append(list)
            if list.form == .registerMap || list.form == .sunSpec { maps.append(file) } else { lists.append(file) }
        }
        let points = PointLists(
            files, convention: values[DesignOptions.convention].addresses,
            device: UInt32(clamping: values[DesignOptions.device]))
        design.lists = points.lists
        design.maps = points.maps
    }

    private mutating func inventory(_ path: String, _ role: String) throws -> PointInventory {
        var bytes: [UInt8] = []
        let file = try context.read(path, limit: Self.limit) { bytes += $0 }
        inputs.append(DesignReport.Input(role: role, file: file.name, digest: file.digest))
        do {
            return try PointInventory(json: bytes, file: path)
        } catch {
            throw CollectorError(.data, [error.description])
        }
    }

    private mutating func attach(_ path: String, _ role: String) throws -> (CollectedFile, [UInt8]) {
        var bytes: [UInt8] = []
        let file = try context.attach(path, limit: Self.limit) { bytes += $0 }
        inputs.append(DesignReport.Input(role: role, file: file.name, digest: file.digest))
        return (file, bytes)
    }
}

extension OptionValues {
    /// The path that an option gives; `nil` for none.
    func path(_ option: OverlayOption<String>) -> String? { self[option].isEmpty ? nil : self[option] }

    /// Refuses files of one name, which no evidence could tell apart.
    func checkNames(of options: [OverlayOption<String>]) throws(InvalidValue) {
        var names: Set<Substring> = []
        for path in options.flatMap({ self[$0].paths }) {
            let name = path.split(separator: "/").last ?? ""
            guard names.insert(name).inserted else {
                throw InvalidValue("two files are named '\(name)'", hint: "give each file a name of its own")
            }
        }
    }
}

extension String {
    /// The paths of a list with commas.
    var paths: [String] {
        split(separator: ",").map { $0.drop { $0 == " " } }.filter { !$0.isEmpty }.map(String.init)
    }
}
