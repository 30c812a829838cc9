/// What may go wrong with one answer of a simulated device.
public enum ModbusTrouble: Hashable, Sendable {
    /// No answer comes.
    case silence
    /// The answer comes late, after the requests that follow it perhaps.
    case delay(Duration)
    /// The answer has the function code 0x80, as some servers send for what they do not know.
    case wrongFunction
    /// The answer has the number of another request.
    case wrongTransaction
    /// The answer comes from another unit.
    case wrongUnit
    /// The last octets of the answer are missing.
    case truncated(by: Int)
    /// An octet of the answer is damaged.
    case damaged(at: Int)
    /// The other side ends the connection instead of an answer.
    case closed
}
