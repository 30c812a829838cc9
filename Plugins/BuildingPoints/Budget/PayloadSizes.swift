/// How much fits into the messages of BACnet.
public enum PayloadSizes: Sendable {
    /// The octets that a REAL takes in an answer to ReadPropertyMultiple.
    ///
    /// Object identifier 5, opening and closing tag 2, property 2, opening and closing tag of the value 2, the value 5
    /// (ANSI/ASHRAE 135, annex F.3.7).
    public static let answeredValue = 16
    /// The octets of a value in the request: object identifier 5, opening and closing tag 2, property 2.
    public static let requestedValue = 9
    /// The octets of a record in a trend log: time stamp 12, value 7, status flags 3 (ANSI/ASHRAE 135, 12.25 and 15.8).
    public static let trendRecord = 22

    private static let answerHeader = 3
    private static let requestHeader = 4
    /// The list's properties, flags and count that stand before its records.
    private static let trendHeader = 30

    /// How many REAL values one answer to ReadPropertyMultiple has room for; at least 1.
    ///
    /// - Parameter maxAPDU: the octets of the largest message that both ends take.
    /// - Returns: the number.
    /// - Complexity: O(1).
    public static func values(in maxAPDU: Int) -> Int {
        let answered = (maxAPDU - answerHeader) / answeredValue
        return max(1, min(answered, (maxAPDU - requestHeader) / requestedValue))
    }

    /// How many records of a trend log one answer to ReadRange has room for; at least 1.
    ///
    /// - Parameter maxAPDU: the octets of the largest message that both ends take.
    /// - Returns: the number.
    /// - Complexity: O(1).
    public static func records(in maxAPDU: Int) -> Int { max(1, (maxAPDU - trendHeader) / trendRecord) }

    /// The octets of a request for values, and of its answer.
    static func exchange(of values: Int) -> (request: Int, answer: Int) {
        (requestHeader + values * requestedValue, answerHeader + values * answeredValue)
    }
}
