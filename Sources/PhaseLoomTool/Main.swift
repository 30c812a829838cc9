import CCTV
import CloudMigration
import MLFeedback
import PhaseLoom
import PhaseLoomCommands
import SmartBuilding
import SmartHome

@main
enum Main {
    /// The overlays that the program ships.
    static let overlays: [any ConfigurableOverlay.Type] = []

    static func main() {
        CommandLineTool(version: "0.1.0", catalogue: Catalogue(overlays: overlays)).runAndExit()
    }
}
