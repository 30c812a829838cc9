import PhaseLoom
import PhaseLoomFormats
import Testing

@Suite struct ResolutionsFileTests {
    @Test func readsDecisionsInTheirOrder() throws {
        let text = """
            {"resolutions": [
              {"conflict": "criterion:validation/retention.bound", "choose": "gdpr", "reason": "The law", "authority": "DPO"},
              {"conflict": "a", "choose": "base", "reason": "R", "authority": "A"}], "format": "phaseloom.resolutions/1"}
            """
        #expect(
            try ResolutionsFile.read(Array(text.utf8), from: "r.json") == [
                Resolution(
                    conflict: "criterion:validation/retention.bound", choose: "gdpr", reason: "The law",
                    authority: "DPO"), Resolution(conflict: "a", choose: "base", reason: "R", authority: "A"),
            ])
    }

    static func one(_ decisions: String, _ path: String, _ word: String) -> MalformedFile {
        MalformedFile(
            "{\"format\": \"phaseloom.resolutions/1\", \"resolutions\": [\n\(decisions)]}", "$.resolutions\(path)", word
        )
    }

    @Test(arguments: [
        MalformedFile(#"⟦{⟧"format": "phaseloom.resolutions/1"}"#, "$", "'resolutions'"),
        MalformedFile(#"⟦{⟧"resolutions": []}"#, "$", "'format'"),
        MalformedFile(#"{"format": ⟦"phaseloom.overlay/1"⟧}"#, "$.format", "'phaseloom.resolutions/1'"),
        MalformedFile(#"{"format": "phaseloom.resolutions/1", "resolutions": ⟦null⟧}"#, "$.resolutions", "null"),
        MalformedFile(
            #"{"format": "phaseloom.resolutions/1", "resolutions": [], ⟦"resolution"⟧: []}"#, "$.resolution",
            "'resolutions'"),
        one("⟦1⟧", "[0]", "an object"),
        one(#"⟦{⟧"choose": "b", "reason": "R", "authority": "A"}"#, "[0]", "'conflict'"),
        one(#"⟦{⟧"conflict": "a", "reason": "R", "authority": "A"}"#, "[0]", "'choose'"),
        one(#"{"conflict": "a", "choose": ⟦"b c"⟧, "reason": "R", "authority": "A"}"#, "[0].choose", "'b c'"),
        one(#"{"conflict": ⟦""⟧, "choose": "b", "reason": "R", "authority": "A"}"#, "[0].conflict", "empty"),
        one(#"{"conflict": "a", "choose": "b", "reason": ⟦" "⟧, "authority": "A"}"#, "[0].reason", "empty"),
        one(#"{"conflict": "a", "choose": "b", "reason": "R", "authority": ⟦""⟧}"#, "[0].authority", "empty"),
        one(#"⟦{⟧"conflict": "a", "choose": "b", "authority": "A"}"#, "[0]", "'reason'"),
        one(
            """
            {"conflict": "a", "choose": "b", "reason": "R", "authority": "A"},
            {"conflict": ⟦"a"⟧, "choose": "c", "reason": "R", "authority": "A"}
            """, "[1].conflict", "twice"),
    ])
    func refuses(_ file: MalformedFile) {
        file.check { bytes throws(FileError) in _ = try ResolutionsFile.read(bytes, from: "bad.json") }
    }
}
