import PhaseLoom
import Testing

@Suite struct SequenceViewTests {
    static let cameras = DeclarativeOverlay(
        identity: OverlayIdentity(id: "cameras", title: "Cameras", summary: "Adds cameras.", cites: ["None"])
    ) {
        Insert("survey", "Survey").after(.assessment).before(.execution)
        Insert("early", "Early").before(.intake)
        Insert("acceptance", "Acceptance").after("survey", .execution).before(.validation)
        Insert("float", "Float")
    }

    static func view(_ outline: Outline, on base: BaseSequence = .standard) throws -> SequenceView {
        SequenceView(of: try base.composed(with: [cameras]), under: outline)
    }

    static func sections(_ view: SequenceView) -> [String] {
        view.sections.map { section in
            let within = section.within.isEmpty ? "" : " (\(section.within.map(\.text).joined(separator: " ")))"
            return "\(section.heading.id): " + section.phases.map(\.id.text).joined(separator: " ") + within
        }
    }

    @Test func `five pillars, needs assessment under scoping and design`() throws {
        #expect(
            Self.sections(try Self.view(.pillars)) == [
                "intake: early float intake", "scoping-and-design: assessment scoping design survey",
                "execution: execution acceptance", "validation: validation", "closeout: transfer closeout",
            ])
    }

    @Test func `what runs beside execution stands under it, after whatever it comes`() throws {
        let bench = DeclarativeOverlay(
            identity: OverlayIdentity(id: "bench", title: "Bench", summary: "Tests on a bench.", cites: ["None"])
        ) {
            Insert("bench", "Bench test").after(.design).before(.validation)
            Insert("report", "Bench report").after("bench").before(.transfer)
        }
        let view = SequenceView(of: try BaseSequence.standard.composed(with: [bench]), under: .pillars)
        #expect(Self.sections(view)[2...3] == ["execution: bench execution", "validation: report validation"])
    }

    @Test func `in the words of a base that has fewer phases`() throws {
        #expect(
            Self.sections(try Self.view(Outline(of: .delivery)))
                == [
                    "requirements-capture: early float intake assessment", "procurement: scoping survey",
                    "design-and-provisioning: design execution acceptance", "testing: validation",
                    "operations-and-monitoring: transfer (closeout)", "change-and-termination: closeout",
                ])
    }

    @Test func `in the words of a base that has more phases, what one does for another is said`() throws {
        #expect(
            Self.sections(try Self.view(Outline(of: .standard), on: .adoption)) == [
                "intake: early adoption float", "assessment:  (adoption)", "scoping: survey (adoption)",
                "design: implementation", "execution: acceptance (implementation)", "validation: assessment",
                "transfer: improvement", "closeout:  (improvement)",
            ])
    }

    @Test(arguments: BaseSequence.shipped)
    func `every phase stands under exactly one heading of every outline`(base: BaseSequence) throws {
        let outlines = Outline.shipped + (try BaseSequence.shipped.map { try Outline(of: $0) })
        for outline in outlines {
            let view = try Self.view(outline, on: base)
            let told = view.sections.flatMap(\.phases).map(\.id)
            #expect(told.count == view.sequence.phases.count && Set(told).count == told.count)
            for section in view.sections where !section.heading.points.isEmpty {
                #expect(!section.phases.isEmpty || !section.within.isEmpty)
            }
        }
    }

    @Test func `an outline has a heading for each point, and only one`() {
        let missing = #expect(throws: InvalidValue.self) {
            try Outline("short", "Short", headings: [Outline.Heading("all", "All", .intake, .design)])
        }
        #expect(missing?.message == "outline 'short' has no heading for @assessment")
        let all = Outline.Heading(
            "all", "All", .intake, .assessment, .scoping, .design, .execution, .validation, .transfer, .closeout,
            .operations)
        let twice = #expect(throws: InvalidValue.self) {
            try Outline("twice", "Twice", headings: [all, Outline.Heading("more", "More", .design)])
        }
        #expect(twice?.message == "outline 'twice' has 'all' and 'more' for @design")
    }

    @Test func `a base that contradicts itself is no outline`() {
        let broken = BaseSequence(id: "broken", title: "Broken") {
            Insert("one", "One").after("two")
            Insert("two", "Two").after("one")
        }
        #expect(throws: InvalidValue.self) { try Outline(of: broken) }
    }
}
