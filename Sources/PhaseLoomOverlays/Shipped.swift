import CCTV
import CloudMigration
import MLFeedback
public import PhaseLoom
import Regulations
import SmartBuilding
import SmartHome
import Standards

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
        Assurance.self,
        CMMC.self,
        Cybersecurity.self,
        FedRAMP.self,
        ISO20000.self,
        ISO27001.self,
        ITIL.self,
        NISTCSF.self,
        SmartBuilding.self,
        SmartHome.self,
        StandardsAdoption.self,
    ])
}
