import PhaseLoom
import PhaseLoomFormats
import PhaseLoomTesting
import Testing

/// A plan that was changed, by accident or on purpose, is refused with the place that gives it away.
@Suite struct PlanFileErrorTests {
    /// A plan that has everything, on one line.
    private static let text = String(
        decoding: PlanFile.write(
            ComposedSequence(
                base: "b", title: "B",
                overlays: [
                    DeclarativeOverlay(identity: OverlayIdentity(id: "o", title: "O", summary: ""), options: ["k": "v"])
                    {
                        Insert("q", "Q").after("p")
                    }
                ],
                phases: [
                    Sketch.phase(
                        "p", "P", produces: ["x"], activities: [Sketch.activity("a", "A")],
                        gate: [Sketch.obligation("c", "C", deferredTo: "q")]),
                    ComposedPhase(
                        id: "q", title: "Q", points: [.design], track: .mainTrack,
                        condition: Condition(clauses: [[Trigger("t", "T")]]), after: ["p"], consumes: ["x"],
                        produces: ["y"], productionConditions: ["y": Condition(clauses: [[Trigger("t", "T")]])],
                        activities: [Sketch.activity("a", "A"), Sketch.activity("z", "Z", after: ["a"])],
                        entry: [Sketch.obligation("e", "E", proof: .present("x"))], gate: [],
                        attribution: Attribution(by: ["o"], cites: ["S"])),
                ],
                loops: [Sketch.loop("l", from: "q", to: "p", while: "e", atMost: 3)],
                tracks: [ComposedTrack(id: "main", title: "Main", attribution: Attribution(by: [.base], cites: ["U"]))],
                artifacts: [
                    ComposedArtifact(
                        id: "x", title: "X", isEntry: false, attribution: Attribution(by: ["o"], cites: ["V"]))
                ],
                precedences: [Precedence(first: "p", then: "q", isDirect: true, attribution: Attribution(by: ["o"]))],
                absorbed: ["r": "q"],
                resolutions: [Resolution(conflict: "phase:q.title", choose: "o", reason: "R", authority: "A")],
                findings: [
                    Finding(
                        code: .phaseFloating, severity: .note, message: "M", subjects: ["q"], overlays: ["o"], hint: "H"
                    )
                ])), as: UTF8.self
    )
    .split(separator: "\n").map { $0.drop { $0 == " " } }.joined()

    @Test(arguments: [
        ("phaseloom.plan/1", "phaseloom.plan/2", "$.format", "'phaseloom.plan/1'"),
        ("phaseloom.sequence/1", "phaseloom.sequence/2", "$.sequence.format", "'phaseloom.sequence/1'"),
        ("phaseloom.overlay/1", "phaseloom.overlay/2", "$.overlays[0].format", "'phaseloom.overlay/1'"),
        (#""absorbed""#, #""absorbd""#, "$", "'absorbed'"),
        (#""r": "q""#, #""r": "zz""#, "$.absorbed.r", "no phase 'zz'"),
        (#""r": "q""#, #""r r": "q""#, "$.absorbed['r r']", "'r r'"),
        (#""direct": true"#, #""direct": 1"#, "$.precedences[0].direct", "true or false"),
        (#""first": "p""#, #""first": "pp""#, "$.precedences[0].first", "no phase 'pp'"),
        (#""deferredTo": "q""#, #""deferredTo": "q1""#, "$.sequence.phases[0].gate[0].deferredTo", "no phase 'q1'"),
        (#""to": "p""#, #""to": "x""#, "$.sequence.loops[0].to", "no phase 'x'"),
        (#""limit": 3"#, #""limit": 0"#, "$.sequence.loops[0].limit", "at least 1"),
        (#""code": "phase-floating""#, #""code": "phase-float""#, "$.sequence.findings[0].code", "'phase-floating'"),
        (#""severity": "note""#, #""severity": "fatal""#, "$.sequence.findings[0].severity", "'fatal'"),
        (#""status": "plain""#, #""status": "plan""#, "$.sequence.phases[0].gate[0].status", "'plain'"),
        (#""present": "x""#, #""presents": "x""#, "$.sequence.phases[1].entry[0].proof.presents", "'present'"),
        (#""design""#, #""desing""#, "$.sequence.phases[1].points[0]", "'design'"),
    ])
    func refusesWhatCannotStandThere(old: String, new: String, path: String, word: String) throws {
        let problems = try Self.problems(replacing: old, by: new)
        let problem = try #require(problems.first { $0.path == path }, "\(problems)")
        #expect(problem.message.contains(word) || problem.hint.contains(word), "\(problem)")
    }

    @Test func refusesPhasesAndActivitiesOutOfOrder() throws {
        let twice = try Self.problems(replacing: #""id": "q","points""#, by: #""id": "p","points""#)
        #expect(twice.contains { $0.path == "$.sequence.phases[1].id" && $0.message.contains("twice") })
        let late = try Self.problems(
            replacing: #""after": ["p"],"by""#, by: #""after": ["q"],"by""#)
        #expect(late.contains { $0.message.contains("no phase 'q' stands before this one") }, "\(late)")
        let itself = try Self.problems(
            replacing: #""after": ["a"]"#, by: #""after": ["z"]"#)
        #expect(itself.contains { $0.message.contains("no activity 'z' stands before this one") }, "\(itself)")
    }

    @Test(arguments: [
        (#""title": "B""#, #""title": "C""#, "$.digest"), (#""direct": true"#, #""direct": false"#, "$.digest"),
        (#""U""#, #""UU""#, "$.digest"), (#""R""#, #""RR""#, "$.digest"), (#""M""#, #""MM""#, "$.digest"),
        (#""severity": "note""#, #""severity": "error""#, "$.digest"),
        (#""limit": 3"#, #""limit": 4"#, "$.sequence.digest"), (#""S""#, #""SS""#, "$.sequence.digest"),
        (#""statement": "C""#, #""statement": "CC""#, "$.sequence.digest"),
        (#""present": "x""#, #""present": "y""#, "$.sequence.digest"),
        (#""k": "v""#, #""k": "w""#, "$.sequence.overlays"),
        (#""version": "1.0.0""#, #""version": "1.0.1""#, "$.sequence.overlays"),
        ("\"digest\": \"sha256:", "\"digest\": \"sha256:0", "$.digest"),
    ])
    func refusesWhatWasChanged(old: String, new: String, path: String) throws {
        let problems = try Self.problems(replacing: old, by: new)
        #expect(problems.contains { $0.path == path && $0.hint.contains("take the original") }, "\(problems)")
    }

    @Test(arguments: [("artifacts", "x"), ("tracks", "main")])
    func refusesSourcesOfNothing(section: String, name: String) throws {
        let old = "\"\(section)\": {\"\(name)\""
        let problems = try Self.problems(replacing: old, by: "\"\(section)\": {\"nn\"")
        #expect(problems.contains { $0.path == "$.sequence" && $0.message.contains("'nn'") }, "\(problems)")
    }

    @Test func refusesConditionsOfNothing() throws {
        let problems = try Self.problems(replacing: #""produces": {"q""#, by: #""produces": {"nn""#)
        #expect(problems.contains { $0.message == "there is no phase 'nn', of which the plan speaks" }, "\(problems)")
    }

    @Test(arguments: [
        "", "{}", "[]", "{\"format\": \"phaseloom.plan/1\"}", "nul", "{\"format\": \"phaseloom.plan/1\"", "\u{FEFF}{}",
    ])
    func refusesWhatIsNoPlan(text: String) {
        let error = #expect(throws: FileError.self) { try PlanFile.read(Array(text.utf8), from: "plan.json") }
        #expect(error?.problems.isEmpty == false)
    }

    /// Whatever is damaged, what is read is the plan that was written: nothing else gets through.
    @Test(arguments: 0..<4 as Range<UInt64>)
    func damageIsRefusedOrHarmless(_ seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let compact = Array(Self.text.utf8)
        let plan = try PlanFile.read(compact, from: "plan.json")
        let value = try JSONReader.read(compact).value
        for _ in 0..<1_500 {
            let bytes = OverlayFileMutationTests.damaged([(compact, value)], using: &generator)
            do {
                #expect(try PlanFile.read(bytes, from: "damaged.json") == plan)
            } catch {
                let places = error.problems.map { ($0.line, $0.column) }
                try #require(!places.isEmpty && places.allSatisfy { $0.0 > 0 && $0.1 > 0 && $0.0 <= bytes.count + 1 })
            }
        }
    }

    /// What is wrong with the plan after the first occurrence of a text was replaced.
    private static func problems(replacing old: String, by new: String) throws -> [FileError.Problem] {
        let place = try #require(text.firstRange(of: old), "'\(old)' is not in\n\(text)")
        let changed = text.replacingCharacters(in: place, with: new)
        let error = #expect(throws: FileError.self) { try PlanFile.read(Array(changed.utf8), from: "plan.json") }
        return error?.problems ?? []
    }
}

extension String {
    fileprivate func replacingCharacters(in range: Range<String.Index>, with text: String) -> String {
        var result = self
        result.replaceSubrange(range, with: text)
        return result
    }
}
