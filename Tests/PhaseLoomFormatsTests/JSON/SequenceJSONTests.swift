import PhaseLoom
import PhaseLoomFormats
import Testing

@Suite struct SequenceJSONTests {
    private static let overlay = DeclarativeOverlay(
        identity: OverlayIdentity(id: "cameras", title: "Cameras", summary: "", cites: ["IEC 62676-4"]),
        options: ["zone": "b", "days": "30"]
    ) {
        Artifact("plan", "Plan").broughtToTheEngagement()
        Track("privacy", "Privacy")
        Insert("survey", "Survey").after(.assessment).before(.design).onTrack("privacy").consuming("plan")
            .when(Trigger("outdoor", "Outdoor", needs: ["plan"], bound: Bound("cameras", .atLeast(1), unit: "pcs")))
        Perform("walk", "Walk", during: "survey").when(Trigger("steep", "Steep"))
        Perform("look", "Look", during: "survey").after("walk")
        Expect("sharp", "The picture is sharp", atGateOf: .validation).needing("test-report")
            .measured("density", .atLeast(125), unit: "px/m")
        Expect("paid", "Paid", atGateOf: .design).needing("statement-of-work").deferred(to: .closeout)
        LoopBack("refocus", from: .validation, to: .design, while: "sharp", atMost: 3)
        Waive("report-signed", because: "Small", onAuthorityOf: "Director")
    }

    private func json(_ overlays: OverlaySet) throws -> JSONValue {
        let sequence = try BaseSequence.standard.composed(with: overlays)
        let text = SequenceJSON().render(sequence, for: Surface())
        let value = try JSONReader.read(Array(text.utf8)).value
        #expect(value.canonicalText == text)
        return value
    }

    private func element(_ id: String, in list: JSONValue?) -> JSONValue? {
        guard case .array(let elements) = list else { return nil }
        return elements.first { $0["id"] == .string(id) }
    }

    @Test func hasTheKeysOfTheDesign() throws {
        let value = try json([Self.overlay])
        #expect(
            Self.keys(value) == [
                "artifacts", "base", "digest", "findings", "format", "loops", "overlays", "phases", "tracks",
            ])
        let phase = element("survey", in: value["phases"])
        #expect(
            Self.keys(phase) == [
                "activities", "after", "by", "cites", "consumes", "entry", "gate", "id", "points", "produces", "title",
                "track", "when",
            ])
        #expect(value["format"] == "phaseloom.sequence/1")
        #expect(value["overlays"] == [["id": "cameras", "options": ["days": "30", "zone": "b"], "version": "1.0.0"]])
    }

    @Test func writesConditionsWhereTheyAre() throws {
        let phase = element("survey", in: try json([Self.overlay])["phases"])
        #expect(
            phase?["when"] == [
                [
                    "bound": ["max": nil, "measure": "cameras", "min": 1, "unit": "pcs"], "id": "outdoor",
                    "needs": ["plan"], "statement": "Outdoor",
                ]
            ])
        #expect(
            element("walk", in: phase?["activities"])?["when"] == [
                ["bound": nil, "id": "steep", "needs": [], "statement": "Steep"]
            ])
        let look = element("look", in: phase?["activities"])
        #expect(Self.keys(look) == ["after", "by", "cites", "id", "title"])
        #expect(look?["after"] == ["walk"])
        #expect(phase?["track"] == "privacy")
    }

    @Test func writesObligationsWithBoundsDeferralsAndWaivers() throws {
        let phases = try json([Self.overlay])["phases"]
        let gate = element("validation", in: phases)?["gate"]
        #expect(
            element("sharp", in: gate) == [
                "bound": ["max": nil, "measure": "density", "min": 125, "unit": "px/m"], "by": ["cameras"],
                "cites": ["IEC 62676-4"], "deferredTo": nil, "id": "sharp", "needs": ["test-report"],
                "statement": "The picture is sharp", "status": "plain",
            ])
        let waived = element("report-signed", in: gate)
        #expect(waived?["status"] == "waived")
        #expect(waived?["waivers"] == [["authority": "Director", "by": "cameras", "reason": "Small"]])
        #expect(element("paid", in: element("design", in: phases)?["gate"])?["deferredTo"] == "closeout")
        let entry = element("environment-ready", in: element("assessment", in: phases)?["entry"])
        #expect(Self.keys(entry) == ["by", "cites", "id", "needs", "statement", "status"])
    }

    @Test func writesLoopsTracksAndArtifacts() throws {
        let value = try json([Self.overlay])
        let loop = element("refocus", in: value["loops"])
        #expect(loop?["while"] == ["sharp"])
        #expect(loop?["limit"] == 3)
        #expect(element("privacy", in: value["tracks"]) == ["by": ["cameras"], "id": "privacy", "title": "Privacy"])
        #expect(
            element("plan", in: value["artifacts"]) == [
                "by": ["cameras"], "entry": true, "id": "plan", "title": "Plan",
            ])
    }

    @Test func theDigestIsTheHashOfTheRest() throws {
        let sequence = try BaseSequence.standard.composed(with: [Self.overlay])
        guard case .object(let members) = try json([Self.overlay]) else {
            Issue.record("not an object")
            return
        }
        let rest = JSONValue.object(members.filter { $0.key != "digest" && $0.key != "findings" })
        #expect(sequence.digest == "sha256:" + SHA256.hexadecimal(rest.canonicalBytes))
        #expect(members.first { $0.key == "digest" }?.value == .string(sequence.digest))
        #expect(try BaseSequence.standard.composed().digest != sequence.digest)
    }

    @Test func findingsHaveTheirOwnDocument() throws {
        let sequence = try BaseSequence.standard.composed(with: [Self.overlay])
        let value = try JSONReader.read(Array(FindingsJSON.write(sequence).utf8)).value
        #expect(Self.keys(value) == ["digest", "findings", "format", "sound"])
        #expect(value["digest"] == .string(sequence.digest))
        #expect(value["sound"] == .bool(sequence.isSound))
        #expect(value["findings"] == (try json([Self.overlay]))["findings"])
    }

    private static func keys(_ value: JSONValue?) -> [String] {
        guard case .object(let members) = value else { return [] }
        return members.map(\.key)
    }
}
