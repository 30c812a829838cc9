public import PhaseLoom

/// A packet as a capture file has it, with the header of its link.
public struct CapturedPacket: Hashable, Sendable {
    /// Its number in the file, from 1, as tools for captures count.
    public let number: Int
    /// When it was captured; 1970 if the file does not say.
    public let time: Timestamp
    /// What its octets begin with.
    public let link: LinkType
    /// The octets that were kept.
    public let octets: [UInt8]
    /// How many octets of it were not kept.
    public let missing: Int

    /// Describes a packet.
    public init(number: Int, time: Timestamp, link: LinkType, octets: [UInt8], missing: Int = 0) {
        self.number = number
        self.time = time
        self.link = link
        self.octets = octets
        self.missing = missing
    }
}

/// A kind of link on which packets were captured, by the numbers that capture files share.
///
/// Source: the list of link-layer header types of the tcpdump project.
public struct LinkType: Hashable, Sendable {
    /// The number.
    public let number: UInt16

    /// Makes a kind of its number.
    public init(_ number: UInt16) { self.number = number }

    /// Loopback of BSD: a family of addresses in the byte order of the machine that captured.
    public static let null = LinkType(0)
    /// Ethernet.
    public static let ethernet = LinkType(1)
    /// An internet packet without anything before it.
    public static let raw = LinkType(101)
    /// Loopback of OpenBSD: a family of addresses, its highest octet first.
    public static let loopback = LinkType(108)
    /// Any link of Linux, version 1.
    public static let linuxCooked = LinkType(113)
    /// A frame of MS/TP.
    public static let mstp = LinkType(165)
    /// A packet of the internet protocol, version 4.
    public static let ipv4 = LinkType(228)
    /// Any link of Linux, version 2.
    public static let linuxCooked2 = LinkType(276)
}
