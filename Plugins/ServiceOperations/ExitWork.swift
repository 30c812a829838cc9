import PhaseLoom

/// What is done at the end of a service, whether it was terminated or its term is over.
///
/// Overlays that share it share its phase: composition unites what is equal.
struct ExitWork {
    static let phase: ID = "exit"
    static let records: [ID] = ["exit-data-return", "exit-documentation-receipt", "exit-revocation-record"]

    /// Whether a contract demands it.
    let isBinding: Bool

    @OverlayBuilder var body: OverlayBody {
        plan
        work
        dataAndDocuments
        grants
    }

    @OverlayBuilder private var plan: OverlayBody {
        Artifact("exit-plan", "Exit plan: data sets and formats, grants, documents, who receives them")
        Produce("exit-plan", in: .design)
        Expect("exit-planned", "Each data set can leave in a format that others read", atGateOf: .design)
            .needing("exit-plan").measured("data-sets-without-open-format", .exactly(0))
            .mandated(if: isBinding).citing(Source.questions)
    }

    /// Grants are revoked last: returning data takes access.
    @OverlayBuilder private var work: OverlayBody {
        Insert(Self.phase, "Exit").after(.transfer).before(.closeout)
            .consuming("exit-plan", "access-change-log", "runbook").producing(Self.records)
        Perform("exit-return-data", "Return the data and erase what is left", during: .phase(Self.phase))
        Perform("exit-hand-over-documents", "Hand over the documentation", during: .phase(Self.phase))
        Perform("exit-revoke-grants", "Revoke every grant of access", during: .phase(Self.phase))
            .after("exit-return-data", "exit-hand-over-documents")
    }

    @OverlayBuilder private var dataAndDocuments: OverlayBody {
        Artifact("exit-data-return", "Record of the data returned and of the copies erased")
        Artifact("exit-documentation-receipt", "Receipt for the documentation handed over")
        Expect("exit-data-returned", "The client has its data and no copy is left", atGateOf: .phase(Self.phase))
            .signed("exit-data-return", by: "client").measured("copies-left", .exactly(0))
            .mandated(if: isBinding).citing("NIST SP 800-88")
        Expect("exit-documents-received", "Whoever goes on has the documentation", atGateOf: .phase(Self.phase))
            .signed("exit-documentation-receipt", by: "recipient").mandated(if: isBinding)
    }

    @OverlayBuilder private var grants: OverlayBody {
        Artifact("exit-revocation-record", "Grants issued, grants revoked, and the difference")
        Expect("exit-grants-revoked", "Grants issued without those revoked leave none", atGateOf: .phase(Self.phase))
            .needing("exit-revocation-record").measured("remaining-grants", .exactly(0))
            .mandated(if: isBinding).citing("NIST SP 800-53 Rev. 5, PS-4")
    }
}
