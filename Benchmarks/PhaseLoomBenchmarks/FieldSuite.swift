import BACnet
import Modbus

/// The codecs of the field protocols: a thousand messages a sample, so that microseconds read as nanoseconds each.
struct FieldSuite {
    let stopwatch: Stopwatch

    func run() throws -> [Measurement] { try modbus() + bacnet() }

    private func modbus() throws -> [Measurement] {
        let registers = (0..<125).flatMap { [UInt8(0), UInt8($0)] }
        let octets: [UInt8] = [0, 1, 0, 0, 0, 253, 17, 3, 250] + registers
        let frame = try ModbusFrame.decode(octets, as: .tcp, direction: .response)
        return [
            try thousand("modbus/decode-125-1000") {
                _ = try ModbusFrame.decode(octets, as: .tcp, direction: .response)
            },
            try thousand("modbus/encode-125-1000") { _ = try frame.encoded() },
        ]
    }

    /// The answers of annex F.3.5 (one value) and F.3.7 (two values and an error) of ANSI/ASHRAE 135.
    private func bacnet() throws -> [Measurement] {
        let answers: [(name: String, octets: [UInt8])] = [
            ("rp-ack", octets("30010c0c0000000519553e444290999a3f")),
            (
                "rpm-ack",
                octets(
                    "30020e0c000000211e29554e44422933334f1f0c000000321e29555e9101911f5f1f"
                        + "0c000000231e29554e4443d9d99a4f1f")
            ),
        ]
        return try answers.flatMap { name, octets in
            let message = try BACnetMessage.decode(apdu: octets)
            var buffer: [UInt8] = []
            return [
                try thousand("bacnet/decode-\(name)-1000") { _ = try BACnetMessage.decode(apdu: octets) },
                try thousand("bacnet/encode-\(name)-1000") {
                    buffer.removeAll(keepingCapacity: true)
                    try message.encode(into: &buffer)
                },
            ]
        }
    }

    private func thousand(_ name: String, _ work: () throws -> Void) throws -> Measurement {
        try stopwatch.measure(name) { for _ in 0..<1000 { try work() } }
    }

    private func octets(_ hex: String) -> [UInt8] {
        let digits = hex.compactMap { $0.hexDigitValue }
        return stride(from: 0, to: digits.count - 1, by: 2).map { UInt8(digits[$0] * 16 + digits[$0 + 1]) }
    }
}
