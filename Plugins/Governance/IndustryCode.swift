/// The codes of the North American Industry Classification System that technology services fall under.
///
/// Numbers as the 2022 edition has them; the titles are in our own words.
public enum IndustryCode: String, Hashable, Sendable, CaseIterable {
    /// Installation and repair of electrical wiring and equipment.
    case electrical = "238210"
    /// Hosting of data, applications and infrastructure.
    case hosting = "518210"
    /// Software written to order.
    case programming = "541511"
    /// Design of systems of hardware, software and communication.
    case systemsDesign = "541512"
    /// Running a client's computers and data processing on site.
    case facilities = "541513"
    /// Other services around computers, such as installation and recovery.
    case otherComputer = "541519"
    /// Sale, installation and monitoring of security systems.
    case securitySystems = "561621"

    /// What the code covers.
    public var meaning: String {
        switch self {
        case .electrical: "installation and repair of electrical wiring and equipment"
        case .hosting: "hosting of data, applications and infrastructure"
        case .programming: "software written to order"
        case .systemsDesign: "design of systems of hardware, software and communication"
        case .facilities: "running a client's computers on site"
        case .otherComputer: "other services around computers"
        case .securitySystems: "sale, installation and monitoring of security systems"
        }
    }
}
