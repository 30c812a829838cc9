public import BuildingPoints
public import FieldLinks

/// Reads points from a capture of what was asked and answered: the last value of each that it shows.
///
/// ```swift
/// var capture = CapturedCheckout(points, book)
/// capture.take(octets)
/// if let fault = capture.finish() { throw fault }
/// try sheet.check(Array(sheet.rows.indices), with: &capture)
/// ```
public struct CapturedCheckout: CheckoutSource, Sendable {
    private var decoder = CaptureDecoder()
    private var objects: CapturedObjects
    private var registers: CapturedRegisters

    /// Prepares to look for points.
    ///
    /// - Parameters:
    ///   - points: the points.
    ///   - book: what stands at the addresses of Modbus, and where their trunks are.
    /// - Complexity: O(*n* log *n*) in the number of points.
    public init(_ points: [PointReference], _ book: RegisterBook) {
        objects = CapturedObjects(points)
        registers = CapturedRegisters(points, book)
    }

    /// Takes the next piece of the file.
    ///
    /// - Complexity: O(*n*) in the octets, and in the points that one answer carries.
    public mutating func take(_ piece: [UInt8]) { take(decoder.events(in: piece)) }

    /// Tells that the file has ended.
    ///
    /// - Returns: why the rest of the file could not be read; `nil` when all of it was.
    public mutating func finish() -> CaptureFault? {
        take(decoder.finish())
        objects.finish()
        return decoder.fault
    }

    mutating func take(_ events: [CaptureEvent]) {
        for event in events {
            objects.take(event)
            if case .stream(let stream) = event { registers.take(stream) }
        }
    }

    /// The last value of a point; a reading with a reason where the capture shows none.
    public func reading(of point: PointReference) -> CheckoutReading {
        switch point {
        case .bacnet(let device, let object): objects.reading(of: object, device: device)
        case .modbus: registers.readings[point] ?? CheckoutReading(fault: "the capture has no answer about it")
        case .tag: CheckoutReading(fault: "it is on no network")
        }
    }
}
