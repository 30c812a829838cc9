/// A message between routers, or to them.
///
/// Source: ANSI/ASHRAE 135-2020, clause 6.4.
public enum NetworkMessage: Hashable, Sendable {
    /// The question for the router to a network, or to all of them.
    case whoIsRouterToNetwork(UInt16?)
    /// The networks that a router reaches.
    case iAmRouterToNetwork([UInt16])
    /// A network that a router could reach after a call, with its quality, the lower the better.
    case iCouldBeRouterToNetwork(UInt16, performance: UInt8)
    /// The refusal to pass a message on to a network, with the number of the reason.
    case rejectMessageToNetwork(UInt16, reason: UInt8)
    /// Networks to which nothing should be sent for now.
    case routerBusyToNetwork([UInt16])
    /// Networks to which messages may be sent again.
    case routerAvailableToNetwork([UInt16])
    /// Entries for the table of a router; none asks for the table.
    case initializeRoutingTable([RoutingEntry])
    /// The table of a router, or none if it was only changed.
    case initializeRoutingTableAck([RoutingEntry])
    /// The request to call a network, and to hang up after so many minutes without traffic, 0 for never.
    case establishConnectionToNetwork(UInt16, minutes: UInt8)
    /// The request to hang up.
    case disconnectConnectionToNetwork(UInt16)
    /// The question for the number of the network that it travels on.
    case whatIsNetworkNumber
    /// The number of the network that it travels on, and whether someone configured it.
    case networkNumberIs(UInt16, isConfigured: Bool)
    /// A message of the security that the standard no longer has, 10 to 17, with its octets.
    case security(UInt8, [UInt8])
    /// A message of a maker, 128 to 255, with the maker's number and the octets.
    case proprietary(UInt8, vendor: UInt16, [UInt8])

    /// An entry in the table of a router.
    public struct RoutingEntry: Hashable, Sendable {
        /// The network.
        public var network: UInt16
        /// The port by which it is reached.
        public var port: UInt8
        /// What the maker of the router says of the port, at most 255 octets.
        public var information: [UInt8]

        /// Makes an entry.
        public init(network: UInt16, port: UInt8, information: [UInt8] = []) {
            self.network = network
            self.port = port
            self.information = information
        }
    }
}
