import PhaseLoom
import PhaseLoomCommands

/// An overlay with options of several kinds.
struct Cameras: ConfigurableOverlay {
    static let identity = OverlayIdentity(
        id: "cameras", version: "1.2.0", title: "Camera systems", summary: "Plans and tests camera systems.",
        cites: ["IEC 62676-4:2014"])
    static let retention = OverlayOption.integer(
        "retention", help: "days that recordings are kept", default: 30, in: 1...3650)
    static let lawful = OverlayOption.flag("lawful", help: "whether notices are checked", default: true)
    static let options = [retention.descriptor, lawful.descriptor]

    let values: OptionValues

    init(_ values: OptionValues) throws(InvalidValue) { self.values = values }

    var body: OverlayBody {
        Artifact("camera-plan", "Camera plan")
        Insert("camera-survey", "Survey the camera positions")
            .after(.assessment).before(.execution).producing("camera-plan")
        Expect("retention-kept", "Recordings are kept as agreed", atGateOf: .validation)
            .needing("camera-plan").measured("retention", .atLeast(Double(values[Self.retention])), unit: "d")
    }
}

/// An overlay that clashes with ``Cameras`` when those keep recordings longer than it lets them.
struct Privacy: ConfigurableOverlay {
    static let identity = OverlayIdentity(
        id: "privacy", title: "Privacy", summary: "Limits how long recordings of people are kept.", cites: ["GDPR 5"])

    let values: OptionValues

    init(_ values: OptionValues) throws(InvalidValue) { self.values = values }

    var body: OverlayBody {
        Limit("retention-kept", to: .atMost(30)).ifPresent()
    }
}

/// An overlay with which the sequence cannot run: it needs what nobody makes.
struct Stuck: ConfigurableOverlay {
    static let identity = OverlayIdentity(id: "stuck", title: "Stuck", summary: "Waits for a permit for ever.")

    let values: OptionValues

    init(_ values: OptionValues) throws(InvalidValue) { self.values = values }

    var body: OverlayBody {
        Artifact("permit", "Permit")
        Require("permitted", "The work is permitted", toEnter: .design).needing("permit")
    }
}

/// A finished run of the sample program.
struct Run {
    let status: ExitStatus
    let output: String
    let messages: String
    let files: MemoryFiles

    static let tool = CommandLineTool(
        version: "9.8.7", catalogue: Catalogue(overlays: [Privacy.self, Cameras.self, Stuck.self]))

    init(
        _ arguments: String..., tool: CommandLineTool = Run.tool, files: MemoryFiles = MemoryFiles(),
        variables: [String: String] = [:], terminalColumns: Int? = nil, failingWith failure: FileFailure? = nil
    ) async {
        await self.init(
            arguments, tool: tool, files: files, variables: variables, terminalColumns: terminalColumns,
            failingWith: failure)
    }

    init(
        _ arguments: [String], tool: CommandLineTool = Run.tool, files: MemoryFiles = MemoryFiles(),
        variables: [String: String] = [:], terminalColumns: Int? = nil, failingWith failure: FileFailure? = nil
    ) async {
        let output = MemoryOutput(failingWith: failure)
        let messages = MemoryOutput()
        status = await tool.run(
            arguments,
            in: Environment(
                output: output, messages: messages, files: files, variables: variables,
                terminalColumns: terminalColumns))
        self.output = output.text
        self.messages = messages.text
        self.files = files
    }
}
