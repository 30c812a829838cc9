import BuildingPoints
import PhaseLoom

extension FuzzedParser {
    /// Lists, maps, matrices and inventories; what was written reads back the same.
    public static let pointList = FuzzedParser("PointListFuzz", limit: 100_000) { octets in
        // What begins like JSON makes no table, and the other way round.
        if octets.first == UInt8(ascii: "{") { readsRecord(octets) } else { readsTable(octets) }
    }

    private static func readsRecord(_ octets: [UInt8]) {
        keepsInventory(octets)
        guard let model = try? SunSpecModel(json: octets, file: "fuzz.json") else { return }
        readsRegisters(SunSpecMap([model]).points)
    }

    private static func readsTable(_ octets: [UInt8]) {
        keepsList(octets)
        _ = EDEList.readRegistry(octets, file: "fuzz.csv", device: 1)
        readsRegisters(RegisterMap.read(octets, file: "fuzz.csv").points)
        _ = IntegrationMatrix.read(octets, file: "fuzz.csv")
        _ = NetworkPlan.read(octets, file: "fuzz.csv")
    }

    /// Registers of any content have a value or a reason why not, and a value is written or refused.
    private static func readsRegisters(_ points: [RegisterPoint]) {
        let contents: [UInt16] = [0, 1, 0x7FC0, 0x8000, 0xFFFF, 0x4148, 0x5300]
        for (number, point) in points.prefix(64).enumerated() {
            let registers = (0..<min(8, max(0, point.count))).map { contents[($0 + number) % contents.count] }
            _ = point.value(of: registers)
            _ = point.value(of: registers, scaleFactor: contents[number % contents.count])
        }
    }

    /// A list as it was exported is exported the same once more.
    private static func keepsList(_ octets: [UInt8]) {
        let sides = EDESideFile.Kind.allCases.map { EDESideFile($0, octets, file: "side.csv") }
        let list = EDEList.read(octets, file: "fuzz.csv", sides: sides).list
        let written = list.export()
        let again = EDEList.read(
            Array(written.points.utf8), file: "written.csv",
            sides: [
                EDESideFile(.stateTexts, Array(written.stateTexts.utf8), file: "texts.csv"),
                EDESideFile(.objectTypes, Array(written.objectTypes.utf8), file: "types.csv"),
                EDESideFile(.units, Array(written.units.utf8), file: "units.csv"),
            ]
        ).list
        precondition(again.points.count == list.points.count, "a point was lost")
        let twice = again.export()
        precondition(twice.points == written.points, "points are written differently")
        precondition(twice.stateTexts == written.stateTexts, "state texts are written differently")
    }

    /// An inventory that was read is written so that it reads as an equal one with an equal fingerprint.
    ///
    /// What is written is compared, since an inventory with a number that is none is not equal to itself.
    private static func keepsInventory(_ octets: [UInt8]) {
        guard let inventory = try? PointInventory(json: octets, file: "fuzz.json") else { return }
        let written = inventory.json.compactBytes
        guard let again = try? PointInventory(json: written, file: "written.json") else {
            preconditionFailure("what was written cannot be read")
        }
        precondition(again.fingerprint == inventory.fingerprint, "the fingerprint is another one")
        precondition(again.json.compactBytes == written, "what was written reads back differently")
        precondition(InventoryDiff(from: inventory, to: again).changes.isEmpty, "an inventory differs from itself")
    }
}
