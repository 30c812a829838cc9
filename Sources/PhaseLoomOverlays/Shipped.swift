import CCTV
import CloudMigration
import Governance
import MLFeedback
public import PhaseLoom
import SmartBuilding
import SmartHome

extension Catalogue {
    /// The base sequences and overlays that PhaseLoom ships.
    public static let shipped = Catalogue(overlays: [
        AcceptanceCriteria.self,
        CCTV.self,
        Classification.self,
        CloudMigration.self,
        Contract.self,
        CredentialControl.self,
        DigitalTransformation.self,
        Enterprise.self,
        FormalReview.self,
        MLFeedback.self,
        Readiness.self,
        ScopeGovernance.self,
        SmallBusiness.self,
        SmartBuilding.self,
        SmartHome.self,
    ])
}
