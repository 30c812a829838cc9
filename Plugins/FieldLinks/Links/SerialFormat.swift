/// How characters travel on a serial line.
public struct SerialFormat: Hashable, Sendable {
    /// The bits per second.
    public let baud: Int
    /// The data bits of a character, 7 or 8.
    public let dataBits: Int
    /// The parity bit.
    public let parity: Parity
    /// The stop bits, 1 or 2.
    public let stopBits: Int

    /// The bit that guards a character.
    public enum Parity: String, Hashable, Sendable, CaseIterable {
        /// No such bit.
        case none = "N"
        /// An even number of ones.
        case even = "E"
        /// An odd number of ones.
        case odd = "O"
    }

    /// Describes a format.
    ///
    /// - Parameters:
    ///   - baud: the bits per second, more than 0.
    ///   - dataBits: 7, or 8 for anything else.
    ///   - parity: the parity bit.
    ///   - stopBits: 2, or 1 for anything else.
    public init(baud: Int, dataBits: Int = 8, parity: Parity = .none, stopBits: Int = 1) {
        self.baud = max(1, baud)
        self.dataBits = dataBits == 7 ? 7 : 8
        self.parity = parity
        self.stopBits = stopBits == 2 ? 2 : 1
    }

    /// Reads a format such as `9600-8N1`.
    public init?(_ text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 2, let baud = Int(decimal: parts[0]), baud > 0 else { return nil }
        let marks = parts[1].map(String.init)
        guard marks.count == 3, ["7", "8"].contains(marks[0]), let parity = Parity(rawValue: marks[1]),
            ["1", "2"].contains(marks[2])
        else { return nil }
        self.init(baud: baud, dataBits: marks[0] == "7" ? 7 : 8, parity: parity, stopBits: marks[2] == "2" ? 2 : 1)
    }

    /// The bits of a character with its start bit, 9 to 12.
    public var bitsPerCharacter: Int { 1 + dataBits + (parity == .none ? 0 : 1) + stopBits }

    /// How long a character takes.
    public var characterTime: Duration { .nanoseconds(Int64(bitsPerCharacter) * 1_000_000_000 / Int64(baud)) }
}

extension SerialFormat: CustomStringConvertible {
    /// The format as it is written, such as `9600-8N1`.
    public var description: String { "\(baud)-\(dataBits)\(parity.rawValue)\(stopBits)" }
}
