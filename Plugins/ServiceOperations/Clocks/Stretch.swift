/// A stretch of time on a clock of service, and whether it counts.
struct Stretch: Hashable {
    let kind: Kind
    let span: Span

    /// Why a stretch counts or not.
    enum Kind: String, CaseIterable {
        case counted
        case paused
        /// It would be open on a day that is not closed.
        case holiday
        /// It lies outside the hours of service.
        case closed
    }
}
