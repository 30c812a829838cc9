import AIServices
import CCTV
import CloudMigration
import Infrastructure
import MLFeedback
public import PhaseLoom
import SmartBuilding
import SmartHome

extension Catalogue {
    /// The base sequences and overlays that PhaseLoom ships.
    public static let shipped = Catalogue(overlays: [
        AICompliance.self,
        AIServices.self,
        CCTV.self,
        CloudMigration.self,
        HybridDelivery.self,
        LegacyModernisation.self,
        MLFeedback.self,
        NetworkBuild.self,
        Serverless.self,
        SmartBuilding.self,
        SmartHome.self,
        SmartHomeShared.self,
        SmartHomeTechnicians.self,
        TelecomRepair.self,
    ])
}
