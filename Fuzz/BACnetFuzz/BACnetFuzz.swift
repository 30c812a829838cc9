import FuzzedParsers

/// Reads whatever the fuzzer makes up as messages of BACnet; what is read has to be written and read again.
///
/// ```
/// PHASELOOM_FUZZ=1 swift build --sanitize=fuzzer --scratch-path .build-fuzz --product BACnetFuzz
/// .build-fuzz/debug/BACnetFuzz -max_total_time=60
/// ```
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzBACnet(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    FuzzedParser.bacnet.read(Array(UnsafeBufferPointer(start: start, count: count)))
    return 0
}
