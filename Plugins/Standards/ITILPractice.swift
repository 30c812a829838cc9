import PhaseLoom

/// The practices of ITIL 4, by name only, each with the place where it takes part.
struct ITILPractice: Hashable {
    let name: String
    let group: Group
    let point: ExtensionPoint

    /// The groups of practices.
    enum Group: Hashable {
        case general
        case service
        case technical
    }

    /// The name as an activity.
    var activity: ID { "itil-\(name.lowercased().replacing(" ", with: "-"))" }

    /// All 34 practices: 14 of general management, 17 of service management, 3 of technical management.
    static let all = general + service + technical

    private static let general = practices(
        .general,
        [
            .intake: ["Portfolio management", "Relationship management", "Strategy management"],
            .assessment: ["Risk management"],
            .scoping: ["Project management", "Service financial management", "Supplier management"],
            .design: ["Architecture management", "Information security management"],
            .execution: ["Organizational change management", "Workforce and talent management"],
            .transfer: ["Knowledge management"],
            .closeout: ["Continual improvement", "Measurement and reporting"],
        ])

    private static let service = practices(
        .service,
        [
            .assessment: ["Business analysis", "IT asset management"],
            .scoping: ["Service catalogue management", "Service level management"],
            .design: [
                "Availability management", "Capacity and performance management", "Service continuity management",
                "Service design",
            ],
            .execution: ["Change enablement", "Service configuration management"],
            .validation: ["Release management", "Service validation and testing"],
            .operations: [
                "Incident management", "Monitoring and event management", "Problem management", "Service desk",
                "Service request management",
            ],
        ])

    private static let technical = practices(
        .technical,
        [
            .execution: [
                "Deployment management", "Infrastructure and platform management",
                "Software development and management",
            ]
        ])

    private static func practices(
        _ group: Group, _ names: KeyValuePairs<ExtensionPoint, [String]>
    ) -> [ITILPractice] {
        names.flatMap { point, names in names.map { ITILPractice(name: $0, group: group, point: point) } }
    }
}

/// Which practices of ITIL 4 an engagement adopts.
enum ITILSelection: String, CaseIterable {
    case all
    case serviceManagement = "service-management"
    case serviceDesk = "service-desk"

    var practices: [ITILPractice] {
        switch self {
        case .all: ITILPractice.all
        case .serviceManagement: ITILPractice.all.filter { $0.group == .service }
        case .serviceDesk: ITILPractice.all.filter { ["Incident management", "Service desk"].contains($0.name) }
        }
    }
}
