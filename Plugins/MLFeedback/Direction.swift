/// Which values of a metric are the better ones.
enum Direction: String, CaseIterable {
    case higher
    case lower
}
