public import PhaseLoom

extension PointInventory {
    /// The SHA-256 of what identifies the installation; equal for two readings of a building that nobody changed.
    ///
    /// It covers the canonical JSON of these parts, without white space, in canonical order:
    /// - of each device: instance, address, network and MAC, name, description, location, vendor, model, firmware,
    ///   application software, protocol version and revision, largest message, claimed segmentation, services, object
    ///   types and database revision;
    /// - of each object: type and instance, name, description, units, state texts, number of states, COV increment and
    ///   whether it is commandable;
    /// - of each Modbus unit: endpoint, number and identification; of each register, what the map says of it.
    ///
    /// It leaves out what changes by itself or with the way of reading: values, their times, status flags,
    /// reliability, event states, out of service, what was observed of segmentation, faults and read errors, the name
    /// of the site, and when and how the inventory was taken.
    ///
    /// - Complexity: O(*n* log *n*) in the number of points.
    public var fingerprint: Digest {
        let sorted = inOrder
        let parts: JSONValue = [
            "devices": .array(sorted.devices.map(\.definition)), "units": .array(sorted.units.map(\.definition)),
        ]
        return Digest(of: parts.compactBytes)
    }
}

extension InventoryDevice {
    /// What identifies the device without its objects.
    var ownDefinition: JSONValue {
        var copy = self
        copy.objects = []
        copy.faults = []
        copy.observedSegmentation = nil
        return copy.json
    }

    fileprivate var definition: JSONValue {
        ownDefinition.adding(["objects": .array(objects.map(\.definition.value))])
    }
}

extension InventoryUnit {
    /// What identifies the unit without its registers.
    var ownDefinition: JSONValue {
        var copy = self
        copy.registers = []
        copy.faults = []
        return copy.json
    }

    fileprivate var definition: JSONValue {
        ownDefinition.adding(["registers": .array(registers.map(\.point.members.value))])
    }
}
