public import PhaseLoom

/// An order to command points, as somebody writes it and the building's operator signs it.
///
/// As a table it has the columns of ``columns``, of which a row gives those that its protocol needs; as JSON the same
/// under `commands`:
///
/// ```json
/// {"format": "phaseloom.command-order/1", "commands": [
///   {"point": "supply", "protocol": "bacnet", "endpoint": "192.0.2.7:47808", "device": 1201,
///    "object": "analog-output,5", "value": 40, "release": "15m", "reason": "damper test", "person": "Ada"}]}
/// ```
public struct CommandOrder: Hashable, Sendable {
    /// The name of the format in JSON, with its version.
    public static let format = "phaseloom.command-order/1"
    /// The columns, in any order.
    public static let columns = [
        "point", "protocol", "endpoint", "device", "object", "unit-id", "table", "register", "type", "order", "value",
        "units", "priority", "not-before", "release", "release-value", "reason", "person",
    ]
    /// The most commands of an order: people sign what they can survey.
    public static let limit = 1000

    /// The commands, at least one, in their order.
    public let commands: [PointCommand]
    /// The hash of the file, which ties the order to its signature.
    public let digest: Digest

    /// Reads an order.
    ///
    /// - Parameter bytes: the file: JSON when it begins with a brace, otherwise comma-separated values.
    /// - Throws: ``OrderFault`` with all that is wrong in it.
    /// - Complexity: O(*n*) in the number of bytes, and O(*m*²) in the number of commands.
    public init(_ bytes: [UInt8]) throws(OrderFault) {
        var cells = OrderCells()
        cells.read(bytes)
        var reading = OrderReading(problems: cells.problems)
        // Rows under a header that is wrong would only add noise.
        if cells.problems.isEmpty { for row in cells.rows { reading.take(row) } }
        guard reading.problems.isEmpty else { throw OrderFault(problems: reading.problems) }
        commands = reading.commands
        digest = Digest(of: bytes)
    }
}

/// The reasons why a file is no order that can be signed.
public struct OrderFault: Error, Hashable, Sendable {
    /// What is wrong, and where; at least one.
    public let problems: [InputProblem]
}
