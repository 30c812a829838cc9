import FieldLinks

/// What keeps a simulated building from being used to flood others: the octets that each address is sent a second.
///
/// Whoever forges the address of somebody else makes a server send there more than was sent to it.
struct AnswerBudget: Sendable {
    private var spent: [UInt32: Int] = [:]
    private var second: Int64 = 0
    private let limit: Int
    /// How many addresses are served in a second.
    private static let addresses = 1024

    init(octetsPerSecond limit: Int) { self.limit = limit }

    /// Whether octets may be sent to an address, which counts them as sent.
    mutating func allows(_ octets: Int, to address: UInt32, at now: Duration) -> Bool {
        if now.components.seconds != second {
            second = now.components.seconds
            spent.removeAll(keepingCapacity: true)
        }
        let used = spent[address] ?? 0
        guard octets <= limit - used, spent[address] != nil || spent.count < Self.addresses else { return false }
        spent[address] = used + octets
        return true
    }
}
