public import PhaseLoom

/// The contract that every overlay keeps, inside this package and outside it.
///
/// It imports no test framework; a test expects that nothing is violated:
///
/// ```swift
/// @Test func `keeps the contract`() {
///     #expect(OverlayContract.violations(of: Surveillance.self) == [])
/// }
/// ```
public struct OverlayContract: Sendable {
    let overlay: DeclarativeOverlay
    let base: BaseSequence
    let neighbours: [DeclarativeOverlay]

    /// Prepares the contract for an overlay.
    ///
    /// - Parameters:
    ///   - overlay: the overlay to check.
    ///   - base: the base sequence that it reshapes.
    ///   - neighbours: overlays with which it must compose soundly, all at once; what it requires has to be among them.
    public init(_ overlay: some Overlay, on base: BaseSequence = .standard, among neighbours: [any Overlay] = []) {
        self.overlay = DeclarativeOverlay(overlay)
        self.base = base
        self.neighbours = OverlaySet(neighbours).overlays
    }

    /// Everything in which the overlay breaks the contract, rule by rule; nothing if it keeps it.
    ///
    /// - Complexity: some fifty compositions.
    public func violations() -> [Violation] {
        identityViolations() + documentationViolations() + compositionViolations() + lawViolations()
            + roundTripViolations()
    }

    /// Everything in which a configurable overlay breaks the contract, its options and terms included.
    ///
    /// - Parameters:
    ///   - type: the overlay to check, with the defaults of its options.
    ///   - base: the base sequence that it reshapes.
    ///   - neighbours: overlays with which it must compose soundly.
    /// - Returns: the violations; nothing if it keeps the contract.
    public static func violations<Configurable: ConfigurableOverlay>(
        of type: Configurable.Type, on base: BaseSequence = .standard, among neighbours: [any Overlay] = []
    ) -> [Violation] {
        do {
            let overlay = try Configurable()
            let contract = OverlayContract(overlay, on: base, among: neighbours)
            return contract.violations() + contract.optionViolations(of: type) + contract.codeViolations(of: overlay)
                + TermRules.violations(of: type.terms)
        } catch {
            return [Violation(rule: .option, message: "the defaults are refused: \(error)")]
        }
    }

    /// What the overlay needs around it: the neighbours that it requires.
    var company: [DeclarativeOverlay] { neighbours.filter { overlay.identity.requires.contains($0.identity.id) } }

    func composed(_ overlays: [DeclarativeOverlay]) -> Result<ComposedSequence, ConflictReport> {
        Result { () throws(ConflictReport) in try base.composed(with: OverlaySet(overlays)) }
    }
}
