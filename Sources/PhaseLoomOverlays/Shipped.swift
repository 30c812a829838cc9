import AIServices
import CCTV
import CloudMigration
import Governance
import Infrastructure
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
        AICompliance.self,
        AIServices.self,
        AcceptanceCriteria.self,
        Assurance.self,
        BreachNotification.self,
        CCTV.self,
        CMMC.self,
        ChangeAndRelease.self,
        Classification.self,
        CloudMigration.self,
        Contract.self,
        CredentialControl.self,
        Cybersecurity.self,
        DeliveryGovernance.self,
        DigitalTransformation.self,
        DisasterRecovery.self,
        EngineeringQuality.self,
        Enterprise.self,
        FCCPart15.self,
        FTCAct.self,
        FedRAMP.self,
        FormalReview.self,
        GLBA.self,
        HIPAA.self,
        HybridDelivery.self,
        ISO20000.self,
        ISO27001.self,
        ITIL.self,
        IncidentResponse.self,
        KnowledgeManagement.self,
        LegacyModernisation.self,
        MLFeedback.self,
        ManagedServices.self,
        NISTCSF.self,
        NetworkBuild.self,
        Readiness.self,
        SOX.self,
        ScopeGovernance.self,
        Serverless.self,
        ServiceExit.self,
        ServiceMetrics.self,
        ServicePractices.self,
        SmallBusiness.self,
        SmartBuilding.self,
        SmartHome.self,
        SmartHomeShared.self,
        SmartHomeTechnicians.self,
        StandardsAdoption.self,
        TelecomRepair.self,
        TieredSupport.self,
    ])
}
