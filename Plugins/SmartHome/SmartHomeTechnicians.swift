import Credentials
public import PhaseLoom

/// The people who work in homes: a licence for each class of work, checked as the work is assigned.
///
/// Where the rule of a jurisdiction is known, it is cited and nobody can waive it. Where it is not, scoping has to find
/// it: what is unknown is not allowed.
public struct SmartHomeTechnicians: ConfigurableOverlay {
    /// Who the overlay is.
    public static let identity = OverlayIdentity(
        id: "smart-home-technicians", title: "Technicians in homes",
        summary: "Licences of technicians by class of work and jurisdiction, checked as work is assigned.",
        cites: ["Process Framework for Technology Services"])

    static let jurisdiction = OverlayOption<LicensingPlace>.choice(
        "jurisdiction", help: "place whose licensing law counts; 'other' has to be looked up", default: .other)
    static let lineVoltage = OverlayOption<Bool>.flag(
        "line-voltage", help: "whether work on line voltage is part of the engagement", default: true)
    static let lowVoltage = OverlayOption<Bool>.flag(
        "low-voltage", help: "whether work on low voltage is part of the engagement", default: true)
    static let alarm = OverlayOption<Bool>.flag(
        "alarm", help: "whether a monitored alarm is part of the engagement", default: false)
    static let solar = OverlayOption<Bool>.flag(
        "pv", help: "whether photovoltaic work is part of the engagement", default: false)
    static let background = OverlayOption<Bool>.flag(
        "background", help: "whether the background of whoever enters the home is checked", default: false)

    /// The options that it takes: `jurisdiction`, the four classes of work and `background`.
    public static let options = [
        jurisdiction.descriptor, lineVoltage.descriptor, lowVoltage.descriptor, alarm.descriptor, solar.descriptor,
        background.descriptor,
    ]

    /// When it applies: technicians work in homes; by law where electrical work in them is known to take a licence.
    public static let applicability: [Applicability] = [
        licensing("California licenses contractors by class of work", in: .california).citing("16 CCR 832.10"),
        licensing("Texas licenses electricians", in: .texas).citing("Texas Occupations Code, chapter 1305"),
        .byChoice("Technicians work in homes", when: Fact.homeVisits.holds)
            .citing("Process Framework for Technology Services"),
    ]

    private static func licensing(_ reason: String, in place: LicensingPlace) -> Applicability {
        .byStatute(
            reason,
            when: Fact.homeVisits.holds && Fact.deliverables.includes("home-systems")
                && .includes(Fact.jurisdictions, [place.id])
        ).choosing(["jurisdiction": place.rawValue])
    }

    /// The collector that checks assignments against licences.
    public static let collectors: [any Collector.Type] = [LicenceCollector.self]

    /// The values that the overlay was made of.
    public let values: OptionValues

    /// Makes the overlay of checked option values.
    ///
    /// - Throws: `InvalidValue` when no class of work is left.
    public init(_ values: OptionValues) throws(InvalidValue) {
        self.values = values
        if tasks.isEmpty {
            throw InvalidValue(
                "no class of work is part of the engagement", hint: "set 'line-voltage' or another to 'yes'")
        }
    }

    /// What it changes: the credentials in scoping, what execution waits for, and the assignment of the work.
    public var body: OverlayBody {
        credentials
        for task in tasks { licence(for: task) }
        unknownRules
        assignment
        if values[Self.background] { backgroundChecks }
        trades
    }

    private var tasks: [TaskClass] {
        TaskClass.allCases.filter { task in
            switch task {
            case .lineVoltage: values[Self.lineVoltage]
            case .lowVoltage: values[Self.lowVoltage]
            case .alarm: values[Self.alarm]
            case .solar: values[Self.solar]
            }
        }
    }

    private func rules(for task: TaskClass) -> [LicenceRule] { values[Self.jurisdiction].rules(for: task) }
}

extension SmartHomeTechnicians {
    @OverlayBuilder private var credentials: OverlayBody {
        Artifact.technicianCredentials
        Produce(Artifact.technicianCredentials.id, in: .scoping)
        Consume(Artifact.technicianCredentials.id, in: .execution)
    }

    @OverlayBuilder private func licence(for task: TaskClass) -> OverlayBody {
        let name = task.rawValue
        let rules = rules(for: task)
        let licensed = Require(
            "licensed-for-\(name)", "Whoever does \(task.title) work is licensed for it on every day of it",
            toEnter: .execution
        ).proven(by: .measured(Bound("unlicensed-\(name)", .exactly(0)), of: Artifact.technicianCredentials.id))
        if rules.isEmpty {
            licensed
        } else {
            licensed.mandated().citing(rules.map(\.source))
        }
    }

    /// Rules that are not known have to be found; that there is none has to be shown, too.
    @OverlayBuilder private var unknownRules: OverlayBody {
        let unknown = tasks.filter { rules(for: $0).isEmpty }
        if !unknown.isEmpty {
            Artifact("licence-rule-record", "Rules of licensing at the address, by class of work, with source and date")
            Produce("licence-rule-record", in: .scoping)
            for task in unknown {
                Expect(
                    "licence-rule-found-\(task.rawValue)",
                    "The rule for \(task.title) work at the address is found, or it is shown that there is none",
                    atGateOf: .scoping
                ).needing("licence-rule-record")
            }
        }
    }

    @OverlayBuilder private var assignment: OverlayBody {
        Artifact("technician-assignments", "Assignments: task, class of work, technician, licence and day")
        Produce("technician-assignments", in: .execution)
        Perform("assign-technicians", "Assign each task to someone licensed for it on that day", during: .execution)
        Expect(
            "assignments-licensed", "Each task was done by someone licensed for it on that day", atGateOf: .execution
        )
        .needing("technician-assignments").measured("unlicensed-tasks", .exactly(0))
    }

    @OverlayBuilder private var backgroundChecks: OverlayBody {
        Artifact("background-checks", "Results of the background checks, with person and day")
        Produce("background-checks", in: .scoping)
        Require("technicians-vetted", "Whoever enters the home has passed a background check", toEnter: .execution)
            .proven(by: .measured(Bound("unvetted-technicians", .exactly(0)), of: "background-checks"))
    }

    /// The trades of a home begin once the work is assigned.
    private var trades: OverlayBody {
        OverlayBody {
            Together(with: "smart-home") {
                Perform("rough-in", "Rough in boxes, raceways and cables", during: .execution)
                    .after("assign-technicians")
            }
        }
    }
}
