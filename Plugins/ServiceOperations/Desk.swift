/// The kinds of desk that operate a service.
enum Desk: String, CaseIterable, Sendable {
    /// A network operations centre watches networks and systems.
    case noc
    /// A security operations centre watches for attacks.
    case soc
    /// A service desk answers people.
    case service = "service-desk"
}
