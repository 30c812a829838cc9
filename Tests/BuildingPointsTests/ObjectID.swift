import BACnet

/// The identifier of a BACnet object; the standard library has a type of the same name.
typealias ObjectID = BACnet.ObjectIdentifier
