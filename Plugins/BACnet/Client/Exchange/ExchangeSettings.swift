public import FieldLinks

/// How a client asks: how often, how fast, and how much it takes.
public struct ExchangeSettings: Hashable, Sendable {
    /// How long to wait for an answer, and how often to ask again.
    public var patience = Patience()
    /// How fast requests may follow each other on the trunk.
    public var pace = Pace()
    /// How long an exchange may take altogether, with all its segments and repetitions.
    public var deadline = Duration.seconds(60)
    /// The longest APDU that is taken, in octets; one of those that the standard can tell: 50, 128, 206, 480, 1024, 1476.
    public var maxAPDU = 1476
    /// The most segments of an answer, up to 255; with fewer than 2, devices are told that none are taken.
    public var segmentLimit = 64
    /// The most octets of an answer.
    public var octetLimit = 96 << 10
    /// The most segments that may come between two acknowledgements, 1 to 127.
    public var window: UInt8 = 16
    /// Whether an answer may come from another address or port than the one that was asked.
    ///
    /// Such an answer still needs the right invoke id and service, and is noted as
    /// ``ExchangeRemark/Kind/answerFromElsewhere``.
    public var takesAnswersFromElsewhere = false
    /// How many times in a row a device may fail to answer before it is left alone, and for how long.
    public var breaker = CircuitBreaker(threshold: 10, rest: .seconds(30))

    /// Makes the usual settings.
    public init() {}

    /// Whether answers may come in segments.
    var takesSegments: Bool { segmentLimit > 1 }
}
