import FuzzedParsers

#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// Gives a parser real inputs with seeded damage, and measures each: `FieldMutations PARSER RUNS SECONDS FILE…`.
///
/// A parser that traps ends the process. It fails, too, when an input takes more processor time than the parser may,
/// or when memory grows by 64 MiB.
@main
enum FieldMutations {
    static let growth = 64

    static func main() {
        let words = CommandLine.arguments.dropFirst()
        guard words.count > 3, let parser = FuzzedParser.all.first(where: { $0.name == words[1] }),
            let runs = Int(words[2]), let seconds = Double(words[3])
        else {
            print("usage: FieldMutations \(FuzzedParser.all.map(\.name).joined(separator: "|")) RUNS SECONDS FILE…")
            exit(2)
        }
        let seeds = words.dropFirst(3).compactMap(octets)
        guard seeds.count == words.count - 3 else {
            print("a file of seeds cannot be read")
            exit(2)
        }
        // What the parser keeps for good is there after the real inputs.
        for seed in seeds { parser.read(seed) }
        var work = MutationWork(parser: parser, seeds: seeds)
        work.run(runs, seconds: seconds)
        print(work.summary)
        guard work.slowest < parser.limit, work.grown < growth else { exit(1) }
    }

    /// The octets of a file; `nil` if it cannot be read.
    private static func octets(_ path: String) -> [UInt8]? {
        guard let file = fopen(path, "rb") else { return nil }
        defer { fclose(file) }
        var octets: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = fread(&piece, 1, piece.count, file)
            guard count > 0 else { return ferror(file) == 0 ? octets : nil }
            octets += piece.prefix(count)
        }
    }
}
