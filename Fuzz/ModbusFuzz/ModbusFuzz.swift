import FuzzedParsers

/// Reads whatever the fuzzer makes up as messages of Modbus; what is read has to be written with the same octets.
///
/// ```
/// PHASELOOM_FUZZ=1 swift build --sanitize=fuzzer --scratch-path .build-fuzz --product ModbusFuzz
/// .build-fuzz/debug/ModbusFuzz -max_total_time=60
/// ```
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzModbus(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    FuzzedParser.modbus.read(Array(UnsafeBufferPointer(start: start, count: count)))
    return 0
}
