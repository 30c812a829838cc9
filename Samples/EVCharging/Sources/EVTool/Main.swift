import CCTV
import CloudMigration
import EVCharging
import MLFeedback
import PhaseLoom
import PhaseLoomCommands
import SmartBuilding
import SmartHome

@main
enum Main {
    static func main() async {
        let catalogue = Catalogue(overlays: [
            CCTV.self, CloudMigration.self, EVCharging.self, MLFeedback.self, SmartBuilding.self, SmartHome.self,
        ])
        await CommandLineTool(name: "ev-phaseloom", version: "1.0.0", catalogue: catalogue).runAndExit()
    }
}
