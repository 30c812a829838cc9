import BuildingPoints
import FieldLinks
import Modbus

/// What a unit has of SunSpec: the points of known models at the addresses where it has them.
struct SunSpecSearch {
    /// The points; none where the unit has no models, or none was asked for.
    private(set) var points: [RegisterPoint] = []
    /// What is wrong with the chain of models.
    private(set) var faults: [InventoryFault] = []

    /// Looks for models.
    ///
    /// - Throws: `ModbusError.link` of the code `cancelled` when the task is cancelled.
    init(_ models: [SunSpecModel], _ unit: UInt8, with reader: ModbusReader) throws(ModbusError) {
        guard !models.isEmpty else { return }
        do throws(ModbusError) {
            guard let chain = try reader.sunSpec(unit: unit) else {
                faults = [InventoryFault(subject: "sunspec", code: "no-mark")]
                return
            }
            var contents: [UInt16: [UInt16]] = [:]
            for block in chain.blocks where models.contains(where: { $0.id == block.model }) {
                contents[block.address] = try reader.contents(of: block, unit: unit)
            }
            let map = SunSpecMap(chain, models: models, contents: contents)
            points = map.points
            faults = map.findings.map { InventoryFault(subject: $0.subject, code: $0.rule.id, remark: $0.message) }
        } catch {
            if case .link(let reason) = error, reason.code == .cancelled { throw error }
            faults = [InventoryFault("sunspec", error)]
        }
    }
}
