import CCTV
import CloudMigration
import MLFeedback
public import PhaseLoom
import SmartBuilding
import SmartHome

extension Catalogue {
    /// The base sequences and overlays that PhaseLoom ships.
    public static let shipped = Catalogue(overlays: [
        CCTV.self,
        CloudMigration.self,
        MLFeedback.self,
        SmartBuilding.self,
        SmartHome.self,
    ])
}
