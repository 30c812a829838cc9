/// The plan of a building's networks: trunks, the devices on them, broadcast management, and classes of polling.
///
/// As a table it has a column `record` that says what a row is: `trunk`, `device`, `bbmd` or `poll-class`. As JSON in the
/// format `phaseloom.network-plan/1` it has the lists `trunks`, `devices`, `bbmds` and `pollClasses`.
public struct NetworkPlan: Sendable {
    /// The name of the JSON format, with its version.
    public static let format = "phaseloom.network-plan/1"

    /// The trunks in their order.
    public let trunks: [NetworkTrunk]
    /// The devices in their order.
    public let devices: [NetworkDevice]
    /// The devices that manage broadcasts, in their order.
    public let managers: [BroadcastManager]
    /// The classes of polling, in their order.
    public let pollClasses: [PollClass]
    /// The name by which findings call the file.
    public let file: String
    /// What is wrong with the file and with the plan in itself, in the order of lines and columns.
    public let findings: [PointFinding]

    private let trunksByName: [String: NetworkTrunk]
    private let devicesByInstance: [UInt32: NetworkDevice]
    private let devicesByTrunk: [String: [NetworkDevice]]
    private let secondsByClass: [String: Double]

    private init(_ reader: NetworkPlanReader, file: String, findings: [PointFinding]) {
        trunks = reader.trunks.map(\.value)
        devices = reader.devices.map(\.value)
        managers = reader.managers.map(\.value)
        pollClasses = reader.pollClasses.map(\.value)
        self.file = file
        self.findings = findings
        let addressed = trunks.flatMap { trunk in trunk.addresses.map { ($0, trunk) } }
        trunksByName = Dictionary(trunks.map { ($0.id, $0) } + addressed) { first, _ in first }
        let instances = devices.compactMap { device in device.instance.map { ($0, device) } }
        devicesByInstance = Dictionary(instances) { first, _ in first }
        devicesByTrunk = Dictionary(grouping: devices, by: \.trunk)
        secondsByClass = Dictionary(pollClasses.map { ($0.name, $0.seconds) }) { first, _ in first }
    }

    /// The trunk of a name, or of an address at which it is reached; the first of several.
    ///
    /// - Complexity: O(1).
    public func trunk(_ id: String) -> NetworkTrunk? { trunksByName[id] }

    /// The device of a BACnet instance; the first of several.
    ///
    /// - Complexity: O(1).
    public func device(instance: UInt32) -> NetworkDevice? { devicesByInstance[instance] }

    /// The devices on a trunk, in their order.
    ///
    /// - Complexity: O(1).
    public func devices(on trunk: String) -> [NetworkDevice] { devicesByTrunk[trunk] ?? [] }

    /// The seconds between two polls of a class; `nil` for a class that the plan does not have.
    ///
    /// - Complexity: O(1).
    public func seconds(of pollClass: String) -> Double? { secondsByClass[pollClass] }

    /// Reads a plan.
    ///
    /// - Parameters:
    ///   - bytes: the file, separated values or JSON.
    ///   - file: the name by which findings call it.
    /// - Returns: the plan and the findings.
    /// - Complexity: O(*n* log *n*) in the number of bytes.
    public static func read(_ bytes: [UInt8], file: String) -> NetworkPlan {
        let reader = NetworkPlanReader(bytes, file: file)
        let findings = reader.findings + NetworkChecks(reader).findings
        return NetworkPlan(reader, file: file, findings: findings.inFileOrder)
    }
}

/// A class of polling.
public struct PollClass: Hashable, Sendable {
    /// Its name, such as `fast`.
    public let name: String
    /// The seconds between two polls.
    public let seconds: Double

    /// The seconds that make sense between two polls: from a thousandth to thirty years.
    static let range = 0.001...1e9
}

/// A device that passes broadcasts on to other subnets (ANSI/ASHRAE 135, annex J.4).
public struct BroadcastManager: Hashable, Sendable {
    /// Its address.
    public let address: String
    /// The subnet in which it stands.
    public let subnet: String
}
