/// A message with the headers that it travels in.
public struct BACnetMessage: Hashable, Sendable {
    /// The header of BACnet/IP; `nil` if it was not looked at, or for other links.
    public var bvll: BVLL?
    /// The header of the network layer; `nil` if it was not looked at, or for a message that carries none.
    public var npdu: NPDU?
    /// The message between applications; `nil` for one between routers or those who pass broadcasts on.
    public var apdu: APDU?

    /// Makes a message.
    public init(bvll: BVLL? = nil, npdu: NPDU? = nil, apdu: APDU? = nil) {
        self.bvll = bvll
        self.npdu = npdu
        self.apdu = apdu
    }
}
