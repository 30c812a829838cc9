import CCTV
import CloudMigration
import Governance
import MLFeedback
public import PhaseLoom
import Regulations
import ServiceOperations
import SmartBuilding
import SmartHome
import Standards

extension Catalogue {
    /// The base sequences and overlays that PhaseLoom ships.
    public static let shipped = Catalogue(overlays: [
        BreachNotification.self,
        AcceptanceCriteria.self,
        CCTV.self,
        Classification.self,
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
        Contract.self,
        CredentialControl.self,
        DigitalTransformation.self,
        Enterprise.self,
        FormalReview.self,
        Readiness.self,
        ScopeGovernance.self,
        SmallBusiness.self,
        SmartBuilding.self,
        SmartHome.self,
        StandardsAdoption.self,
        ChangeAndRelease.self,
        DeliveryGovernance.self,
        DisasterRecovery.self,
        EngineeringQuality.self,
        IncidentResponse.self,
        KnowledgeManagement.self,
        ManagedServices.self,
        ServiceExit.self,
        ServiceMetrics.self,
        ServicePractices.self,
        TieredSupport.self,
    ])
}
