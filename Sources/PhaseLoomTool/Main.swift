import PhaseLoomCommands
import PhaseLoomOverlays

@main
enum Main {
    static func main() async {
        await CommandLineTool(version: "0.1.0", catalogue: .shipped).runAndExit()
    }
}
