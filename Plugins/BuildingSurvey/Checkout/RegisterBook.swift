public import BuildingPoints
public import FieldLinks
import Modbus

/// What stands at the addresses of Modbus units, and where their trunks are reached.
public struct RegisterBook: Sendable {
    private let points: [Place: [RegisterPoint]]
    private let trunks: [String: Endpoint]
    private let only: Endpoint?

    private struct Place: Hashable {
        let table: ModbusTable
        let address: UInt16
    }

    /// Makes a book.
    ///
    /// - Parameters:
    ///   - points: the points of register maps.
    ///   - trunks: where the trunks are reached, by the names that a matrix gives them.
    ///   - only: where every other trunk is reached; `nil` when they have to be named or be addresses themselves.
    /// - Complexity: O(*n*) in the number of points.
    public init(_ points: [RegisterPoint], trunks: [String: Endpoint] = [:], only: Endpoint? = nil) {
        var places: [Place: [RegisterPoint]] = [:]
        for point in points {
            guard let address = point.address else { continue }
            places[Place(table: point.table, address: address), default: []].append(point)
        }
        self.points = places
        self.trunks = trunks
        self.only = only
    }

    /// Where a trunk is reached: as it is named, as its name says if that is an address, or where all of them are.
    public func endpoint(of trunk: String) -> Endpoint? { trunks[trunk] ?? Endpoint(trunk, port: 502) ?? only }

    /// What stands at an address; the line of a map that says most of trunk and unit counts.
    ///
    /// A bit needs no map, a register does: it alone does not tell what it means.
    ///
    /// - Complexity: O(*n*) in the number of lines for the address.
    func point(
        _ trunk: String, _ unit: UInt8, _ table: ModbusTable, _ address: UInt16
    ) throws(RegisterDoubt) -> RegisterPoint {
        let fitting = points[Place(table: table, address: address), default: []].filter {
            ($0.trunk.isEmpty || $0.trunk == trunk) && ($0.unit == nil || $0.unit == unit)
        }
        func detail(_ point: RegisterPoint) -> Int { (point.trunk.isEmpty ? 0 : 2) + (point.unit == nil ? 0 : 1) }
        let most = fitting.map(detail).max()
        let best = fitting.filter { detail($0) == most }
        guard let point = best.first else {
            if table.holdsBits { return RegisterPoint("", table, address, .bit) }
            throw RegisterDoubt(message: "no line of a register map describes it")
        }
        guard best.count == 1 else { throw RegisterDoubt(message: "\(best.count) lines of register maps describe it") }
        return point
    }
}

/// Why nobody knows what a register means.
struct RegisterDoubt: Error {
    let message: String
}
