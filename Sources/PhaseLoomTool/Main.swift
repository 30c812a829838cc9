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
    static let overlays: [any ConfigurableOverlay.Type] = [
        SmartHome.self, SmartBuilding.self, CCTV.self, CloudMigration.self, MLFeedback.self,
    ]

    static func main() async {
        await CommandLineTool(version: "0.1.0", catalogue: Catalogue(overlays: overlays)).runAndExit()
    }
}
