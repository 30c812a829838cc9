public import PhaseLoom

/// The orderly end of a service: data return, transfer of documentation, revocation of every grant of access.
public struct ServiceExit: ConfigurableOverlay {
    /// Who the overlay is.
    public static let identity = OverlayIdentity(
        id: "exit", title: "Exit and termination",
        summary: "The orderly end of a service: data go back, documentation is handed over, every grant is revoked.",
        cites: [Source.delivery])

    static let days = OverlayOption<Int>.integer(
        "days", help: "days from the notice of termination to the end of the exit, at most", default: 30, in: 1...730)

    /// The options that it takes: `days` and `binding`.
    public static let options = [days.descriptor, Binding.option.descriptor]

    /// The reasons for which it applies: the contract ends.
    public static let applicability: [Applicability] = [
        .byChoice("The contract ends", when: Fact.situation.includes("termination")).citing(Source.delivery)
    ]

    /// The values that the overlay was made of.
    public let values: OptionValues

    /// Makes the overlay of checked option values; all of them go together.
    public init(_ values: OptionValues) { self.values = values }

    /// What it changes: the notice, the plan of the exit, and the phase in which it happens.
    public var body: OverlayBody {
        ExitWork(isBinding: values[Binding.option]).body
        notice
    }

    @OverlayBuilder private var notice: OverlayBody {
        Artifact("termination-notice", "Notice of termination, with its date").broughtToTheEngagement()
        Require("exit-noticed", "The termination is noticed in writing", toEnter: .phase(ExitWork.phase))
            .needing("termination-notice").mandated(if: values[Binding.option])
        Expect("exit-in-time", "The exit ends within the days agreed", atGateOf: .phase(ExitWork.phase))
            .needing(ExitWork.records)
            .measured("exit-days", .atMost(Double(values[Self.days])), unit: "d")
            .mandated(if: values[Binding.option])
    }
}
