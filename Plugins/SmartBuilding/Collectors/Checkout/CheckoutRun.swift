import BACnet
import BuildingPoints
import BuildingSurvey
import FieldLinks
import Modbus
import PhaseLoom

/// Reads points from the devices themselves.
struct CheckoutRun: Sendable {
    let addresses: CheckoutAddresses
    let devices: [InventoryDevice]
    let registers: [RegisterPoint]
    let rate: Double
    let context: CollectorContext

    /// Reads points of a sheet.
    ///
    /// - Throws: `CollectorError` when a link cannot be opened, `CancellationError` when the task is cancelled.
    func check(_ sheet: CheckoutSheet, _ places: [Int], over links: CheckoutLinks) async throws -> CheckoutSheet {
        try context.checkCancellation()
        let thread = try opened("thread") { () throws(LinkError) in try CheckoutThread() }
        return try await thread.run { try checked(sheet, places, links) }
    }

    private func checked(_ sheet: CheckoutSheet, _ places: [Int], _ links: CheckoutLinks) throws -> CheckoutSheet {
        var sheet = sheet
        var source = LiveCheckout(objects: try objects(of: sheet, places, links), registers: openRegisters(links))
        try sheet.check(places, with: &source) { context.report("checking points", $0, of: places.count) }
        return sheet
    }

    private func openRegisters(_ links: CheckoutLinks) -> LiveRegisters {
        LiveRegisters(addresses.book(registers), at: { context.now }) { endpoint in
            let connect = links.modbus
            return ModbusReader(
                ModbusExchange(framing: .tcp, pace: Pace(rate: rate)) { () throws(LinkError) in try connect(endpoint) })
        }
    }

    // MARK: BACnet

    /// What reads objects; `nil` where no point is one.
    private func objects(
        of sheet: CheckoutSheet, _ places: [Int], _ links: CheckoutLinks
    ) throws -> LiveObjects? {
        let instances = places.flatMap { [sheet.rows[$0].source, sheet.rows[$0].target] }.compactMap { point in
            if case .bacnet(let device, _) = point { device } else { nil }
        }
        guard let low = instances.min(), let high = instances.max() else { return nil }
        let link = try opened("bacnet") { () throws(LinkError) in
            try links.bacnet(addresses.local, addresses.broadcasts.first)
        }
        var settings = ExchangeSettings()
        settings.pace = Pace(rate: rate)
        let reader = BACnetReader(over: link, settings)
        return LiveObjects(reader, try book(reader, low...max(low, high)), at: { context.now })
    }

    private func book(_ reader: BACnetReader, _ instances: ClosedRange<UInt32>) throws -> DeviceBook {
        var book = DeviceBook()
        for device in devices { _ = book.add(device) }
        for (done, endpoint) in addresses.devices.enumerated() {
            context.report("looking for devices", done, of: addresses.devices.count)
            try add(to: &book) { () throws(BACnetError) in try reader.find(at: BACnetPeer(endpoint)) }
        }
        for broadcast in addresses.broadcasts {
            var plan = SweepPlan()
            let highest = BACnet.ObjectIdentifier.highestInstance
            plan.instances = min(instances.lowerBound, highest)...min(instances.upperBound, highest)
            try add(to: &book) { () throws(BACnetError) in try reader.sweep(broadcast: broadcast, plan) }
        }
        return book
    }

    /// Adds what answers; where nothing does, the points of the device say so themselves.
    private func add(to book: inout DeviceBook, _ look: () throws(BACnetError) -> DeviceSweep) throws {
        do throws(BACnetError) {
            for sighting in try look().devices { book.add(sighting) }
        } catch {
            if error.isCancellation { throw CancellationError() }
        }
    }

    private func opened<Value>(_ place: String, _ open: () throws(LinkError) -> Value) throws -> Value {
        do throws(LinkError) {
            return try open()
        } catch {
            if error.code == .cancelled { throw CancellationError() }
            throw CollectorError(.environment, at: place, "\(error)", hint: "see the addresses of this machine")
        }
    }
}
