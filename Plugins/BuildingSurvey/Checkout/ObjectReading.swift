public import BACnet
public import BuildingPoints
public import PhaseLoom

extension CheckoutReading {
    /// Makes the reading of an object of its properties, and of the answers that carried them.
    ///
    /// A value without the status that objects of its kind have is marked as
    /// `CheckoutReading.statusUnknown`, so that it never passes.
    ///
    /// - Parameters:
    ///   - object: the object.
    ///   - properties: what each property holds, or why it was not read.
    ///   - time: when they were read.
    ///   - octets: the answers.
    public init(
        of object: BACnet.ObjectIdentifier, _ properties: [PropertyIdentifier: Result<[BACnetValue], BACnetError>],
        time: Timestamp?, octets: [[UInt8]]
    ) {
        func values(_ property: PropertyIdentifier) -> [BACnetValue] { (try? properties[property]?.get()) ?? [] }
        switch properties[.presentValue] {
        case .success(let content):
            guard content.count == 1 else {
                self.init(fault: "the present value is no single value", time: time, octets: octets)
                return
            }
            self.init(PointValue(content).shown)
        case .failure(let error):
            self.init(fault: "\(error)", time: time, octets: octets)
            return
        case nil:
            self.init(fault: "the answer lacks the present value", time: time, octets: octets)
            return
        }
        self.time = time
        self.octets = octets
        status = Self.status(values(.statusFlags), values(.reliability), of: object.type)
        if case .enumerated(let number)? = values(.units).first { units = EngineeringUnits(number).name }
        stateText = Self.stateText(of: object.type, value ?? "", values) ?? ""
    }

    private static func status(
        _ flags: [BACnetValue], _ reliability: [BACnetValue], of type: ObjectType
    ) -> [String] {
        var number: UInt32 = 0
        if case .enumerated(let stated)? = reliability.first { number = stated }
        guard case .bitString(let bits)? = flags.first, bits.count == 4 else {
            let hasStatus = type.isAnalog || type.isBinary || type.isMultistate
            return (hasStatus ? [statusUnknown] : []) + marks([], reliability: number)
        }
        // ANSI/ASHRAE 135, clause 21, BACnetStatusFlags: in-alarm, fault, overridden, out-of-service.
        let set = [StatusFlags.inAlarm, .fault, .overridden, .outOfService].enumerated().filter { bits[$0.offset] }
        return marks(set.reduce(into: []) { $0.insert($1.element) }, reliability: number)
    }

    private static func stateText(
        of type: ObjectType, _ value: String, _ values: (PropertyIdentifier) -> [BACnetValue]
    ) -> String? {
        guard let number = Int(value) else { return nil }
        if type.isBinary {
            let texts = [values(.inactiveText), values(.activeText)]
            return texts.indices.contains(number) ? PointValue(texts[number]).shown : nil
        }
        let texts = values(.stateText)
        // States count from 1; 0 and less stand for none.
        return number >= 1 && number <= texts.count ? PointValue([texts[number - 1]]).shown : nil
    }
}

extension ObjectType {
    /// The properties that tell what an object shows, and how far it can be trusted.
    var checkedProperties: [PropertyIdentifier] {
        var properties: [PropertyIdentifier] = [.presentValue, .statusFlags, .reliability]
        if hasUnits { properties.append(.units) }
        if isBinary, self != .binaryLightingOutput { properties += [.inactiveText, .activeText] }
        if isMultistate { properties.append(.stateText) }
        return properties
    }
}

extension PointValue {
    /// The value as sheets show it, where truth is a number like the other states.
    fileprivate var shown: String {
        if case .boolean(let flag) = self { flag ? "1" : "0" } else { text }
    }
}
