public import FieldLinks
import Modbus

/// What commands coils and registers behind one Modbus device or gateway, on a thread of its own.
///
/// Its streams carry frames that read, and nothing else but the one ordered value or the former one. A device's answer
/// to a write has to repeat it.
public actor ModbusCommander: PointCommander {
    private let executor: TrunkExecutor
    private let exchange: ModbusExchange
    private let permit: CommandPermit
    /// The thread of the trunk.
    public nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    /// Opens a client with a thread of its own, which connects when it is needed.
    ///
    /// - Parameters:
    ///   - patience: how long to wait for answers, and how often to read; a write is sent once.
    ///   - connect: opens the stream.
    /// - Throws: `LinkError` when the system has no thread left.
    public init(
        patience: Patience = Patience(), connect: @escaping @Sendable () throws(LinkError) -> any StreamLink
    ) throws(LinkError) {
        executor = try TrunkExecutor()
        let permit = CommandPermit()
        self.permit = permit
        exchange = ModbusExchange(framing: .tcp, patience: patience) { () throws(LinkError) in
            CommandingStream(link: try connect(), permit: permit)
        }
    }

    /// Reads what a point holds, without writing.
    public func standing(of command: PointCommand) throws(CommandFault) -> PointStanding {
        guard case .modbus(let point) = command.target else { throw Self.notOurs }
        return PointStanding(raw: try read(point).map { Double($0) }, place: .none, overriding: nil)
    }

    /// Writes a command.
    public func write(_ command: AuthorizedCommand) throws(CommandFault) {
        guard case .modbus(let point) = command.command.target,
            let registers = point.registers(of: command.command.value)
        else { throw Self.notOurs }
        try write(registers, to: point)
    }

    /// Gives a point back what it had before a command.
    public func giveBack(_ held: HeldCommand) throws(CommandFault) {
        guard case .modbus(let point) = held.command.target, case .restore(let values) = held.way else {
            throw Self.notOurs
        }
        let registers = values.compactMap { UInt16(exactly: $0) }
        guard registers.count == point.count, registers.count == values.count else { throw Self.notOurs }
        try write(registers, to: point)
    }

    private static let notOurs = CommandFault("the command does not fit a point of Modbus")

    private func read(_ point: ModbusPoint) throws(CommandFault) -> [UInt16] {
        let reading = ModbusRequest.read(
            .table(point.table, address: point.address, quantity: UInt16(clamping: point.count)))
        do throws(ModbusError) {
            switch try exchange.perform(reading, unit: point.unit) {
            case .holdingRegisters(let registers): return registers
            case .coils(let bits): return bits.prefix(1).values.map { $0 ? 1 : 0 }
            default: throw .fault(ModbusFault(.wrongFunction, at: 0, "another table answers than was read"))
            }
        } catch {
            throw CommandFault(error)
        }
    }

    private func write(_ registers: [UInt16], to point: ModbusPoint) throws(CommandFault) {
        var reason = Self.notOurs
        for writing in point.writings(of: registers) {
            permit.allow(writing, unit: point.unit)
            defer { permit.close() }
            do throws(ModbusError) {
                _ = try exchange.perform(.write(writing), unit: point.unit)
                return
            } catch {
                // A device that does not know the function has not written: it may know the other one.
                guard error == .refused(.illegalFunction) else { throw CommandFault(error) }
                reason = CommandFault(error)
            }
        }
        throw reason
    }
}
