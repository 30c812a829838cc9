import PhaseLoom

/// Where the devices of a checkout are, as an inventory or a table says.
///
/// As a table it has the columns `device` and `address`, and for devices behind a router `network` and `mac`.
public struct CheckoutDevices: Sendable {
    /// The devices, with nothing but their instance and address.
    public let devices: [InventoryDevice]
    /// What keeps the list from being used; empty when nothing does.
    public let findings: [PointFinding]

    /// Reads a list: an inventory if it begins with a brace, a table otherwise.
    ///
    /// - Parameters:
    ///   - bytes: the file.
    ///   - file: the name by which findings and errors call it.
    /// - Returns: the devices and the findings.
    /// - Throws: ``RecordError`` for an inventory that is none.
    /// - Complexity: O(*n*) in the number of bytes.
    public static func read(_ bytes: [UInt8], file: String) throws(RecordError) -> CheckoutDevices {
        let blanks = [UInt8(ascii: " "), 9, 10, 13]
        if bytes.first(where: { !blanks.contains($0) }) == UInt8(ascii: "{") {
            let inventory = try PointInventory(json: bytes, file: file)
            return CheckoutDevices(devices: inventory.devices, findings: [])
        }
        return table(bytes, file)
    }

    private static func table(_ bytes: [UInt8], _ file: String) -> CheckoutDevices {
        var columns = CheckoutColumns(
            bytes, file: file, titles: ["device", "address", "network", "mac"], required: ["device", "address"])
        var devices: [InventoryDevice] = []
        for row in columns.rows {
            guard !columns.cell("device", row).isEmpty, !columns.cell("address", row).isEmpty else {
                columns.note(.badCell, row, "device", "the line lacks a device or an address", "give both")
                continue
            }
            let instances = "write the instance of the device, 0 to 4194302"
            guard
                let instance = columns.parsed(
                    "device", row, instances, { UInt32($0).flatMap { $0 < 4_194_303 ? $0 : nil } })
            else { continue }
            var device = InventoryDevice(instance: instance, address: columns.cell("address", row))
            device.network = columns.parsed("network", row, "write the number of a network, 1 to 65534") {
                UInt16($0).flatMap { 1...65_534 ~= $0 ? $0 : nil }
            }
            device.mac =
                columns.parsed("mac", row, "write hexadecimal digits such as '7f'") { Hexadecimal.octets($0) } ?? []
            if device.network != nil, device.mac.isEmpty {
                columns.note(.badCell, row, "mac", "the address on the network is missing", "write it like '7f'")
            }
            devices.append(device)
        }
        return CheckoutDevices(
            devices: devices, findings: columns.findings.filter { $0.rule.severity == .error }.inFileOrder)
    }
}
