public import BACnet

/// A BACnet device as it was found.
public struct InventoryDevice: Hashable, Sendable {
    /// The instance of its device object, which nobody else in the internetwork may have.
    public var instance: UInt32
    /// Where its answers came from, such as `192.0.2.7:47808`; empty when it is not known.
    public var address: String
    /// The number of the network behind a router on which it is; `nil` when it is on the network that was asked.
    public var network: UInt16?
    /// Its address on that network; empty when it is not routed.
    public var mac: [UInt8]
    /// The object name of its device object.
    public var name: String?
    /// The description of its device object.
    public var description: String?
    /// Where it says that it is.
    public var location: String?
    /// The number of its vendor.
    public var vendorIdentifier: UInt32?
    /// The name of its vendor.
    public var vendorName: String?
    /// The name of its model.
    public var modelName: String?
    /// The revision of its firmware.
    public var firmwareRevision: String?
    /// The version of its application software.
    public var applicationSoftware: String?
    /// The version of the protocol that it speaks.
    public var protocolVersion: UInt32?
    /// The revision of the protocol that it speaks.
    public var protocolRevision: UInt32?
    /// The largest message in octets that it says it takes.
    public var maxAPDU: UInt32?
    /// The segmentation that it claims.
    public var segmentation: Segmentation?
    /// The segmentation that was seen to work.
    public var observedSegmentation: ObservedSegmentation?
    /// The names of the services that it says it executes, in the standard's order.
    public var services: [String]
    /// The types of objects that it says it has, in ascending order.
    public var objectTypes: [ObjectType]
    /// The revision of its database, which changes with the list or the name of its objects.
    public var databaseRevision: UInt32?
    /// Its objects, the device object among them.
    public var objects: [InventoryObject]
    /// What went wrong while it was read.
    public var faults: [InventoryFault]

    /// Makes a device of which nothing more is known.
    public init(instance: UInt32, address: String = "") {
        self.instance = instance
        self.address = address
        mac = []
        services = []
        objectTypes = []
        objects = []
        faults = []
    }

    /// Its objects without the device object.
    public var points: [InventoryObject] { objects.filter { $0.identifier.type != .device } }

    /// The device with its objects in canonical order.
    var inOrder: InventoryDevice {
        var copy = self
        copy.objects = objects.stably { $0.identifier < $1.identifier }
        return copy
    }
}

/// The segmentation of messages that a device was seen to do, whatever it claims.
public enum ObservedSegmentation: String, Hashable, Sendable, CaseIterable {
    /// It sent an answer in segments.
    case segmented
    /// It refused to send an answer in segments.
    case refused
    /// It fell silent where an answer would have taken segments.
    case silent
}
