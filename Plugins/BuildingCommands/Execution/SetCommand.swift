import PhaseLoom

/// A command that a run has begun, until it is released.
struct SetCommand {
    var held: HeldCommand
    /// When it is to be released, by the clock that never goes back; later again when that failed.
    var due: Duration
    /// When it is to be released, by the clock on the wall.
    let moment: Timestamp
    /// How long to wait after the next failure.
    var pause = Duration.seconds(1)
    /// When to give up; `nil` as long as no release has failed.
    var end: Duration?

    static let longestPause = Duration.seconds(60)

    /// Whether it has to be released now.
    func isDue(_ time: any CommandTime) -> Bool { due <= time.elapsed || end == nil && moment <= time.now }

    /// Takes note that a release failed.
    ///
    /// - Returns: whether it is tried again.
    mutating func fail(at elapsed: Duration, patience: Duration) -> Bool {
        let end = end ?? elapsed + patience
        self.end = end
        guard elapsed < end else { return false }
        due = min(elapsed + pause, end)
        pause = min(pause * 2, Self.longestPause)
        return true
    }
}
