public import BuildingPoints
public import FieldLinks
public import Modbus
public import PhaseLoom

/// Reads registers from their units, each point with a request of its own, so that its answer is the evidence.
public struct LiveRegisters: CheckoutSource {
    private let book: RegisterBook
    private let clock: () -> Timestamp
    private let open: (Endpoint) -> ModbusReader
    private var readers: [Endpoint: ModbusReader] = [:]

    /// Prepares to read.
    ///
    /// - Parameters:
    ///   - book: what stands where.
    ///   - clock: what tells the time of a reading.
    ///   - open: makes the client for a trunk; each trunk gets one.
    public init(
        _ book: RegisterBook, at clock: @escaping () -> Timestamp, open: @escaping (Endpoint) -> ModbusReader
    ) {
        self.book = book
        self.clock = clock
        self.open = open
    }

    /// Reads a register, with all that belong to its value.
    public mutating func reading(of point: PointReference) throws(CancellationError) -> CheckoutReading {
        guard case .modbus(let trunk, let unit, let table, let address) = point else {
            return CheckoutReading(fault: "it is no register of Modbus")
        }
        guard let endpoint = book.endpoint(of: trunk) else {
            return CheckoutReading(fault: "trunk '\(trunk)' was not found: tell where it is")
        }
        let described: RegisterPoint
        do throws(RegisterDoubt) {
            described = try book.point(trunk, unit, table, address)
        } catch {
            return CheckoutReading(fault: error.message)
        }
        guard let block = described.block else {
            return CheckoutReading(fault: "one request cannot read it: its registers are too many or too far apart")
        }
        let reader = readers[endpoint] ?? open(endpoint)
        readers[endpoint] = reader
        do throws(ModbusError) {
            let registers = try Self.registers(reader, table, block, unit)
            return CheckoutReading(
                described.value(of: registers), of: described, time: clock(), octets: reader.lastAnswer)
        } catch {
            if case .link(let fault) = error, fault.code == .cancelled { throw CancellationError() }
            let answer = reader.lastAnswer
            return CheckoutReading(fault: "\(error)", time: clock(), octets: answer.isEmpty ? [] : [answer])
        }
    }

    private static func registers(
        _ reader: ModbusReader, _ table: ModbusTable, _ block: ModbusBlock, _ unit: UInt8
    ) throws(ModbusError) -> [UInt16] {
        guard table.holdsBits else {
            return try reader.registers(of: table, at: block.address, quantity: block.quantity, unit: unit)
        }
        return try reader.bits(of: table, at: block.address, quantity: block.quantity, unit: unit).map { $0 ? 1 : 0 }
    }
}

/// One task at a time may use it: its clients have connections of their own.
@available(*, unavailable)
extension LiveRegisters: Sendable {}
