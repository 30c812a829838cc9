import BACnet

extension EDEList {
    /// Makes a list of the BACnet points of an inventory, and says what the list cannot hold.
    ///
    /// - Parameters:
    ///   - inventory: the inventory.
    ///   - project: the name of the project.
    /// - Returns: the list, and a line for each thing that an EDE list has no room for.
    /// - Complexity: O(*n* log *n*) in the number of points.
    public static func made(from inventory: PointInventory, project: String) -> (list: EDEList, losses: [String]) {
        var list = EDEList(project: project)
        var losses: [String] = []
        var references: [[String]: UInt32] = [:]
        for device in inventory.inOrder.devices {
            for object in device.objects {
                var point = EDEPoint(
                    keyName: "\(device.instance)-\(object.identifier.type.number)-\(object.identifier.instance)",
                    device: device.instance, objectName: object.name ?? "", object: object.identifier)
                point.fill(from: object)
                if !object.stateTexts.isEmpty {
                    let next = UInt32(truncatingIfNeeded: references.count + 1)
                    let reference = references[object.stateTexts] ?? next
                    if references.updateValue(reference, forKey: object.stateTexts) == nil {
                        list.stateTexts.append(EDEStateText(reference: reference, texts: object.stateTexts))
                    }
                    point.stateText = .reference(reference)
                }
                list.points.append(point)
                losses += object.losses.map { "device \(device.instance) \(object.identifier): \($0)" }
            }
        }
        losses += inventory.units.map {
            "unit \($0.unit) at \($0.endpoint): Modbus points have no place in an EDE list"
        }
        return (list, losses)
    }
}

extension EDEPoint {
    fileprivate mutating func fill(from object: InventoryObject) {
        description = object.description ?? ""
        isSettable = object.isCommandable
        supportsCOV = object.covIncrement == nil ? nil : true
        units = object.units.map(EDEUnits.code)
        if object.identifier.type.isMultistate { maximum = object.numberOfStates.map { .number(Double($0)) } }
    }
}

extension InventoryObject {
    fileprivate var losses: [String] {
        var losses: [String] = []
        if name == nil { losses.append("it has no name") }
        if covIncrement != nil { losses.append("the COV increment") }
        if presentValue != nil { losses.append("the present value") }
        if !readErrors.isEmpty { losses.append("the read errors") }
        return losses
    }
}
