extension BaseSequence {
    /// Composes the sequence with overlays and verifies the result.
    ///
    /// The result depends on which overlays there are, not on the order in which they are named.
    ///
    /// - Parameters:
    ///   - overlays: the overlays; none gives the base itself.
    ///   - resolutions: decisions on conflicts, each of which must exist.
    /// - Returns: the composed and verified sequence; its findings say whether it may run.
    /// - Throws: ``ConflictReport`` with every conflict, when the overlays contradict each other.
    public func composed(
        with overlays: OverlaySet = [], resolving resolutions: [Resolution] = []
    ) throws(ConflictReport) -> ComposedSequence {
        var composer = Composer(self, overlays, resolutions)
        return try composer.compose()
    }
}
