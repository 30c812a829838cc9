import FieldLinks

#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// Serves a simulated building on loopback, so that surveys can be tried without one.
@main
enum Main {
    static func main() async {
        // Nothing has to be kept: the end may come at any moment.
        signal(SIGTERM) { _ in _exit(0) }
        signal(SIGINT) { _ in _exit(0) }
        do {
            let arguments = try ToolArguments(Array(CommandLine.arguments.dropFirst()))
            guard !arguments.wantsHelp else { return tell(ToolArguments.help, on: 1) }
            try await SimulationHost(arguments).run { tell($0, on: 1) }
        } catch {
            tell("simulated-building: \(error)", on: 2)
            exit((error as? ToolError)?.status ?? 4)
        }
    }

    /// Writes a line to a file that is open, without a buffer that the end could leave unwritten.
    private static func tell(_ line: String, on file: Int32) {
        let octets = Array((line + "\n").utf8)
        _ = write(file, octets, octets.count)
    }
}
