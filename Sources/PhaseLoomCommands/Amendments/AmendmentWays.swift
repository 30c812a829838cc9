import PhaseLoom

extension OverlayChanges {
    /// What whoever amends may do about conflicts; their own ways out are for authors of overlays.
    ///
    /// - Parameters:
    ///   - report: the conflicts that the changes led to.
    ///   - sequence: the sequence that runs.
    /// - Returns: the ways out in words; empty where the report says it all.
    func waysOut(of report: ConflictReport, running sequence: ComposedSequence) -> [String] {
        let claimants = report.conflicts.flatMap(\.claims).map(\.by)
        if let compression, claimants.contains(compression.identity.id) {
            return [
                "phases '--from' and '--through' of this sequence, a new name with '--into' and obligations of these "
                    + "phases with '--defer' go through: 'show' and 'status' list them"
            ]
        }
        // A compression that was made for an incident has nobody who could change it.
        let compressions = sequence.overlays.map(\.identity.id).filter { id in
            id.text.hasPrefix("compression-") && claimants.contains(id) && !removed.contains(id)
        }
        return compressions.map { "'\($0)' needs what would go or change: remove it first with '--remove \($0)'" }
    }
}
