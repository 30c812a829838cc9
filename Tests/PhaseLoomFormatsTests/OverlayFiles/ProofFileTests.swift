import PhaseLoom
import PhaseLoomFormats
import Testing

/// Proofs in overlay files and in what is shown of them.
@Suite struct ProofFileTests {
    private static let proof = Proof.all([
        .signed("test-report", by: "client", separately: true), .present("runbook"),
        .any([
            .measured(Bound("coverage", .within(0.95...1), unit: "1"), of: "test-report"),
            .measured(Bound("defects", .atMost(0)), of: nil), .signed("waiver", by: "board", separately: false),
        ]),
    ])

    private static let text = """
        {"format": "phaseloom.overlay/1", "id": "o", "version": "1.0.0", "title": "O",
         "changes": [
          {"criterion": {"at": "@transfer", "id": "c", "statement": "C", "needs": ["timeline"],
            "proof": {"all": [
              {"signed": {"artifact": "test-report", "by": "client", "separately": true}}, {"present": "runbook"},
              {"any": [{"measured": {"of": "test-report", "measure": "coverage", "min": 0.95, "max": 1, "unit": "1"}},
                       {"measured": {"measure": "defects", "max": 0, "min": null}},
                       {"signed": {"artifact": "waiver", "by": "board"}}]}]}}},
          {"entry": {"to": "@closeout", "id": "e", "statement": "E", "proof": {"present": "runbook"}}}]}
        """

    private static let overlay = DeclarativeOverlay(identity: OverlayIdentity(id: "o", title: "O", summary: "")) {
        Expect("c", "C", atGateOf: .transfer).needing("timeline").proven(by: proof)
        Require("e", "E", toEnter: .closeout).proven(by: .present("runbook"))
    }

    @Test func readsAndWritesEveryKind() throws {
        #expect(try OverlayFile.read(Array(Self.text.utf8), from: "o.json") == Self.overlay)
        #expect(try OverlayFile.read(Array(OverlayFile.write(Self.overlay).utf8), from: "w.json") == Self.overlay)
    }

    @Test func sequencesHaveTheProofInCanonicalForm() throws {
        let sequence = try BaseSequence.standard.composed(with: [Self.overlay])
        let value = try JSONReader.read(Array(SequenceJSON().render(sequence, for: Surface()).utf8)).value
        guard case .array(let phases)? = value["phases"] else { return #expect(Bool(false), "there are phases") }
        let transfer = phases.first { $0["id"] == "transfer" }
        guard case .array(let gate)? = transfer?["gate"] else { return #expect(Bool(false), "there is a gate") }
        #expect(
            gate.first { $0["id"] == "c" }?["proof"] == [
                "all": [
                    ["present": "runbook"],
                    ["signed": ["artifact": "test-report", "by": "client", "separately": true]],
                    [
                        "any": [
                            ["signed": ["artifact": "waiver", "by": "board"]],
                            [
                                "measured": [
                                    "max": 1, "measure": "coverage", "min": 0.95, "of": "test-report", "unit": "1",
                                ]
                            ],
                            ["measured": ["max": 0, "measure": "defects"]],
                        ]
                    ],
                ]
            ])
        #expect(gate.filter { $0["proof"] != nil }.map { $0["id"] } == ["c", "runbook-acknowledged"])
    }

    @Test func textAndMarkdownShowTheProof() throws {
        let overlay = DeclarativeOverlay(identity: OverlayIdentity(id: "o", title: "O", summary: "")) {
            Expect("c", "C", atGateOf: .transfer).needing("timeline").signed("runbook", by: "client", separately: true)
        }
        let sequence = try BaseSequence.standard.composed(with: [overlay])
        let words = "runbook signed by client, someone other than its recorder"
        let text = TextRenderer().render(sequence, for: Surface(columns: 108))
        #expect(text.contains("c · shown by \(words) · needs timeline"))
        let markdown = MarkdownRenderer().render(sequence, for: Surface())
        #expect(markdown.contains("| C | `c` |  | `timeline`; \(words) |"))
    }

    @Test(arguments: [
        (#"⟦5⟧"#, "", "an object"), (#"⟦{}⟧"#, "", "no kind"),
        (#"⟦{⟧"present": "a", "all": []}"#, "", "2 kinds"), (#"{⟦"presnt"⟧: "a"}"#, ".presnt", "'present'"),
        (#"{"present": ⟦"a b"⟧}"#, ".present", "'a b'"), (#"{"present": ⟦{}⟧}"#, ".present", "an object"),
        (#"{"signed": ⟦{⟧"by": "client"}}"#, ".signed", "'artifact'"),
        (#"{"signed": ⟦{⟧"artifact": "a"}}"#, ".signed", "'by'"),
        (#"{"signed": {"artifact": "a", "by": ⟦["b"]⟧}}"#, ".signed.by", "a list"),
        (#"{"signed": {"artifact": "a", "by": "b", "separately": ⟦"yes"⟧}}"#, ".signed.separately", "true or false"),
        (#"{"signed": {"artifact": "a", "by": "b", ⟦"seperately"⟧: true}}"#, ".signed.seperately", "'separately'"),
        (#"{"measured": ⟦{⟧"min": 1}}"#, ".measured", "'measure'"),
        (#"{"measured": ⟦{⟧"measure": "m", "min": 2, "max": 1}}"#, ".measured", "swap"),
        (#"{"measured": {"measure": "m", "of": ⟦"*"⟧}}"#, ".measured.of", "'*'"),
        (#"{"measured": {"measure": "m", ⟦"off"⟧: "a"}}"#, ".measured.off", "'of'"),
        (#"{"all": ⟦[]⟧}"#, ".all", "empty"), (#"{"any": ⟦"a"⟧}"#, ".any", "a list"),
        (#"{"any": [{"present": "a"}, ⟦"b"⟧]}"#, ".any[1]", "an object"),
        (#"{"all": [{"any": [{"all": ⟦[]⟧}]}]}"#, ".all[0].any[0].all", "empty"),
        (
            #"{"all": [{"present": "a"}, {"any": [{"signed": {"artifact": "a", "by": ⟦1⟧}}]}]}"#,
            ".all[1].any[0].signed.by", "a number"
        ),
    ])
    func refusesEverythingElse(proof: String, path: String, word: String) {
        let start = #"{"criterion": {"at": "@design", "id": "c", "statement": "C", "proof": "#
        MalformedFile.change(start + proof + "}}", ".criterion.proof" + path, word).check { bytes throws(FileError) in
            _ = try OverlayFile.read(bytes, from: "bad.json")
        }
    }

    @Test(arguments: [15, 16, 29, 10_000])
    func refusesProofsThatNestTooDeep(lists: Int) throws {
        let proof = String(repeating: #"{"any":["#, count: lists) + #"{"present": "a"}"#
        let file = MalformedFile.change(
            #"{"entry": {"to": "@design", "id": "c", "statement": "C", "proof": "# + proof
                + String(repeating: "]}", count: lists) + "}}", "", "")
        if lists < 16 {
            #expect(throws: Never.self) { try OverlayFile.read(file.bytes, from: "deep.json") }
        } else {
            let error = #expect(throws: FileError.self) { try OverlayFile.read(file.bytes, from: "deep.json") }
            let limit = lists < 30 ? 16 : 64
            #expect(error?.problems.first?.message.contains("\(limit) levels") == true, "\(String(describing: error))")
        }
    }

    @Test(arguments: [255, 256, 100_000])
    func refusesProofsWithTooManyParts(count: Int) {
        let parts = (0..<count).map { #"{"present":"a\#($0)"}"# }.joined(separator: ",")
        let file = MalformedFile.change(
            #"{"entry": {"to": "@design", "id": "c", "statement": "C", "proof": {"all":["# + parts + "]}}}", "", "")
        if count < 256 {
            #expect(throws: Never.self) { try OverlayFile.read(file.bytes, from: "wide.json") }
        } else {
            let error = #expect(throws: FileError.self) { try OverlayFile.read(file.bytes, from: "wide.json") }
            #expect(error?.problems.first?.path == "$.changes[0].entry.proof")
            #expect(error?.problems.first?.message == "the proof has more than 256 parts")
        }
    }
}
