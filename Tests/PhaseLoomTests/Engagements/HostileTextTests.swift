import PhaseLoom
import Testing

/// Texts from outside: what could steer a terminal, pass for something else or fill the log is refused.
@Suite struct HostileTextTests {
    static let hostile: [String] = [
        "\u{1B}[2J", "a\u{0}", "two\nlines", "a\r", "a\tb", "\u{7F}", "\u{9B}31m", "a\u{202E}b", "a\u{2066}b",
        "\u{200B}",
        "a\u{200D}b", "\u{FEFF}a", "a\u{2028}b", "a\u{2029}b", "\u{E000}", "\u{E0041}", "\u{FFFF}",
        String(repeating: "a", count: 4001), String(repeating: "é", count: 2001),
        String(repeating: "x", count: 10_000_000), String(repeating: " ", count: 10_000_000),
    ]
    static let empty = ["", " ", "\u{A0}", "   ", "\u{3000}"]

    /// Every command that takes a text, with the text in each place where it can stand.
    static func commands(_ text: String) throws -> [Command] {
        let waiver = { WaiverGrant(phase: "plan", obligation: "drawn", authority: $0, reason: $1) }
        return [
            .assign(phase: "plan", to: text), .loop("rework", reason: text), .waive(waiver(text, "x")),
            .waive(waiver("x", text)), .hold(reason: text), .cancel(reason: text, authority: "x"),
            .cancel(reason: "x", authority: text), .scope(try ScopeItem("a", text)),
            .raise(try ChangeOrder("CO-9", finding: text)),
            .raise(try ChangeOrder("CO-9", finding: "x", adds: [ScopeItem("a", text)])),
            .approve(order: "CO-1", authority: text), .reject(order: "CO-1", authority: text, reason: "x"),
            .reject(order: "CO-1", authority: "x", reason: text),
            .amend(Amendment(to: try amended(), reason: text, authority: "x")),
            .amend(Amendment(to: try amended(), reason: "x", authority: text)),
            .amend(Amendment(to: try amended(), reason: "x", authority: "x", incident: incident(text))),
        ]
    }

    static func incident(_ text: String) -> Incident {
        Incident(id: "INC-1", summary: text, detected: Desk.start, record: .none)
    }

    static func amended() throws -> EngagementPlan { try Desk.plan([Desk.overlay("x") { Artifact("x", "X") }]) }

    /// An engagement in which every one of the commands would be carried out but for the text.
    static func desk() throws -> Desk {
        var desk = try Desk()
        try desk.perform(.raise(try ChangeOrder("CO-1", finding: "A finding")))
        try desk.perform(.open(phase: "plan"))
        try desk.hand("drawing")
        return desk
    }

    /// The same for texts that may be left out, and thus may be empty but not hostile.
    static func optional(_ text: String) -> [Command] {
        let finding = { CollectedFinding("odd", .warning, $0, subject: $1, hint: $2) }
        func evidence(_ change: (inout EvidenceDraft) -> Void) -> Command {
            var draft = EvidenceDraft(artifact: "drawing", digest: .none)
            change(&draft)
            return .record(draft)
        }
        return [
            .sign(artifact: "drawing", role: "client", remark: text),
            evidence { $0.findings = [finding("x", text, "x")] }, evidence { $0.findings = [finding("x", "x", text)] },
        ]
    }

    static func required(_ text: String) -> [Command] {
        func evidence(_ change: (inout EvidenceDraft) -> Void) -> Command {
            var draft = EvidenceDraft(artifact: "drawing", digest: .none)
            change(&draft)
            return .record(draft)
        }
        return [
            evidence { $0.file = text }, evidence { $0.collector = text },
            evidence { $0.measurements = [Measurement("size", 1, unit: text)] },
            evidence { $0.findings = [CollectedFinding("odd", .note, text, subject: "x", hint: "x")] },
        ]
    }

    @Test(arguments: hostile) func `hostile text is refused wherever it stands`(text: String) throws {
        var desk = try Self.desk()
        for command in try Self.commands(text) + Self.optional(text) + Self.required(text) {
            let refusal = desk.refusal(of: command)
            // A loop is refused for a better reason: it has none.
            guard case .loop = command else {
                #expect(refusal?.code == .invalid, "\(text.prefix(8).unicodeScalars.map(\.value))")
                continue
            }
            #expect(refusal != nil)
        }
        desk.actor = text
        let refusal = desk.refusal(of: .gate(phase: "plan"))
        #expect(refusal?.code == .invalid)
        #expect(refusal?.description.utf8.count ?? .max < 400)
        #expect(refusal?.description.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x202E } == true)
    }

    @Test(arguments: empty) func `a text that has to say something says it`(text: String) throws {
        var desk = try Self.desk()
        for command in try Self.commands(text) where desk.refusal(of: command) == nil {
            // Only the summary of an incident that nobody needs could be left out; it may not.
            Issue.record("\(command) was carried out")
        }
        for command in Self.required(text) { #expect(desk.code(of: command) == .invalid) }
        desk.actor = text
        #expect(desk.code(of: .gate(phase: "plan")) == .invalid)
    }

    @Test func `what may be left out may be empty`() throws {
        var desk = try Self.desk()
        for command in Self.optional("") { #expect(desk.code(of: command) == nil) }
    }

    @Test func `names with spaces around them would pass for others`() throws {
        var desk = try Self.desk()
        for name in ["Ada ", " Ada", "Ada\u{A0}", "\u{2003}Ada"] {
            desk.actor = name
            #expect(desk.code(of: .gate(phase: "plan")) == .invalid)
        }
        desk.actor = "Ada Lovelace-Byron, née Ó Briain 李"
        #expect(desk.code(of: .gate(phase: "plan")) == nil)
    }

    /// Persian and Malayalam need non-joiners and joiners (Unicode Standard, 9.2 and 12.9), as families do.
    @Test(arguments: ["می\u{200C}خواهم", "നന്\u{200D}മ", "👩\u{200D}👧", "🏳\u{FE0F}\u{200D}🌈", "क्\u{200D}ष"])
    func `joiners stand where a script needs them`(text: String) throws {
        var desk = try Self.desk()
        #expect(desk.code(of: .hold(reason: text)) == nil)
        #expect(text.excerpt == text)
    }

    @Test(arguments: [
        "A\u{200D}da", "Ada\u{200C}", "\u{200C}می", "می\u{200C}\u{200C}خواهم", "А\u{200D}ня", "م\u{202E}ی",
        "م\u{2067}ی",
        "م\u{200B}ی", "م\u{200F}ی", "م\u{200C} ی", "A\u{FFFD}a",
    ])
    func `names do not hide anything`(name: String) throws {
        var desk = try Self.desk()
        desk.actor = name
        #expect(desk.code(of: .gate(phase: "plan")) == .invalid)
    }

    @Test func `a file with a hostile name is to be renamed`() throws {
        var desk = try Self.desk()
        let refusal = desk.refusal(of: .record(EvidenceDraft(artifact: "drawing", digest: .none, file: "a\u{7}b")))
        #expect(refusal?.hint == "rename the file")
    }

    static let files = [
        "/etc/passwd", "a/b", "..", ".", "..\\x", "C:\\x", String(repeating: "a", count: 256), "a\u{0}.pdf",
    ]

    @Test(arguments: files) func `a file name leads nowhere else`(name: String) throws {
        var desk = try Self.desk()
        #expect(desk.code(of: .record(EvidenceDraft(artifact: "drawing", digest: .none, file: name))) == .invalid)
    }

    @Test(arguments: ["plan.pdf", "..a", "Grundriß 2. Stock.dwg", "-rf", "a:b"])
    func `an ordinary file name is taken as it is`(name: String) throws {
        var desk = try Self.desk()
        try desk.perform(.record(EvidenceDraft(artifact: "drawing", digest: .none, file: name)))
        #expect(desk.engagement.evidence.last?.draft.file == name)
    }

    @Test func `numbers of evidence make sense`() throws {
        var desk = try Self.desk()
        func code(_ change: (inout EvidenceDraft) -> Void) -> Refusal.Code? {
            var draft = EvidenceDraft(artifact: "drawing", digest: .none)
            change(&draft)
            return desk.code(of: .record(draft))
        }
        #expect(code { $0.size = -1 } == .invalid)
        #expect(code { $0.measurements = [Measurement("a", 1), Measurement("a", 2)] } == .invalid)
        #expect(code { $0.measurements = (0...10_000).map { Measurement("m\($0)", 1) } } == .invalid)
        #expect(code { ($0.validFrom, $0.validUntil) = (Desk.day(2), Desk.day(2)) } == .invalid)
        #expect(code { $0.measurements = [Measurement("b", 1), Measurement("a", 2)] } == nil)
        #expect(desk.engagement.evidence.last?.draft.measurements.map(\.name) == ["a", "b"])
    }

    @Test(arguments: hostile) func `an engagement does not start with hostile text`(text: String) throws {
        let plan = try Self.amended()
        let circumstances = Circumstances(at: Desk.start, by: text)
        #expect(throws: Refusal.self) { try Engagement.starting("a", plan: plan, in: circumstances) }
        let fine = Circumstances(at: Desk.start, by: "Ada")
        #expect(throws: Refusal.self) { try Engagement.starting("a", title: text, plan: plan, in: fine) }
        #expect(throws: Refusal.self) {
            try Engagement.starting("a", plan: plan, incident: Self.incident(text), in: fine)
        }
    }
}
