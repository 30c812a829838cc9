import BuildingPoints
import FieldLinks
import Modbus
import PhaseLoom

/// What a capture shows of wanted registers: the last value of each.
struct CapturedRegisters {
    private struct Unit: Hashable {
        let server: Endpoint
        let unit: UInt8
        let table: ModbusTable
    }

    private struct Wanted {
        let block: ModbusBlock
        let reference: PointReference
        let point: RegisterPoint
    }

    private(set) var readings: [PointReference: CheckoutReading] = [:]
    private var wanted: [Unit: [Wanted]] = [:]
    private var replay = ModbusReplay()

    init(_ references: [PointReference], _ book: RegisterBook) {
        for reference in references {
            guard case .modbus(let trunk, let unit, let table, let address) = reference else { continue }
            guard let server = book.endpoint(of: trunk) else {
                readings[reference] = CheckoutReading(fault: "trunk '\(trunk)' was not found: tell where it is")
                continue
            }
            do throws(RegisterDoubt) {
                let point = try book.point(trunk, unit, table, address)
                guard let block = point.block else { throw RegisterDoubt(message: "one request cannot read it") }
                wanted[Unit(server: server, unit: unit, table: table), default: []].append(
                    Wanted(block: block, reference: reference, point: point))
            } catch {
                readings[reference] = CheckoutReading(fault: error.message)
            }
        }
        for unit in wanted.keys { wanted[unit]?.sort { $0.block.address < $1.block.address } }
    }

    mutating func take(_ stream: CapturedStream) {
        for exchange in replay.exchanges(in: stream) { take(exchange) }
    }

    private mutating func take(_ exchange: ModbusExchangeSeen) {
        guard case .read(.table(let table, let address, let quantity)) = exchange.request else { return }
        let unit = Unit(server: exchange.server, unit: exchange.unit, table: table)
        let end = Int(address) + Int(quantity)
        for item in Self.points(of: wanted[unit] ?? [], from: address) {
            guard Int(item.block.address) < end else { break }
            guard item.block.end <= end else { continue }
            if let seen = exchange.values {
                let start = Int(item.block.address) - Int(address)
                let registers = Array(seen.values.dropFirst(start).prefix(Int(item.block.quantity)))
                readings[item.reference] = CheckoutReading(
                    item.point.value(of: registers), of: item.point, time: exchange.time, octets: exchange.octets)
            } else if readings[item.reference]?.value == nil, case .exception(_, let exception) = exchange.response {
                readings[item.reference] = CheckoutReading(
                    fault: "the device refuses with \(exception)", time: exchange.time, octets: [exchange.octets])
            }
        }
    }

    /// The points from an address on, by address.
    private static func points(of items: [Wanted], from address: UInt16) -> ArraySlice<Wanted> {
        var low = 0
        var high = items.count
        while low < high {
            let middle = (low + high) / 2
            if items[middle].block.address < address { low = middle + 1 } else { high = middle }
        }
        return items[low...]
    }
}
