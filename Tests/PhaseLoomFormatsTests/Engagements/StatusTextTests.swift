@testable import PhaseLoom
import PhaseLoomFormats
import Testing

@Suite struct StatusTextTests {
    @Test(arguments: [80, 140]) func `draws where an engagement stands`(columns: Int) throws {
        let sample = try SampleEngagement.rich()
        let text = StatusText().render(sample.engagement, sample.outlook, for: Surface(columns: columns))
        try expectGolden(text, "status-\(columns).txt")
    }

    @Test func `shows what an incident deferred, and when it is due`() throws {
        let begin = SampleEngagement.begin
        let incident = Incident(
            id: "inc-7", summary: "The north gate was rammed", detected: begin, record: Digest(of: []),
            workDue: begin.advanced(byMilliseconds: 3_600_000))
        var sample = try SampleEngagement(Samples.compressed(), incident: incident)
        try sample.perform(.assign(phase: "intake", to: "Ada", due: begin.advanced(byMilliseconds: 10_000_000)))
        try sample.perform(.open(phase: "intake"))
        try expectGolden(
            StatusText(program: "loom").render(sample.engagement, sample.outlook, for: Surface(columns: 80)),
            "status-incident-80.txt")
    }

    @Test func `says what blocks a phase and how to go on`() throws {
        var sample = try SampleEngagement.rich()
        for _ in 0..<5 {
            try sample.perform(.loop("retrain", reason: "too many shadows"))
            for phase: ID in ["design", "works-council", "execution"] {
                if sample.engagement.progress(of: phase)?.state == .ready { try sample.pass(phase) }
            }
            try sample.perform(.open(phase: "validation"))
            try sample.submit(
                "test-report", measuring: [Measurement("roc-auc", 0.8), Measurement("retention", 30, unit: "d")])
            try sample.perform(.gate(phase: "validation"))
        }
        try expectGolden(
            StatusText().render(sample.engagement, sample.outlook, for: Surface(columns: 100)), "status-blocked-100.txt"
        )
        try sample.submit(
            "test-report", measuring: [Measurement("roc-auc", 0.9), Measurement("retention", 30, unit: "d")])
        try sample.perform(.sign(artifact: "test-report", role: "reviewer"), by: "Grace Hopper")
        let text = StatusText().render(sample.engagement, sample.outlook, for: Surface(columns: 100))
        #expect(text.contains("Blocked at the gate of validation · 5 of 5 met\n  ✗ the limit of retrain is spent"))
        #expect(text.contains("→ phaseloom waive harbour validation/model-accurate"), "met meanwhile: \(text)")
        let json = StatusJSON.write(sample.engagement, sample.outlook)
        #expect(json.contains(#""command": "cancel harbour --reason TEXT --authority NAME""#))
    }

    @Test func `shows only how to resume while it is held`() throws {
        var sample = try SampleEngagement.rich()
        try sample.perform(.hold(reason: "winter"))
        let text = StatusText().render(sample.engagement, sample.outlook, for: Surface())
        #expect(text.contains("Harbour cameras · harbour · held\n"))
        #expect(text.hasSuffix("Next\n  → phaseloom resume harbour --reason TEXT\n"))
    }

    @Test func `leaves nothing to do after the end`() throws {
        var sample = try SampleEngagement.rich()
        try sample.perform(.cancel(reason: "sold", authority: "Ada"))
        let text = StatusText().render(sample.engagement, sample.outlook, for: Surface())
        #expect(text.contains("· cancelled\n"))
        #expect(!text.contains("Next") && !text.contains("Missing"))
    }
}
