/// Headings under which the phases of any sequence can be told: the pillars, or the phases of another base.
///
/// Every extension point belongs to exactly one heading, so that every phase finds its place.
public struct Outline: Hashable, Sendable {
    /// The name by which people ask for the outline.
    public let id: ID
    /// The title that people read.
    public let title: String
    /// The headings, in the order in which an engagement passes them.
    public let headings: [Heading]

    /// One heading, and what belongs under it.
    public struct Heading: Hashable, Sendable {
        /// The name of the heading.
        public let id: ID
        /// The title that people read.
        public let title: String
        /// The extension points that belong under it; none for a heading that only says what else a base has.
        public let points: [ExtensionPoint]

        /// Makes a heading.
        public init(_ id: ID, _ title: String, _ points: ExtensionPoint...) {
            self.init(id, title, points: points)
        }

        init(_ id: ID, _ title: String, points: [ExtensionPoint]) {
            self.id = id
            self.title = title
            self.points = points.sorted()
        }
    }

    /// Makes an outline.
    ///
    /// - Throws: ``InvalidValue`` when an extension point belongs under no heading or under two.
    public init(_ id: ID, _ title: String, headings: [Heading]) throws(InvalidValue) {
        for point in ExtensionPoint.allCases {
            let holders = headings.filter { $0.points.contains(point) }.map { "'\($0.id)'" }
            guard holders.count == 1 else {
                throw InvalidValue(
                    "outline '\(id)' has \(holders.isEmpty ? "no heading" : holders.joined(separator: " and ")) "
                        + "for \(point)", hint: "put each extension point under exactly one heading")
            }
        }
        self.init(id, title, checked: headings)
    }

    private init(_ id: ID, _ title: String, checked headings: [Heading]) {
        self.id = id
        self.title = title
        self.headings = headings
    }

    /// The phases of a base sequence as headings.
    ///
    /// - Throws: ``InvalidValue`` when the base contradicts itself, or when an extension point is held by no phase of it
    ///   or by two.
    public init(of base: BaseSequence) throws(InvalidValue) {
        guard let sequence = try? base.composed() else {
            throw InvalidValue("the base '\(base.id)' contradicts itself", hint: "check it without overlays")
        }
        try self.init(
            base.id, base.title, headings: sequence.phases.map { Heading($0.id, $0.title, points: $0.points) })
    }
}

extension Outline {
    /// The five pillars of a service engagement.
    public static let pillars = Outline(
        "pillars", "The five pillars",
        checked: Pillar.allCases.map { pillar in
            Heading(
                ID(stringLiteral: pillar.rawValue), pillar.title,
                points: ExtensionPoint.allCases.filter { $0.pillar == pillar })
        })

    /// The five phases in which a project is often told: discovery, scoping, implementation, testing, handoff.
    public static let project = Outline(
        "project", "The five phases of a project",
        checked: [
            Heading("discovery", "Discovery", .intake, .assessment), Heading("scoping", "Scoping", .scoping, .design),
            Heading("implementation", "Implementation", .execution), Heading("testing", "Testing", .validation),
            Heading("handoff", "Handoff", .transfer, .closeout, .operations),
        ])

    /// The cycle of management: plan, execute, measure, improve.
    public static let cycle = Outline(
        "cycle", "Plan, execute, measure, improve",
        checked: [
            Heading("plan", "Plan", .intake, .assessment, .scoping, .design), Heading("execute", "Execute", .execution),
            Heading("measure", "Measure", .validation),
            Heading("improve", "Improve", .transfer, .closeout, .operations),
        ])

    /// What the service management standard asks to be planned, supported and delivered (ISO/IEC 20000-1:2018, 1.1).
    public static let service = Outline(
        "service", "Plan, support and deliver a service",
        checked: [
            Heading("plan", "Plan", .intake, .assessment, .scoping, .design),
            Heading("deliver", "Deliver", .execution, .validation),
            Heading("support", "Support", .transfer, .closeout, .operations),
        ])

    /// The outlines that come with the core beside those of base sequences.
    public static let shipped: [Outline] = [.pillars, .project, .cycle, .service]
}
