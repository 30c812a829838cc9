import FieldLinks

/// Reads whatever the fuzzer makes up as a capture; pieces of another size have to give the same.
///
/// ```
/// PHASELOOM_FUZZ=1 swift build --sanitize=fuzzer --scratch-path .build-fuzz --product CaptureFuzz
/// .build-fuzz/debug/CaptureFuzz -max_total_time=60
/// ```
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzCapture(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let octets = Array(UnsafeBufferPointer(start: start, count: count))
    var whole = CaptureDecoder()
    let events = whole.events(in: octets) + whole.finish()
    var parts = CaptureDecoder()
    var same: [CaptureEvent] = []
    for start in stride(from: 0, to: octets.count, by: 37) {
        same += parts.events(in: Array(octets[start..<min(start + 37, octets.count)]))
    }
    same += parts.finish()
    precondition(events == same && whole.tally == parts.tally, "pieces give something else")
    return 0
}
