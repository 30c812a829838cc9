import FuzzedParsers

/// Reads whatever the fuzzer makes up as the files about points; what is read has to be written and read again.
///
/// ```
/// PHASELOOM_FUZZ=1 swift build --sanitize=fuzzer --scratch-path .build-fuzz --product PointListFuzz
/// .build-fuzz/debug/PointListFuzz -max_total_time=60
/// ```
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzPointList(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    FuzzedParser.pointList.read(Array(UnsafeBufferPointer(start: start, count: count)))
    return 0
}
