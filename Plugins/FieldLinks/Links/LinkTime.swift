/// The time of a link, which never goes back.
///
/// A real link has the clock of the system, one of a test has a clock that goes on when somebody waits.
public protocol LinkTime: Sendable {
    /// The time since some moment in the past that does not change.
    var now: Duration { get }

    /// Waits until a moment; one that has passed is not waited for.
    ///
    /// - Throws: ``LinkError`` of the code `cancelled` when the task is cancelled.
    func wait(until moment: Duration) throws(LinkError)
}
