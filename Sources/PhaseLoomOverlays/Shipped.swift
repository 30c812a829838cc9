import CCTV
import CloudMigration
import MLFeedback
public import PhaseLoom
import SmartBuilding
import SmartHome
import Standards

extension Catalogue {
    /// The base sequences and overlays that PhaseLoom ships.
    public static let shipped = Catalogue(overlays: [
        Assurance.self,
        CCTV.self,
        CloudMigration.self,
        CMMC.self,
        Cybersecurity.self,
        FedRAMP.self,
        ISO20000.self,
        ISO27001.self,
        ITIL.self,
        MLFeedback.self,
        NISTCSF.self,
        SmartBuilding.self,
        SmartHome.self,
        StandardsAdoption.self,
    ])
}
