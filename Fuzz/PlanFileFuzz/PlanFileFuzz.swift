import PhaseLoomFormats

/// Reads whatever the fuzzer makes up as a plan file; what is read has to be written and read again.
///
/// The digests refuse nearly all of it, but only after everything else was read.
///
/// ```
/// PHASELOOM_FUZZ=1 swift build --sanitize=fuzzer --scratch-path .build-fuzz --product PlanFileFuzz
/// .build-fuzz/debug/PlanFileFuzz -max_total_time=60
/// ```
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzPlanFile(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    guard let sequence = try? PlanFile.read(bytes, from: "fuzz.json") else { return 0 }
    let again = try? PlanFile.read(PlanFile.write(sequence), from: "written.json")
    precondition(again == sequence, "what was written reads back differently")
    return 0
}
