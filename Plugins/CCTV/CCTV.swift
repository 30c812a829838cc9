public import PhaseLoom

/// The surveillance track: camera survey, field-of-view test, recording validation and acceptance.
///
/// The camera survey stands beside design, the field-of-view test beside execution, recording validation and final
/// acceptance beside validation; both sides meet again before the transfer.
public struct CCTV: ConfigurableOverlay {
    /// Who the overlay is.
    public static let identity = OverlayIdentity(
        id: "cctv", title: "Surveillance",
        summary: "Camera systems as a parallel track: placement, field of view, recording, acceptance.",
        cites: ["Process Framework for Technology Services"])

    static let purpose = OverlayOption<Purpose>.choice(
        "purpose", help: "what the picture of a person must serve, which sets the pixel density", default: .recognise)
    static let coverage = OverlayOption<Double>.number(
        "coverage", help: "smallest share of the zones that cameras must cover", default: 1, in: 0.01...1)
    static let retention = OverlayOption<Int>.integer(
        "retention", help: "days that recordings are kept at least", default: 30, in: 1...3650)
    static let fill = OverlayOption<Double>.number(
        "fill", help: "largest share of the usable storage that recordings may fill", default: 0.8, in: 0.1...1)
    static let federal = OverlayOption<Bool>.flag(
        "federal", help: "whether federal procurement, contract or grant of the United States excludes makers",
        default: false)

    /// The options that it takes: `purpose`, `coverage`, `retention`, `fill` and `federal`.
    public static let options = [
        purpose.descriptor, coverage.descriptor, retention.descriptor, fill.descriptor, federal.descriptor,
    ]

    /// When it applies: cameras are delivered; by law or contract what federal money may not buy.
    public static let applicability: [Applicability] = [
        .byStatute(
            "Federal agencies may not buy video equipment of excluded makers",
            when: areCameras && Fact.client.includes("federal-agency")
        ).choosing(["federal": "yes"]).citing("Public Law 115-232, section 889"),
        .byStatute(
            "Federal grants and loans may not pay for video equipment of excluded makers",
            when: areCameras && Fact.federalGrant.holds
        ).choosing(["federal": "yes"]).citing("Public Law 115-232, section 889", "2 CFR 200.216"),
        .byContract(
            "Federal contractors may neither supply nor use video equipment of excluded makers",
            when: areCameras && (Fact.sector.includes("defence") || Fact.dataClasses.includes("fci", "cui"))
        ).choosing(["federal": "yes"]).citing("FAR 52.204-25"),
        .byChoice("Cameras are delivered", when: areCameras)
            .citing("Process Framework for Technology Services"),
    ]

    private static let areCameras = Fact.deliverables.includes("cameras")

    /// The values that the overlay was made of.
    public let values: OptionValues

    /// Makes the overlay of checked option values; all of them go together.
    public init(_ values: OptionValues) { self.values = values }

    /// What it changes: one track, four phases and what the main track takes from them.
    public var body: OverlayBody {
        Track("surveillance", "Surveillance")
        cameraSurvey
        plannedPicture
        plannedStorage
        if values[Self.federal] { permittedEquipment }
        fieldOfViewTest
        recordingValidation
        finalAcceptance
    }
}

// MARK: Beside design

extension CCTV {
    @OverlayBuilder private var cameraSurvey: OverlayBody {
        Artifact("camera-plan", "Camera plan: positions, heights, directions, lenses and zones")
        Artifact("equipment-list", "List of cameras and recorders with maker and original maker")
        Artifact("storage-calculation", "Storage calculation: bit rate, duty, days, cameras and redundancy")
        Insert("camera-survey", "Camera placement survey").after(.scoping).before(.execution)
            .onTrack("surveillance")
            .consuming("baseline-record", "statement-of-work")
            .producing("camera-plan", "equipment-list", "storage-calculation")
        Perform("state-requirements", "State each zone, its targets and their purpose", during: "camera-survey")
        Perform("place-cameras", "Place the cameras on the plan", during: "camera-survey").after("state-requirements")
        Perform("size-storage", "Size recorders and storage", during: "camera-survey").after("place-cameras")
        Consume("camera-plan", "equipment-list", in: .execution)
    }

    @OverlayBuilder private var plannedPicture: OverlayBody {
        Expect("zones-covered", "The planned views cover the zones, walls considered", atGateOf: "camera-survey")
            .needing("camera-plan").measured("coverage", .atLeast(values[Self.coverage]))
        Expect(
            "pixel-density-planned", "The plan gives each target the pixel density of its purpose",
            atGateOf: "camera-survey"
        ).needing("camera-plan").measured("planned-pixel-density", density, unit: "px/m")
            .citing(values[Self.purpose].source)
    }

    @OverlayBuilder private var plannedStorage: OverlayBody {
        Expect("storage-sized", "The storage holds the retention at the planned bit rates", atGateOf: "camera-survey")
            .needing("storage-calculation").measured("planned-retention-days", atLeastRetention, unit: "d")
        Expect("storage-reserve-kept", "Recordings leave the usable storage its reserve", atGateOf: "camera-survey")
            .needing("storage-calculation").measured("storage-fill", .atMost(values[Self.fill]))
    }

    @OverlayBuilder private var permittedEquipment: OverlayBody {
        Expect(
            "equipment-permitted", "No device comes from an excluded maker, whatever its label",
            atGateOf: "camera-survey"
        ).needing("equipment-list").measured("excluded-devices", .exactly(0)).mandated()
            .citing("Public Law 115-232, section 889", "FAR 52.204-25", "2 CFR 200.216")
    }

    private var density: Interval { .atLeast(values[Self.purpose].pixelsPerMetre) }
    private var atLeastRetention: Interval { .atLeast(Double(values[Self.retention])) }
}

// MARK: Beside execution

extension CCTV {
    @OverlayBuilder private var fieldOfViewTest: OverlayBody {
        Artifact("field-of-view-report", "Field-of-view report: each target in each zone, by day and by night")
        Insert("field-of-view-test", "Field-of-view test").after("camera-survey", .design)
            .onTrack("surveillance")
            .consuming("camera-plan", "equipment-list").producing("field-of-view-report")
        Perform("mount-cameras", "Mount and aim the cameras", during: "field-of-view-test")
        Perform("test-views", "Test each zone over its range of light", during: "field-of-view-test")
            .after("mount-cameras")
        Expect(
            "views-confirmed", "Every planned view is as built, or the plan was changed", atGateOf: "field-of-view-test"
        ).needing("field-of-view-report", "camera-plan").measured("unconfirmed-views", .exactly(0))
            .citing("IEC 62676-4:2014")
        Expect(
            "pixel-density-met", "Each target has the pixel density of its purpose, as measured on site",
            atGateOf: "field-of-view-test"
        ).needing("field-of-view-report").measured("pixel-density", density, unit: "px/m")
            .citing(values[Self.purpose].source)
    }
}

// MARK: Beside validation

extension CCTV {
    @OverlayBuilder private var recordingValidation: OverlayBody {
        Artifact("recording-report", "Recording report: retention, gaps and playback per camera")
        Insert("recording-validation", "Recording system validation").after("field-of-view-test", .execution)
            .onTrack("surveillance")
            .consuming("field-of-view-report", "storage-calculation", "build-artifact").producing("recording-report")
        Perform("record", "Record every camera under load", during: "recording-validation")
        Perform("play-back", "Play back and export a recording of every camera", during: "recording-validation")
            .after("record")
        Expect("recordings-retained", "Recordings stay available for the days agreed", atGateOf: "recording-validation")
            .needing("recording-report", "storage-calculation")
            .measured("retention-days", atLeastRetention, unit: "d")
        Expect(
            "playback-succeeds", "The recording of every camera plays back and exports",
            atGateOf: "recording-validation"
        ).needing("recording-report").measured("playback-failures", .exactly(0))
        Expect(
            "recorded-picture-serves", "The recorded picture, not only the live one, serves its purpose",
            atGateOf: "recording-validation"
        ).needing("recording-report", "field-of-view-report").citing("IEC 62676-4:2014")
    }

    @OverlayBuilder private var finalAcceptance: OverlayBody {
        Artifact("surveillance-acceptance", "Signed acceptance of the surveillance system")
        Insert("final-acceptance", "Final acceptance of the surveillance system").after("recording-validation")
            .before(.transfer).onTrack("surveillance")
            .consuming("field-of-view-report", "recording-report", "acceptance-criteria")
            .producing("surveillance-acceptance")
        Expect(
            "surveillance-accepted", "Client and provider accept views and recordings",
            atGateOf: "final-acceptance"
        ).needing("surveillance-acceptance")
        Consume("surveillance-acceptance", in: .transfer)
    }
}
