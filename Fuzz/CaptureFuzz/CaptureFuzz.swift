import FuzzedParsers

/// Reads whatever the fuzzer makes up as a capture; pieces of another size have to give the same.
///
/// ```
/// PHASELOOM_FUZZ=1 swift build --sanitize=fuzzer --scratch-path .build-fuzz --product CaptureFuzz
/// .build-fuzz/debug/CaptureFuzz -max_total_time=60
/// ```
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzCapture(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    FuzzedParser.capture.read(Array(UnsafeBufferPointer(start: start, count: count)))
    return 0
}
