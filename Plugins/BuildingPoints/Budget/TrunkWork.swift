import BACnet
import Modbus

/// The work of one trunk, as requests to its devices.
struct TrunkWork {
    private let trunk: NetworkTrunk
    private let polls: [Poll]
    /// The devices of the plan that are on the trunk.
    private let devices: [NetworkDevice]
    private let design: IntegrationDesign
    private let known: KnownPoints
    private let settings: BudgetSettings

    init(
        _ trunk: NetworkTrunk, _ polls: [Poll], _ design: IntegrationDesign, _ known: KnownPoints,
        _ settings: BudgetSettings
    ) {
        self.trunk = trunk
        self.polls = polls
        devices = design.plan?.devices(on: trunk.id) ?? []
        self.design = design
        self.known = known
        self.settings = settings
    }

    /// The load of the trunk.
    var load: TrunkLoad {
        let isLine = trunk.kind == .modbusRTU || trunk.kind == .bacnetMSTP
        let hasWork = !polls.isEmpty || devices.contains { $0.trendRate != nil }
        let obstacle = isLine && hasWork && trunk.baud == nil ? "the plan does not tell its bits per second" : nil
        let parts = obstacle != nil ? [] : trunk.kind.isModbus ? modbusParts : bacnetParts
        return TrunkLoad(trunk: trunk, parts: parts, limit: 1 - settings.reserve, obstacle: obstacle)
    }

    /// What belongs together: requests of one kind and interval to one device.
    private struct Key: Hashable, Comparable {
        let device: UInt32
        let isWrite: Bool
        let isSubscription: Bool
        let seconds: Double

        static func < (one: Key, other: Key) -> Bool {
            (one.device, one.isWrite ? 1 : 0, one.isSubscription ? 1 : 0, one.seconds)
                < (other.device, other.isWrite ? 1 : 0, other.isSubscription ? 1 : 0, other.seconds)
        }
    }

    private var groups: [(key: Key, polls: [Poll])] {
        let groups = Dictionary(grouping: polls) { poll in
            let device: UInt32 =
                switch poll.reference {
                case .bacnet(let device, _): device
                case .modbus(_, let unit, _, _): UInt32(unit)
                case .tag: 0
                }
            return Key(
                device: device, isWrite: poll.isWrite, isSubscription: poll.lifetime != nil,
                seconds: poll.lifetime ?? poll.seconds ?? 1)
        }
        return groups.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    // MARK: Modbus

    private var modbusParts: [LoadPart] {
        groups.compactMap { key, polls in
            let points = Set(polls.map(\.reference)).sorted { $0.description < $1.description }.map(register)
            let blocks = PollBlock.blocks(of: points, gap: key.isWrite ? 0 : settings.gap)
            guard !blocks.isEmpty else { return nil }
            let time = blocks.reduce(0) { $0 + seconds(of: $1, isWrite: key.isWrite) }
            let width = blocks.reduce(0) { $0 + $1.addresses.count }
            let bits = blocks.allSatisfy(\.table.holdsBits)
            let verb = key.isWrite ? "writing" : "reading"
            return LoadPart(
                subject: "unit \(key.device)",
                explanation: blocks.count.counted("request") + " \(verb) \(width.counted(bits ? "bit" : "register")) "
                    + "for \(points.count.counted("point")) "
                    + "every \(DecimalText.text(key.seconds)) s",
                requestsPerSecond: Double(blocks.count) / key.seconds, seconds: time / Double(blocks.count))
        }
    }

    /// What the maps say of a point; a single register where they say nothing.
    private func register(_ reference: PointReference) -> RegisterPoint {
        if let point = known.register(reference) { return point }
        guard case .modbus(_, _, let table, let address) = reference else {
            return RegisterPoint("", .holdingRegisters, nil, .uint16)
        }
        return RegisterPoint("", table, address, table.holdsBits ? .bit : .uint16)
    }

    private func seconds(of block: PollBlock, isWrite: Bool) -> Double {
        if let rate = trunk.rate { return 1 / rate }
        guard trunk.kind == .modbusRTU, let baud = trunk.baud else { return trunk.delay }
        let line = SerialTiming(baud: baud, format: trunk.format)
        let count = block.addresses.count
        let bits = block.table.holdsBits
        return trunk.delay + (isWrite ? line.writing(count, bits: bits) : line.reading(count, bits: bits))
    }

    // MARK: BACnet

    private var bacnetParts: [LoadPart] {
        let trends = devices.compactMap(trendPart)
        return groups.map(bacnetPart) + trends
    }

    private func bacnetPart(_ key: Key, _ polls: [Poll]) -> LoadPart {
        let objects = Set(polls.map(\.reference)).count
        let interval = DecimalText.text(key.seconds)
        if key.isSubscription {
            return LoadPart(
                subject: "device \(key.device)",
                explanation: objects.counted("subscription") + " renewed once in \(interval) s",
                requestsPerSecond: Double(objects) / key.seconds, seconds: seconds(of: (request: 21, answer: 3)))
        }
        if key.isWrite {
            return LoadPart(
                subject: "device \(key.device)", explanation: objects.counted("value") + " written every \(interval) s",
                requestsPerSecond: Double(objects) / key.seconds, seconds: seconds(of: (request: 20, answer: 3)))
        }
        let room = PayloadSizes.values(in: maxAPDU(key.device))
        let requests = (objects + room - 1) / room
        let sizes = PayloadSizes.exchange(of: min(objects, room))
        return LoadPart(
            subject: "device \(key.device)",
            explanation: requests.counted("request") + " for \(objects.counted("value")), \(room) in a message of "
                + "\(maxAPDU(key.device)) octets, every \(interval) s",
            requestsPerSecond: Double(requests) / key.seconds, seconds: seconds(of: sizes))
    }

    private func trendPart(_ device: NetworkDevice) -> LoadPart? {
        guard let rate = device.trendRate, rate > 0, let instance = device.instance else { return nil }
        let room = PayloadSizes.records(in: maxAPDU(instance))
        return LoadPart(
            subject: "device \(instance)",
            explanation: "\(DecimalText.text(rate)) trend records a second, \(room) in a message",
            requestsPerSecond: rate / Double(room),
            seconds: seconds(of: (request: 30, answer: 30 + room * PayloadSizes.trendRecord)))
    }

    /// The largest message of a device: as the plan says, as it says itself, or what its kind of trunk carries.
    private func maxAPDU(_ device: UInt32) -> Int {
        let found = known.maxAPDU[device]
        let planned = design.plan?.device(instance: device)?.maxAPDU
        let most = trunk.kind == .bacnetMSTP ? 480 : 1476
        return min(planned ?? found.map { Int($0) } ?? most, 1476)
    }

    private func seconds(of sizes: (request: Int, answer: Int)) -> Double {
        if let rate = trunk.rate { return 1 / rate }
        guard trunk.kind == .bacnetMSTP, let baud = trunk.baud else { return trunk.delay }
        // The router or client is a master, too.
        let counted = devices.count + 1
        let line = TokenTiming(baud: baud, masters: trunk.masters ?? counted)
        return trunk.delay + line.exchange(sizes.request, sizes.answer, frames: trunk.infoFrames)
    }
}

extension Int {
    /// The number with what is counted.
    fileprivate func counted(_ noun: String) -> String { "\(self) \(noun)\(self == 1 ? "" : "s")" }
}
