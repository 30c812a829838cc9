import PhaseLoom

/// The scale of risks, which differs by an order of magnitude between a small client and a large one.
enum RiskScale {
    @OverlayBuilder static var body: OverlayBody {
        Artifact("risk-scale", "Risk scale of the client's segment, with the time to remedy each rating")
        Produce("risk-scale", in: .scoping)
        Expect("risk-scale-agreed", "Risks are rated and remedied on a scale that fits the client", atGateOf: .scoping)
            .signed("risk-scale", by: "client").citing(Source.delivery)
    }
}
