public import PhaseLoom

/// What a capture shows of the traffic, after its packets were put together.
public enum CaptureEvent: Hashable, Sendable {
    /// A datagram of UDP.
    case datagram(CapturedDatagram)
    /// Octets of a connection of TCP, in the order in which they were sent.
    case stream(CapturedStream)
    /// A frame of a link that knows no internet protocol.
    case frame(CapturedFrame)
}

/// A datagram of UDP that was captured.
public struct CapturedDatagram: Hashable, Sendable {
    /// The packet that completed it.
    public let packet: Int
    /// When it was captured.
    public let time: Timestamp
    /// Who sent it.
    public let source: Endpoint
    /// To whom it was sent.
    public let destination: Endpoint
    /// What it carries.
    public let octets: [UInt8]

    /// Describes a datagram.
    public init(packet: Int, time: Timestamp, source: Endpoint, destination: Endpoint, octets: [UInt8]) {
        self.packet = packet
        self.time = time
        self.source = source
        self.destination = destination
        self.octets = octets
    }
}

/// Octets that one side of a connection of TCP sent.
public struct CapturedStream: Hashable, Sendable {
    /// The packet that brought them.
    public let packet: Int
    /// When it was captured.
    public let time: Timestamp
    /// Who sent them.
    public let source: Endpoint
    /// To whom they were sent.
    public let destination: Endpoint
    /// How they follow what was sent before on this side of the connection.
    public let continuity: Continuity
    /// The octets.
    public let octets: [UInt8]

    /// Describes octets.
    public init(
        packet: Int, time: Timestamp, source: Endpoint, destination: Endpoint, continuity: Continuity, octets: [UInt8]
    ) {
        self.packet = packet
        self.time = time
        self.source = source
        self.destination = destination
        self.continuity = continuity
        self.octets = octets
    }

    /// How octets follow those before them.
    public enum Continuity: String, Hashable, Sendable, CaseIterable {
        /// They are the first of the connection, or of what the capture has of it.
        case first
        /// They follow at once.
        case next
        /// The capture lacks octets before them.
        case afterGap
    }
}

/// A frame of a link that knows no internet protocol, without its check sequence.
public struct CapturedFrame: Hashable, Sendable {
    /// The packet.
    public let packet: Int
    /// When it was captured.
    public let time: Timestamp
    /// The address of who sent it.
    public let source: [UInt8]
    /// The address of whom it was sent to.
    public let destination: [UInt8]
    /// What it carries.
    public let octets: [UInt8]
    /// The kind of link.
    public let medium: Medium

    /// Describes a frame.
    public init(
        packet: Int, time: Timestamp, source: [UInt8], destination: [UInt8], octets: [UInt8], medium: Medium
    ) {
        self.packet = packet
        self.time = time
        self.source = source
        self.destination = destination
        self.octets = octets
        self.medium = medium
    }

    /// The kinds of link.
    public enum Medium: String, Hashable, Sendable, CaseIterable {
        /// A master-slave/token-passing trunk.
        case mstp
        /// Ethernet with logical link control, to the service access point 0x82.
        case ethernet
    }
}
