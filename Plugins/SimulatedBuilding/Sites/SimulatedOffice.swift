public import BACnet
public import FieldLinks

/// A small office: an air handling unit, four rooms behind a router, a lighting controller, a meter and a heat pump.
///
/// It is the same in every run with the same seed. These defects are planted in it, for surveys and checks to find:
///
/// - the instance 2104 is there twice: the fourth room and the lighting controller;
/// - two inputs of the air handling unit have the name `AHU-1/Supply pressure`;
/// - its coil temperature is in days, and the temperature of the fourth room in degrees Fahrenheit;
/// - its outdoor temperature and the carbon dioxide of the third room have no sensor;
/// - its damper has four states and three texts;
/// - a description begins like a formula;
/// - one of its inputs is out of service;
/// - the lighting controller claims to send in segments and does not.
public struct SimulatedOffice: Hashable, Sendable {
    /// The address of the air handling unit, which leads to the rooms.
    public var controller = Endpoint(address: 0x7F00_0002, port: 47808)
    /// The address of the lighting controller.
    public var lighting = Endpoint(address: 0x7F00_0003, port: 47808)
    /// How many objects the air handling unit has at least, the device object not among them.
    public var objects = 0
    /// The most octets that the air handling unit takes and gives at once.
    public var maxAPDU = 1476
    /// What the air handling unit does with longer messages.
    public var segmentation = Segmentation.segmentedBoth
    /// What decides the values.
    public var seed: UInt64 = 1

    /// The network of the rooms.
    public static let roomNetwork: UInt16 = 20

    /// Describes an office at the addresses of loopback.
    public init() {}

    /// The office as a building.
    public var site: SimulatedSite {
        var random = SimulatedRandom(seed: seed)
        var stations: [SimulatedStation] = []
        let controller = SimulatedBACnetDevice(
            instance: 1001, airHandling(&random), maxAPDU: maxAPDU, segmentation: segmentation)
        if let controller { stations.append(SimulatedStation(controller, at: BACnetPeer(self.controller))) }
        for number in UInt8(1)...4 {
            guard
                var room = SimulatedBACnetDevice(
                    instance: 2100 + UInt32(number), room(number, &random), maxAPDU: 480)
            else { continue }
            // These controllers keep few subscriptions.
            room.subscriptionLimit = 4
            let route = NetworkAddress(network: Self.roomNetwork, address: [number])
            stations.append(SimulatedStation(room, at: BACnetPeer(self.controller, route: route)))
        }
        if var device = SimulatedBACnetDevice(instance: 2104, lights(&random), maxAPDU: 1024) {
            device.faults.claimedSegmentation = .segmentedBoth
            stations.append(SimulatedStation(device, at: BACnetPeer(lighting)))
        }
        return SimulatedSite(stations, units: [.meter(unit: 1, &random), .heatPump(unit: 2, &random)])
    }

    private func airHandling(_ random: inout SimulatedRandom) -> [SimulatedObject] {
        var points: [SimulatedObject?] = [
            .analog(.analogInput, 1, "AHU-1/Supply temperature", 18, .degreesCelsius, range: -40...80, increment: 0.25)?
                .following(SimulatedSignal(from: 16, to: 20, period: 120, phase: random.phase)),
            .analog(.analogInput, 2, "AHU-1/Return temperature", 22, .degreesCelsius, range: -40...80)?
                .following(SimulatedSignal(from: 21, to: 23, period: 900, phase: random.phase)),
            .analog(.analogInput, 3, "AHU-1/Outdoor temperature", 0, .degreesCelsius, range: -40...80)?.faulty(1),
            .analog(.analogInput, 4, "AHU-1/Supply pressure", 245, .pascals, range: 0...1000, increment: 10),
            .analog(.analogInput, 5, "AHU-1/Filter pressure", 118, .pascals, range: 0...500, increment: 10),
            .analog(.analogInput, 6, "AHU-1/Supply humidity", 42, .percentRelativeHumidity, range: 0...100),
            .analog(.analogInput, 7, "AHU-1/Coil temperature", 31, .days, increment: nil)?
                .described("Temperature behind the heating coil"),
            .analog(.analogInput, 8, "AHU-1/Supply pressure", 251, .pascals, range: 0...1000, increment: 10)?
                .described("Second sensor behind the fan"),
            .analog(.analogInput, 9, "AHU-1/Spare input", 0, .noUnits, increment: nil)?.outOfService(),
            .analog(.analogOutput, 1, "AHU-1/Heating valve", 0, .percent, range: 0...100)?.commandable(.real(0)),
            .analog(.analogOutput, 2, "AHU-1/Cooling valve", 0, .percent, range: 0...100)?.commandable(.real(0)),
            .analog(.analogOutput, 3, "AHU-1/Fan speed", 0, .percent, range: 0...100)?.commandable(.real(35)),
            .analog(.analogValue, 1, "AHU-1/Supply setpoint", 0, .degreesCelsius, range: 14...24)?
                .commandable(.real(18)),
            .analog(.analogValue, 2, "AHU-1/Limit", 16, .degreesCelsius, increment: nil)?
                .described("=A1+A2 of the table on the door"),
        ]
        points += states
        var all = points.compactMap(\.self)
        if let trend = trend(of: all.first, &random) { all.append(trend) }
        for number in 0..<max(0, min(objects, 60_000) - all.count) {
            let value = 20 + Float(number % 100) / 10
            let name = CharacterString("AHU-1/Extension \(number / 20 + 1)/Sensor \(number % 20 + 1)")
            let point = SimulatedObject.analog(
                .analogInput, 100 + UInt32(number), name, value, .degreesCelsius, range: -40...80)
            if let point { all.append(point) }
        }
        return all
    }

    private var states: [SimulatedObject?] {
        [
            .binary(.binaryInput, 1, "AHU-1/Fan state", true, texts: ("Off", "On")),
            .binary(.binaryInput, 2, "AHU-1/Filter alarm", false, texts: ("Clean", "Dirty")),
            .binary(.binaryOutput, 1, "AHU-1/Fan command", true, texts: ("Off", "On"))?.commandable(.enumerated(1)),
            .binary(.binaryValue, 1, "AHU-1/Holiday", false, texts: ("No", "Yes"))?.commandable(.enumerated(0)),
            .multistate(.multiStateValue, 1, "AHU-1/Mode", 4, texts: ["Off", "Night", "Standby", "Comfort"])?
                .commandable(.unsigned(4)),
            .multistate(.multiStateInput, 1, "AHU-1/Damper", 2, texts: ["Closed", "Open", "Moving"])?.states(4),
        ]
    }

    /// A day of records in steps of five minutes, of which the first 1,000 are gone already.
    private func trend(of object: SimulatedObject?, _ random: inout SimulatedRandom) -> SimulatedObject? {
        guard let object else { return nil }
        let signal = SimulatedSignal(from: 16, to: 20, period: 28_800, phase: random.phase)
        let records = (0..<288).map { number in
            let time = Duration.seconds(300 * number - 86_400)
            let stamp = BACnetDateTime(SimulatedBACnetDevice.date(at: time), SimulatedBACnetDevice.time(at: time))
            return SimulatedLog.Record(stamp, .real(signal.value(at: time)))
        }
        return .trend(
            1, "AHU-1/Supply temperature trend", of: object.identifier, every: 300,
            SimulatedLog(records, firstSequence: 1001))
    }

    private func room(_ number: UInt8, _ random: inout SimulatedRandom) -> [SimulatedObject] {
        let name = "Room \(number)"
        let temperature = SimulatedSignal(from: 20, to: 23, period: 1200, phase: random.phase)
        let units: EngineeringUnits = number == 4 ? .degreesFahrenheit : .degreesCelsius
        let air = SimulatedObject.analog(
            .analogInput, 2, CharacterString("\(name)/Carbon dioxide"), Float(450 + random.below(400)),
            .partsPerMillion, range: 0...5000, increment: 50)
        let points: [SimulatedObject?] = [
            .analog(.analogInput, 1, CharacterString("\(name)/Temperature"), 21, units, range: -20...60)?
                .following(temperature),
            number == 3 ? air?.faulty(1) : air,
            .analog(.analogOutput, 1, CharacterString("\(name)/Damper"), 0, .percent, range: 0...100)?
                .commandable(.real(20)),
            .analog(.analogValue, 1, CharacterString("\(name)/Setpoint"), 0, .degreesCelsius, range: 18...26)?
                .commandable(.real(21.5)),
            .binary(
                .binaryInput, 1, CharacterString("\(name)/Window"), random.below(2) == 1, texts: ("Closed", "Open")),
            .multistate(
                .multiStateValue, 1, CharacterString("\(name)/Occupancy"), 3,
                texts: ["Unoccupied", "Standby", "Occupied"]),
        ]
        return points.compactMap(\.self)
    }

    private func lights(_ random: inout SimulatedRandom) -> [SimulatedObject] {
        (1...12).compactMap { number in
            SimulatedObject.binary(
                .binaryOutput, UInt32(number), CharacterString("Lights/Group \(number)"), false, texts: ("Off", "On"))?
                .commandable(.enumerated(UInt32(random.below(2))))
        }
    }
}

extension SimulatedObject {
    /// The object with its value taken from the network.
    fileprivate func outOfService() -> SimulatedObject {
        var copy = self
        copy.properties[.outOfService] = [.boolean(true)]
        copy.setStatus(3, true)
        return copy
    }

    /// The object with another number of states than it has texts.
    fileprivate func states(_ count: UInt64) -> SimulatedObject {
        var copy = self
        copy.properties[.numberOfStates] = [.unsigned(count)]
        return copy
    }
}
