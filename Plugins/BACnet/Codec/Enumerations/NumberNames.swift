/// The names of numbers, as an enumeration of the standard lists them.
public struct NumberNames: Sendable {
    private let names: [UInt32: String]
    private let numbers: [String: UInt32]
    private let proprietary: ClosedRange<UInt32>?

    /// Reads a list.
    ///
    /// - Parameters:
    ///   - list: names with the numbers that they follow each other by; a number alone is that of the next name.
    ///   - proprietary: the numbers that makers may use; `nil` if there are none.
    init(_ list: String, proprietary: ClosedRange<UInt32>? = nil) {
        var names: [UInt32: String] = [:]
        var numbers: [String: UInt32] = [:]
        var next: UInt32 = 0
        for word in list.split(whereSeparator: \.isWhitespace) {
            if let number = UInt32(word) {
                next = number
            } else {
                names[next] = String(word)
                numbers[String(word)] = next
                next &+= 1
            }
        }
        self.names = names
        self.numbers = numbers
        self.proprietary = proprietary
    }

    /// The name of the standard for a number; `nil` if it has none.
    public func standardName(of number: UInt32) -> String? { names[number] }

    /// The name of any number: that of the standard, or one made of the number.
    public func name(of number: UInt32) -> String {
        names[number] ?? (proprietary?.contains(number) == true ? "proprietary-\(number)" : "reserved-\(number)")
    }

    /// Finds the number of a name; `nil` if it is neither a name nor a number.
    public func number(of name: some StringProtocol) -> UInt32? {
        if let number = numbers[String(name)] { return number }
        for prefix in ["proprietary-", "reserved-"] where name.hasPrefix(prefix) {
            return UInt32(name.dropFirst(prefix.count))
        }
        return UInt32(name)
    }

    /// The names in the order of their numbers.
    public var all: [(number: UInt32, name: String)] {
        names.map { ($0.key, $0.value) }.sorted { $0.0 < $1.0 }
    }
}
