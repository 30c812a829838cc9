import PhaseLoom
import PhaseLoomFormats
import Testing

@Suite struct OverlayFileErrorTests {
    @Test(arguments: frames + members + declarations)
    func framesAndDeclarations(_ file: MalformedFile) {
        file.check { bytes throws(FileError) in _ = try OverlayFile.read(bytes, from: "bad.json") }
    }

    @Test(arguments: kinds + phases + obligations + others)
    func changes(_ file: MalformedFile) {
        file.check { bytes throws(FileError) in _ = try OverlayFile.read(bytes, from: "bad.json") }
    }

    static let frames = [
        MalformedFile("⟦⟧", "$", "too early"), MalformedFile("⟦[]⟧", "$", "an object"),
        MalformedFile("⟦\"overlay\"⟧", "$", "a string"),
        MalformedFile("{\"format\": \n⟦overlay⟧}", "$.format", "'overlay'"),
        MalformedFile(#"{"format": ⟦"phaseloom.overlay/2"⟧, "ids": 1}"#, "$.format", "'phaseloom.overlay/1'"),
        MalformedFile(
            #"{"format": ⟦"phaseloom.resolutions/1"⟧, "resolutions": []}"#, "$.format", "'phaseloom.overlay/1'"),
        MalformedFile(#"{"format": ⟦1⟧, "id": "o", "version": "1", "title": "O"}"#, "$.format", "a number"),
        MalformedFile(#"⟦{⟧"id": "o", "version": "1", "title": "O"}"#, "$", "'format'"),
        MalformedFile(#"⟦{⟧"format": "phaseloom.overlay/1", "version": "1", "title": "O"}"#, "$", "'id'"),
        MalformedFile(#"⟦{⟧"format": "phaseloom.overlay/1", "id": "o", "title": "O"}"#, "$", "'version'"),
        MalformedFile(#"⟦{⟧"format": "phaseloom.overlay/1", "id": "o", "version": "1"}"#, "$", "'title'"),
        MalformedFile(
            #"{"format": "phaseloom.overlay/1", "id": ⟦"o o"⟧, "version": "1", "title": "O"}"#, "$.id", "'o o'"),
        MalformedFile(#"{"format": "phaseloom.overlay/1", "id": ⟦""⟧, "version": "1", "title": "O"}"#, "$.id", "''"),
        MalformedFile(
            #"{"format": "phaseloom.overlay/1", "id": ⟦7⟧, "version": "1", "title": "O"}"#, "$.id", "a number"),
        MalformedFile(
            #"{"format": "phaseloom.overlay/1", "id": "o", "version": ⟦1⟧, "title": "O"}"#, "$.version", "string"),
        MalformedFile(
            #"{"format": "phaseloom.overlay/1", "id": "o", "version": ⟦""⟧, "title": "O"}"#, "$.version", "empty"),
        MalformedFile(
            #"{"format": "phaseloom.overlay/1", "id": "o", "version": "1", "title": ⟦" "⟧}"#, "$.title", "empty"),
        MalformedFile(#"{"format": "phaseloom.overlay/1", "id": "o", ⟦"id"⟧: "o"}"#, "$.id", "twice"),
    ]

    static let members: [MalformedFile] = [
        .member(#"⟦"chnages"⟧: []"#, "$.chnages", "'changes'"), .member(#"⟦"zzz"⟧: 1"#, "$.zzz", "'interactions'"),
        .member(#"⟦"a b"⟧: 1"#, "$['a b']", "'a b'"), .member(#""changes": ⟦{}⟧"#, "$.changes", "list"),
        .member(#""summary": ⟦[]⟧"#, "$.summary", "a list"), .member(#""cites": ⟦"IEC"⟧"#, "$.cites", "list"),
        .member(#""cites": ["IEC", ⟦5⟧]"#, "$.cites[1]", "a number"),
        .member(#""requires": [⟦"*"⟧]"#, "$.requires[0]", "'*'"),
        .member(#""excludes": [⟦null⟧]"#, "$.excludes[0]", "null"),
        .member(#""options": ⟦[]⟧"#, "$.options", "an object"),
        .member(#""options": {"days": ⟦30⟧}"#, "$.options.days", "a string"),
        .member(#""options": {"a-b": ⟦true⟧}"#, "$.options['a-b']", "true"),
        .member(#""changes": [⟦7⟧]"#, "$.changes[0]", "an object"),
        .member(#""interactions": [⟦{⟧"changes": []}]"#, "$.interactions[0]", "'with'"),
        .member(#""interactions": [{"with": ["a"], ⟦"then"⟧: []}]"#, "$.interactions[0].then", "'changes'"),
        .member(#""interactions": [{"with": [⟦"@a"⟧]}]"#, "$.interactions[0].with[0]", "'@a'"),
        .member(
            #""interactions": [{"with": ["a"], "changes": [{"order": {"first": ⟦"@desing"⟧, "then": "b"}}]}]"#,
            "$.interactions[0].changes[0].order.first", "'@design'"),
    ]

    static let declarations: [MalformedFile] = [
        .member(#""artifacts": [⟦{⟧"title": "A"}]"#, "$.artifacts[0]", "'id'"),
        .member(#""artifacts": [⟦{⟧"id": "a"}]"#, "$.artifacts[0]", "'title'"),
        .member(#""artifacts": [{"id": "a", "title": ⟦""⟧}]"#, "$.artifacts[0].title", "empty"),
        .member(
            #""artifacts": [{"id": "a", "title": "A", "entry": ⟦"yes"⟧}]"#, "$.artifacts[0].entry", "true or false"),
        .member(#""artifacts": [{"id": "a", "title": "A", ⟦"titel"⟧: 1}]"#, "$.artifacts[0].titel", "'title'"),
        .member(
            "\"artifacts\": [{\"id\": \"a\", \"title\": \"A\"},\n{\"id\": ⟦\"a\"⟧, \"title\": \"A\"}]",
            "$.artifacts[1].id", "twice"),
        .member(#""tracks": [{"id": "a", "title": "A", ⟦"entry"⟧: true}]"#, "$.tracks[0].entry", "'entry'"),
        .member(#""tracks": [{"id": "a", "title": "é😀"}, {"id": ⟦"a b"⟧, "title": "A"}]"#, "$.tracks[1].id", "'a b'"),
        .member(#""tracks": [{"id": "a", "title": "A"}, {"id": ⟦"a"⟧, "title": "B"}]"#, "$.tracks[1].id", "twice"),
        .member(
            #""artifacts": [{"id": "a", "title": "Ä€😀"}], "interactions": [{"with": ["b"], "artifacts": [{"id": ⟦"a"⟧, "title": "A"}]}]"#,
            "$.interactions[0].artifacts[0].id", "twice"),
    ]

    static let kinds: [MalformedFile] = [
        .change("⟦{}⟧", "", "no kind"), .change(#"⟦{⟧"order": {}, "waive": {}}"#, "", "2 kinds"),
        .change(#"{⟦"inset"⟧: {}}"#, ".inset", "'insert'"), .change(#"{⟦"delete"⟧: {}}"#, ".delete", "'compress'"),
        .change(#"{"order": ⟦[]⟧}"#, ".order", "an object"), .change(#"{"order": ⟦null⟧}"#, ".order", "null"),
        .change(#"{"order": {"first": "a", "then": "b", "cites": ⟦"x"⟧}}"#, ".order.cites", "list"),
        .change(#"{"order": {"first": "a", "then": "b", "ifPresent": ⟦1⟧}}"#, ".order.ifPresent", "true or false"),
        .change(#"{"order": {"first": "a", "then": "b", ⟦"ifpresent"⟧: true}}"#, ".order.ifpresent", "'ifPresent'"),
    ]

    static let phases: [MalformedFile] = [
        .change(#"{"insert": ⟦{⟧"after": ["a"]}}"#, ".insert", "'phase'"),
        .change(#"{"insert": {"phase": ⟦"p"⟧}}"#, ".insert.phase", "an object"),
        .change(#"{"insert": {"phase": {"id": ⟦"field test"⟧, "title": "P"}}}"#, ".insert.phase.id", "'field test'"),
        .change(#"{"insert": {"phase": ⟦{⟧"id": "p"}}}"#, ".insert.phase", "'title'"),
        .change(#"{"insert": {"phase": {"id": "p", "title": ⟦""⟧}}}"#, ".insert.phase.title", "empty"),
        .change(#"{"insert": {"phase": {"id": "p", "title": "P"}, "after": ⟦"@design"⟧}}"#, ".insert.after", "list"),
        .change(
            #"{"insert": {"phase": {"id": "p", "title": "P"}, "after": [⟦"@desgin"⟧]}}"#, ".insert.after[0]",
            "'@design'"),
        .change(
            #"{"insert": {"phase": {"id": "p", "title": "P"}, "before": ["a", ⟦"*"⟧]}}"#, ".insert.before[1]", "'*'"),
        .change(#"{"insert": {"phase": {"id": "p", "title": "P"}, "track": ⟦"a b"⟧}}"#, ".insert.track", "'a b'"),
        .change(
            #"{"insert": {"phase": {"id": "p", "title": "P", "consumes": [⟦{}⟧]}}}"#, ".insert.phase.consumes[0]",
            "object"),
        .change(
            #"{"insert": {"phase": {"id": "p", "title": "P", "points": [⟦"desing"⟧]}}}"#, ".insert.phase.points[0]",
            "'design'"),
        .change(
            #"{"insert": {"phase": {"id": "p", "title": "P", "when": [⟦{⟧"id": "t"}]}}}"#, ".insert.phase.when[0]",
            "'statement'"),
        .change(
            #"{"insert": {"phase": {"id": "p", "title": "P", "when": [{"id": "t", "statement": "T", "bound": ⟦{⟧}}]}}}"#,
            ".insert.phase.when[0].bound", "'measure'"),
        .member(
            #""changes": [{"insert": {"phase": {"id": "p", "title": "P"}}}, {"insert": {"phase": {"id": ⟦"p"⟧, "title": "P"}}}]"#,
            "$.changes[1].insert.phase.id", "twice"),
        .change(
            #"{"activity": {"in": "@design", "id": "a", "title": "A", "after": [⟦"@b"⟧]}}"#, ".activity.after[0]",
            "'@b'"),
        .change(#"{"activity": {"in": ⟦"trak:a"⟧, "id": "a", "title": "A"}}"#, ".activity.in", "'trak:a'"),
        .change(#"{"activity": ⟦{⟧"id": "a", "title": "A"}}"#, ".activity", "'in'"),
        .member(
            #""changes": [{"activity": {"in": "*", "id": "a", "title": "A"}}, {"activity": {"in": "*", "id": ⟦"a"⟧, "title": "B"}}]"#,
            "$.changes[1].activity.id", "'*'"),
    ]

    static let obligations: [MalformedFile] = [
        .change(#"{"entry": {"to": "@scoping", "id": "e", "statement": ⟦""⟧}}"#, ".entry.statement", "empty"),
        .change(
            #"{"entry": {"to": "@scoping", "id": "e", "statement": "E", "status": ⟦"waived"⟧}}"#, ".entry.status",
            "'waive'"),
        .change(
            #"{"entry": {"to": "@scoping", "id": "e", "statement": "E", "status": ⟦"mandatory"⟧}}"#, ".entry.status",
            "mandat"),
        .change(
            #"{"entry": {"to": "@scoping", "id": "e", "statement": "E", ⟦"bound"⟧: null}}"#, ".entry.bound", "'bound'"),
        .change(#"{"entry": {"to": ⟦"track:"⟧, "id": "e", "statement": "E"}}"#, ".entry.to", "''"),
        .change(
            #"{"criterion": {"at": "@validation", "id": "c", "statement": "C", "bound": ⟦5⟧}}"#, ".criterion.bound",
            "an object"),
        .change(
            #"{"criterion": {"at": "@validation", "id": "c", "statement": "C", "bound": ⟦{⟧"measure": "m", "min": 3, "max": 2}}}"#,
            ".criterion.bound", "swap"),
        .change(
            #"{"criterion": {"at": "@validation", "id": "c", "statement": "C", "bound": {"measure": "m", "min": ⟦"3"⟧}}}"#,
            ".criterion.bound.min", "a number"),
        .change(
            #"{"criterion": {"at": "@validation", "id": "c", "statement": "C", "bound": {"measure": "m", "min": ⟦1e999⟧}}}"#,
            ".criterion.bound.min", "too large"),
        .change(
            #"{"criterion": {"at": "@validation", "id": "c", "statement": "C", "bound": {"measure": ⟦"m m"⟧}}}"#,
            ".criterion.bound.measure", "'m m'"),
        .change(
            #"{"criterion": {"at": "@validation", "id": "c", "statement": "C", "deferTo": ⟦"*"⟧}}"#,
            ".criterion.deferTo", "'*'"),
        .member(
            #""changes": [{"criterion": {"at": "a", "id": "c", "statement": "C"}}, {"entry": {"to": "a", "id": ⟦"c"⟧, "statement": "C"}}]"#,
            "$.changes[1].entry.id", "twice"),
        .change(#"{"bound": ⟦{⟧"criterion": "c"}}"#, ".bound", "neither"),
        .change(#"{"bound": ⟦{⟧"criterion": "c", "min": 2, "max": 1}}"#, ".bound", "swap"),
        .change(#"{"bound": {"criterion": ⟦"*/c"⟧, "min": 2}}"#, ".bound.criterion", "'*'"),
        .change(#"{"bound": {"criterion": "c", "min": 2, ⟦"unit"⟧: "d"}}"#, ".bound.unit", "'unit'"),
        .change(#"{"waive": {"obligation": "c", "reason": ⟦""⟧, "authority": "A"}}"#, ".waive.reason", "empty"),
        .change(#"{"waive": ⟦{⟧"obligation": "c", "reason": "R"}}"#, ".waive", "'authority'"),
        .change(
            #"{"waive": {"obligation": ⟦"a/b/c"⟧, "reason": "R", "authority": "A"}}"#, ".waive.obligation", "'b/c'"),
    ]

    static let others: [MalformedFile] = [
        .change(#"{"order": ⟦{⟧"first": "a"}}"#, ".order", "'then'"),
        .change(
            #"{"loop": {"id": "l", "from": "a", "to": "b", "while": ["c"], "limit": ⟦1.5⟧}}"#, ".loop.limit", "whole"),
        .change(
            #"{"loop": {"id": "l", "from": "a", "to": "b", "while": ["c"], "limit": ⟦1e30⟧}}"#, ".loop.limit", "whole"),
        .change(
            #"{"loop": {"id": "l", "from": "a", "to": "b", "while": ["c"], "limit": ⟦"2"⟧}}"#, ".loop.limit", "whole"),
        .change(
            #"{"loop": {"id": "l", "from": "a", "to": "b", "while": ["c"], "limit": ⟦0⟧}}"#, ".loop.limit", "at least 1"
        ),
        .change(#"{"loop": {"id": "l", "from": "a", "to": "b", "while": ⟦[]⟧, "limit": 1}}"#, ".loop.while", "empty"),
        .change(#"{"loop": ⟦{⟧"id": "l", "from": "a", "to": "b", "while": ["c"]}}"#, ".loop", "'limit'"),
        .change(
            #"{"loop": {"id": "l", "from": ⟦"track:a"⟧, "to": "b", "while": ["c"], "limit": 1}}"#, ".loop.from",
            "'track:a'"),
        .change(#"{"compress": {"from": "a", "through": "b", "into": ⟦"c"⟧}}"#, ".compress.into", "an object"),
        .change(#"{"compress": {"from": "a", "through": "b", "into": ⟦{⟧"id": "c"}}}"#, ".compress.into", "'title'"),
        .change(
            #"{"compress": {"from": "a", "through": "b", "into": {"id": "c", "title": "C"}, "defer": [⟦{⟧"to": "d"}]}}"#,
            ".compress.defer[0]", "'obligation'"),
        .change(#"{"produce": ⟦{⟧"phase": "a"}}"#, ".produce", "'artifacts'"),
        .change(#"{"produce": {"phase": ⟦"producing:a b"⟧, "artifacts": []}}"#, ".produce.phase", "'a b'"),
        .change(#"{"consume": {"phase": "a", "artifacts": ["b", ⟦false⟧]}}"#, ".consume.artifacts[1]", "false"),
    ]

    @Test func reportsEverythingAtOnce() throws {
        let text = """
            {"format": "phaseloom.overlay/1", "id": "o o", "version": "", "titel": "O",
             "changes": [{"order": {"first": "@x", "then": 5}},
                         {"criterion": {"at": "@design", "id": "c", "statement": "", "needs": ["a b", "ok", 1]}}]}
            """
        let error = #expect(throws: FileError.self) { try OverlayFile.read(Array(text.utf8), from: "all.json") }
        #expect(
            try #require(error).problems.map { "\($0.line):\($0.column) \($0.path)" } == [
                "1:1 $", "1:41 $.id", "1:59 $.version", "1:63 $.titel", "2:34 $.changes[0].order.first",
                "2:48 $.changes[0].order.then", "3:70 $.changes[1].criterion.statement",
                "3:84 $.changes[1].criterion.needs[0]", "3:97 $.changes[1].criterion.needs[2]",
            ])
    }

    @Test func aThousandProblemsAreEnough() {
        let text = "{\"changes\": [" + repeatElement("1", count: 500_000).joined(separator: ",") + "]}"
        let error = #expect(throws: FileError.self) { try OverlayFile.read(Array(text.utf8), from: "all.json") }
        #expect(error?.problems.count == 1000)
    }

    @Test func theMessageSaysEverything() {
        let text =
            "{\"format\": \"phaseloom.overlay/1\", \"id\": \"o\", \"version\": \"1\", \"title\": \"O\",\n \"trakcs\": []}"
        let error = #expect(throws: FileError.self) { try OverlayFile.read(Array(text.utf8), from: "a/b.json") }
        #expect(
            error?.description == "a/b.json:2:2: $.trakcs: there is no key 'trakcs' here: did you mean 'tracks'?")
    }

    @Test func differentPlacesAreNotTwice() throws {
        let text = """
            {"format": "phaseloom.overlay/1", "id": "o", "version": "1", "title": "O",
             "changes": [{"criterion": {"at": "@design", "id": "c", "statement": "C"}},
                         {"criterion": {"at": "@validation", "id": "c", "statement": "C"}}],
             "interactions": [
              {"with": ["a"], "changes": [{"criterion": {"at": "@design", "id": "c", "statement": "C", "status": "mandated"}},
                                          {"insert": {"phase": {"id": "p", "title": "P"}}}]},
              {"with": ["b"], "changes": [{"insert": {"phase": {"id": "p", "title": "P"}}}]}]}
            """
        #expect(try OverlayFile.read(Array(text.utf8), from: "o.json").body.interactions.count == 2)
    }
}
