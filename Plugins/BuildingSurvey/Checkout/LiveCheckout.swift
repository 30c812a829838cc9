public import BuildingPoints

/// Reads points from the devices of a building, which it cannot write to.
public struct LiveCheckout: CheckoutSource {
    private var objects: LiveObjects?
    private var registers: LiveRegisters?

    /// Prepares to read.
    ///
    /// - Parameters:
    ///   - objects: what reads objects of BACnet; `nil` where nothing does.
    ///   - registers: what reads registers of Modbus; `nil` where nothing does.
    public init(objects: LiveObjects?, registers: LiveRegisters?) {
        self.objects = objects
        self.registers = registers
    }

    /// Reads a point.
    public mutating func reading(of point: PointReference) throws(CancellationError) -> CheckoutReading {
        let reading: CheckoutReading? =
            switch point {
            case .bacnet: try objects?.reading(of: point)
            case .modbus: try registers?.reading(of: point)
            case .tag: nil
            }
        return reading ?? CheckoutReading(fault: "nothing says where it can be read")
    }
}

/// One task at a time may use it: its clients have connections of their own.
@available(*, unavailable)
extension LiveCheckout: Sendable {}
