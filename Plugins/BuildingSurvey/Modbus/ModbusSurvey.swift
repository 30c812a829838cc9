public import BuildingPoints
import FieldLinks
public import Modbus
public import PhaseLoom

/// The survey of a unit: what it says of itself, and the points that a map lists.
public struct ModbusSurvey: Sendable {
    /// The points; those of other units are passed over.
    public var points: [RegisterPoint]
    /// Models of SunSpec, whose points are read of units that have them.
    public var models: [SunSpecModel]
    /// How many registers that nobody asked for may be read between two points, to save a request.
    public var gap = 10

    /// Makes a survey of the points of a map, and of models.
    public init(points: [RegisterPoint] = [], models: [SunSpecModel] = []) {
        self.points = points
        self.models = models
    }

    /// Reads a unit.
    ///
    /// Points that stand close together are read with one request; where the unit refuses that, each by itself. What
    /// cannot be read is in the record with the reason.
    ///
    /// - Parameters:
    ///   - unit: the unit, 1 to 247; over TCP up to 255.
    ///   - endpoint: where it is reached, as the record names it.
    ///   - reader: the client on its trunk.
    ///   - clock: what tells the time of readings.
    ///   - progress: is told how many of how many points were tried.
    /// - Returns: the record.
    /// - Throws: `ModbusError.link` of the code `cancelled` when the task is cancelled.
    public func read(
        _ unit: UInt8, at endpoint: String, with reader: ModbusReader, clock: () -> Timestamp? = { nil },
        progress: (Int, Int) -> Void = { _, _ in }
    ) throws(ModbusError) -> InventoryUnit {
        let modelled = try SunSpecSearch(models, unit, with: reader)
        let points = points.filter { $0.belongs(to: unit) } + modelled.points
        var work = UnitWork(InventoryUnit(endpoint: endpoint, unit: unit), points)
        var tried = 0
        progress(tried, points.count)
        for table in ModbusTable.allCases {
            for block in work.blocks(of: table, gap: gap) {
                try work.read(block.block, block.parts, of: table, with: reader, clock)
                tried += block.parts.count
                progress(tried, points.count)
            }
        }
        // Last, since a unit that says nothing to the question would then be left alone for a while.
        try work.identify(with: reader)
        var record = work.record
        if !record.isSilent { record.faults += modelled.faults }
        return record
    }
}

/// A unit that is being read.
private struct UnitWork {
    private(set) var unit: InventoryUnit
    private var registers: [InventoryRegister]
    /// Why nothing more can be read: the link is broken, or the unit does not answer.
    private var interruption: ModbusError?
    private var hasAnswered = false
    /// How often a gateway answered that it does not reach the unit, and how often is enough.
    private var absences = 0
    private var absence: ModbusError?
    private static let absenceLimit = 3

    init(_ unit: InventoryUnit, _ points: [RegisterPoint]) {
        self.unit = unit
        registers = points.map(InventoryRegister.init)
        for place in registers.indices where registers[place].point.block == nil {
            let point = registers[place].point
            let code = point.addresses == nil ? "no-address" : "too-long"
            registers[place].readErrors = [InventoryFault(subject: point.place, code: code)]
        }
    }

    /// The record of what was read.
    var record: InventoryUnit {
        var record = unit
        record.registers = registers
        if !hasAnswered, let reason = interruption ?? absence {
            record.faults = [InventoryFault(InventoryUnit.silence, reason)]
        }
        return record
    }

    /// Reads what the unit says of itself; that it does not know the question is no fault.
    mutating func identify(with reader: ModbusReader) throws(ModbusError) {
        for access in [ModbusIdentificationAccess.regular, .basic] where unit.identification.isEmpty {
            let number = unit.unit
            let answer = try attempt { () throws(ModbusError) in
                try reader.identification(access, unit: number).map { InventoryUnit.Identification($0) }
            }
            switch answer {
            case .success(let objects): unit.identification = objects
            case .failure(.refused(let exception)):
                if exception == .illegalFunction { return }
            case .failure(let error):
                // Many units that answer everything else say nothing to this.
                if !error.isSilence { unit.faults = [InventoryFault("identification", error)] }
                return
            }
        }
    }

    /// The points of a table in as few requests as can be, each with the places of its points.
    func blocks(of table: ModbusTable, gap: Int) -> [(block: ModbusBlock, parts: [Int])] {
        let places = registers.indices.filter {
            registers[$0].point.table == table && registers[$0].point.block != nil
        }
        let blocks = places.compactMap { registers[$0].point.block }
        let limit = places.compactMap { registers[$0].point.maxBlock }.min() ?? table.limit
        return ModbusBlock.merging(blocks, gap: gap, limit: min(limit, table.limit)).map { merged in
            (merged.block, merged.parts.map { places[$0] })
        }
    }

    /// Reads points with one request, and each by itself if the unit refuses that.
    mutating func read(
        _ block: ModbusBlock, _ places: [Int], of table: ModbusTable, with reader: ModbusReader,
        _ clock: () -> Timestamp?
    ) throws(ModbusError) {
        let answer = try values(block, of: table, with: reader)
        if case .failure(.refused) = answer, places.count > 1 {
            for place in places {
                guard let own = registers[place].point.block else { continue }
                take(try values(own, of: table, with: reader), of: own, place, at: clock())
            }
        } else {
            for place in places { take(answer, of: block, place, at: clock()) }
        }
    }

    private mutating func take(
        _ answer: Result<[UInt16], ModbusError>, of block: ModbusBlock, _ place: Int, at time: Timestamp?
    ) {
        let point = registers[place].point
        switch answer {
        case .success(let values):
            guard let own = point.block else { return }
            let offset = Int(own.address) - Int(block.address)
            let mine = Array(values.dropFirst(offset).prefix(Int(own.quantity)))
            registers[place].take(point.value(of: mine), at: time)
        case .failure(let error): registers[place].readErrors = [InventoryFault(point.place, error)]
        }
    }

    private mutating func values(
        _ block: ModbusBlock, of table: ModbusTable, with reader: ModbusReader
    ) throws(ModbusError) -> Result<[UInt16], ModbusError> {
        let unit = unit.unit
        return try attempt { () throws(ModbusError) in
            let (address, quantity) = (block.address, block.quantity)
            return table.holdsBits
                ? try reader.bits(of: table, at: address, quantity: quantity, unit: unit).map { $0 ? 1 : 0 }
                : try reader.registers(of: table, at: address, quantity: quantity, unit: unit)
        }
    }

    /// Asks, unless nothing can be asked any more.
    private mutating func attempt<Value>(
        _ ask: () throws(ModbusError) -> Value
    ) throws(ModbusError) -> Result<Value, ModbusError> {
        if let interruption { return .failure(interruption) }
        do throws(ModbusError) {
            let value = try ask()
            hasAnswered = true
            return .success(value)
        } catch {
            switch error {
            case .link(let reason):
                if reason.code == .cancelled { throw error }
                interruption = error
            case .silent, .resting:
                if !hasAnswered { interruption = error }
            case .refused(.gatewayPathUnavailable), .refused(.gatewayTargetDeviceFailedToRespond):
                // This says the gateway, not the unit.
                absences += 1
                if !hasAnswered { absence = error }
                if !hasAnswered, absences >= Self.absenceLimit { interruption = error }
            case .refused, .fault: hasAnswered = true
            }
            return .failure(error)
        }
    }
}

extension InventoryUnit {
    /// The subject of the fault of a unit that answered nothing at all.
    fileprivate static let silence = "unit"

    /// Whether the unit answered nothing at all.
    var isSilent: Bool { faults.contains { $0.subject == Self.silence } }
}

extension ModbusError {
    /// Whether nothing came.
    fileprivate var isSilence: Bool {
        switch self {
        case .silent, .resting: true
        case .link, .fault, .refused: false
        }
    }
}
