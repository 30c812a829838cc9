import CCTV
import CloudMigration
import MLFeedback
public import PhaseLoom
import Regulations
import SmartBuilding
import SmartHome

extension Catalogue {
    /// The base sequences and overlays that PhaseLoom ships.
    public static let shipped = Catalogue(overlays: [
        BreachNotification.self,
        CCTV.self,
        CloudMigration.self,
        FCCPart15.self,
        FTCAct.self,
        GLBA.self,
        HIPAA.self,
        MLFeedback.self,
        SOX.self,
        SmartBuilding.self,
        SmartHome.self,
    ])
}
