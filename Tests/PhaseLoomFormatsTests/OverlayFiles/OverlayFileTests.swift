import PhaseLoom
import PhaseLoomFormats
import Testing

@Suite struct OverlayFileTests {
    /// A file that uses everything that the format has, against the same overlay written in Swift.
    @Test func readsEveryFeature() throws {
        let read = try OverlayFile.read(Array(Self.everything.utf8), from: "everything.json")
        #expect(read == Self.everythingInSwift)
    }

    @Test func writesWhatItReads() throws {
        let text = OverlayFile.write(Self.everythingInSwift)
        #expect(try OverlayFile.read(Array(text.utf8), from: "written.json") == Self.everythingInSwift)
        #expect(try JSONReader.read(Array(text.utf8)).value.canonicalText == text)
    }

    @Test func theSmallestFileIsAnOverlayThatChangesNothing() throws {
        let text = #"{"format": "phaseloom.overlay/1", "id": "none", "version": "1", "title": "Nothing"}"#
        let overlay = try OverlayFile.read(Array(text.utf8), from: "none.json")
        #expect(overlay.body == OverlayBody())
        #expect(
            OverlayFile.write(overlay) == """
                {
                  "format": "phaseloom.overlay/1",
                  "id": "none",
                  "summary": "",
                  "title": "Nothing",
                  "version": "1"
                }

                """)
    }

    @Test func nullMeansAbsent() throws {
        let text = """
            {"format": "phaseloom.overlay/1", "id": "x", "version": "1", "title": "X", "summary": null, "cites": null,
             "requires": null, "excludes": null, "options": null, "artifacts": null, "tracks": null,
             "interactions": null,
             "changes": [{"insert": {"phase": {"id": "p", "title": "P", "when": null}, "track": null, "after": null}},
                         {"criterion": {"at": "*", "id": "c", "statement": "C", "bound": null, "deferTo": null}}]}
            """
        let overlay = try OverlayFile.read(Array(text.utf8), from: "null.json")
        #expect(
            overlay.body
                == OverlayBody {
                    Insert("p", "P"); Expect("c", "C", atGateOf: .every)
                })
    }

    @Test func theOrderOfDeclarationsInSwiftMakesNoDifference() throws {
        let overlay = DeclarativeOverlay(identity: OverlayIdentity(id: "o", title: "O", summary: "")) {
            Order("a", before: "b")
            Track("t", "T")
            Artifact("x", "X")
            Together(with: "other") {
                Waive("c", because: "r", onAuthorityOf: "a"); Artifact("y", "Y")
            }
        }
        #expect(overlay.body.changes.first == Artifact("x", "X").change)
        #expect(overlay.body.interactions.first?.changes.first == Artifact("y", "Y").change)
        #expect(try OverlayFile.read(Array(OverlayFile.write(overlay).utf8), from: "o.json") == overlay)
    }

    static let everything = #"""
        {"format": "phaseloom.overlay/1", "id": "cctv", "version": "2.1.0", "title": "Video surveillance",
         "summary": "Cameras, \"recorders\" and privacy – d\u00e9j\u00e0 vu.", "cites": ["IEC 62676-4:2014"],
         "requires": ["network"], "excludes": ["dummy-cameras"], "options": {"retention": "30", "zone": "entrée"},
         "artifacts": [{"id": "site-plan", "title": "Site plan", "entry": true},
                       {"id": "camera-list", "title": "Camera list", "entry": false, "cites": ["IEC 62676-4:2014, 5"]}],
         "tracks": [{"id": "privacy", "title": "Privacy", "ifPresent": true}],
         "changes": [
          {"insert": {"phase": {"id": "survey", "title": "Survey", "consumes": ["site-plan"],
             "produces": ["camera-list"], "points": ["assessment", "scoping"],
             "when": [{"id": "outdoor", "statement": "There are outdoor cameras", "needs": ["site-plan"],
                       "bound": {"measure": "outdoor-cameras", "min": 1, "max": null, "unit": null}}]},
             "after": ["@intake", "kick-off"], "before": ["@execution"], "track": "privacy", "ifPresent": true,
             "cites": ["b", "a"]}},
          {"activity": {"in": "@design", "id": "draw", "title": "Draw the fields of view", "after": ["measure"],
             "when": [{"id": "outdoor", "statement": "There are outdoor cameras"}]}},
          {"entry": {"to": "@scoping", "id": "bandwidth", "statement": "The bandwidth is assessed",
             "needs": ["bandwidth-report"], "status": "mandated"}},
          {"criterion": {"at": "track:privacy", "id": "retention", "statement": "Recordings are deleted in time",
             "needs": ["camera-list"], "bound": {"measure": "retention", "min": 1.5, "max": 30, "unit": "d"},
             "status": "plain", "deferTo": "@closeout"}},
          {"bound": {"criterion": "@validation/retention", "max": 14}},
          {"order": {"first": "permit", "then": "@execution"}},
          {"loop": {"id": "refocus", "from": "@validation", "to": "survey", "while": ["sharp", "@validation/bright"], "limit": 5}},
          {"compress": {"from": "@assessment", "through": "@design", "into": {"id": "triage", "title": "Triage"},
             "defer": [{"obligation": "survey/retention", "to": "@closeout"}, {"obligation": "sharp", "to": "late"}]}},
          {"waive": {"obligation": "board-approval", "reason": "Too small", "authority": "The director"}},
          {"produce": {"phase": "producing:camera-list", "artifacts": ["b-list", "a-list"]}},
          {"consume": {"phase": "*", "artifacts": ["site-plan"], "cites": ["c"]}}],
         "interactions": [{"with": ["hipaa", "gdpr"], "artifacts": [{"id": "dpia", "title": "Impact assessment"}],
            "tracks": [{"id": "legal", "title": "Legal"}],
            "changes": [{"bound": {"criterion": "retention", "min": null, "max": 7}}]}]}
        """#

    static let everythingInSwift = DeclarativeOverlay(
        identity: OverlayIdentity(
            id: "cctv", version: "2.1.0", title: "Video surveillance",
            summary: "Cameras, \"recorders\" and privacy – déjà vu.", cites: ["IEC 62676-4:2014"],
            requires: ["network"], excludes: ["dummy-cameras"]),
        options: ["retention": "30", "zone": "entrée"]
    ) {
        Artifact("site-plan", "Site plan").broughtToTheEngagement()
        Artifact("camera-list", "Camera list").citing("IEC 62676-4:2014, 5")
        Track("privacy", "Privacy").ifPresent()
        everyPlacement
        everyAgreement
        Together(with: "hipaa", "gdpr") {
            Artifact("dpia", "Impact assessment")
            Track("legal", "Legal")
            Limit("retention", to: .atMost(7))
        }
    }

    private static let everyPlacement = OverlayBody {
        Insert("survey", "Survey").after("@intake", "kick-off").before(.execution).onTrack("privacy")
            .consuming("site-plan").producing("camera-list").holding(.assessment, .scoping)
            .when(
                Trigger(
                    "outdoor", "There are outdoor cameras", needs: ["site-plan"],
                    bound: Bound("outdoor-cameras", .atLeast(1)))
            ).citing("a", "b").ifPresent()
        Perform("draw", "Draw the fields of view", during: .design).after("measure")
            .when(Trigger("outdoor", "There are outdoor cameras"))
    }

    private static let everyAgreement = OverlayBody {
        Require("bandwidth", "The bandwidth is assessed", toEnter: .scoping).needing("bandwidth-report").mandated()
        Expect("retention", "Recordings are deleted in time", atGateOf: "track:privacy").needing("camera-list")
            .measured("retention", .within(1.5...30), unit: "d").deferred(to: .closeout)
        Limit("@validation/retention", to: .atMost(14))
        Order("permit", before: .execution)
        LoopBack("refocus", from: .validation, to: "survey", while: "sharp", "@validation/bright", atMost: 5)
        Compress(from: .assessment, through: .design, into: "triage", "Triage")
            .deferring("survey/retention", to: .closeout).deferring("sharp", to: "late")
        Waive("board-approval", because: "Too small", onAuthorityOf: "The director")
        Produce("a-list", "b-list", in: "producing:camera-list")
        Consume("site-plan", in: .every).citing("c")
    }
}
