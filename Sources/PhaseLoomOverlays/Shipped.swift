import CCTV
import CloudMigration
import MLFeedback
public import PhaseLoom
import ServiceOperations
import SmartBuilding
import SmartHome

extension Catalogue {
    /// The base sequences and overlays that PhaseLoom ships.
    public static let shipped = Catalogue(overlays: [
        CCTV.self,
        ChangeAndRelease.self,
        CloudMigration.self,
        DeliveryGovernance.self,
        DisasterRecovery.self,
        EngineeringQuality.self,
        IncidentResponse.self,
        KnowledgeManagement.self,
        MLFeedback.self,
        ManagedServices.self,
        ServiceExit.self,
        ServiceMetrics.self,
        ServicePractices.self,
        SmartBuilding.self,
        SmartHome.self,
        TieredSupport.self,
    ])
}
