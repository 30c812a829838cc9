import PhaseLoomFormats

/// Reads whatever the fuzzer makes up as an overlay file; what is read has to be written and read again.
///
/// ```
/// PHASELOOM_FUZZ=1 swift build --sanitize=fuzzer --scratch-path .build-fuzz --product OverlayFileFuzz
/// .build-fuzz/debug/OverlayFileFuzz -max_total_time=60
/// ```
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOverlayFile(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    guard let overlay = try? OverlayFile.read(bytes, from: "fuzz.json") else { return 0 }
    let text = OverlayFile.write(overlay)
    let again = try? OverlayFile.read(Array(text.utf8), from: "written.json")
    precondition(again == overlay, "what was written reads back differently")
    return 0
}
