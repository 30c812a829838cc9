/// How a register map counts its addresses.
public enum AddressConvention: String, Hashable, Sendable, CaseIterable {
    /// From 0, as they travel.
    case zeroBased = "zero-based"
    /// From 1, as the tables of the application protocol count.
    case oneBased = "one-based"
    /// With the table before a number from 1: `40001` or `400001` is the first holding register.
    case reference

    /// The address from 0 that a text means.
    ///
    /// Source: MODBUS Application Protocol V1.1b3, 4.4; the leading digit of references is the practice of makers.
    ///
    /// - Returns: `nil` for what is no address; the table is `nil` where the text does not tell it.
    /// - Complexity: O(*n*) in the length of the text.
    func address(_ text: String) -> (address: UInt16, table: Character?)? {
        if text.hasPrefix("0x") || text.hasPrefix("0X") {
            return UInt16(text.dropFirst(2), radix: 16).flatMap { self == .zeroBased ? ($0, nil) : nil }
        }
        guard text.utf8.allSatisfy(\.isASCIIDigit), let number = Int(text) else { return nil }
        switch self {
        case .zeroBased: return UInt16(exactly: number).map { ($0, nil) }
        case .oneBased: return number < 1 ? nil : UInt16(exactly: number - 1).map { ($0, nil) }
        case .reference:
            guard text.utf8.count == 5 || text.utf8.count == 6, let first = text.first, "0134".contains(first),
                let place = Int(text.dropFirst()), place >= 1
            else { return nil }
            return UInt16(exactly: place - 1).map { ($0, first) }
        }
    }

    /// Whether a text looks like a reference with its table, such as `40101`.
    static func looksLikeReference(_ text: String) -> Bool {
        guard let found = AddressConvention.reference.address(text) else { return false }
        return found.table == "4" || found.table == "3"
    }
}
