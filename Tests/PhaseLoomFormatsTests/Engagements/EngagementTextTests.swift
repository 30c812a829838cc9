@testable import PhaseLoom
@testable import PhaseLoomFormats
import Testing

@Suite struct EngagementTextTests {
    @Test func `shows many engagements in a table`() throws {
        for columns in [80, 120] {
            let text = PortfolioText().render(
                ViewSamples.summaries, at: ViewSamples.now, for: Surface(columns: columns))
            try expectGolden(text, "portfolio-\(columns).txt")
        }
        #expect(PortfolioText().render([], at: ViewSamples.now, for: Surface()) == "There is no such engagement.\n")
    }

    @Test func `writes a log one sentence an event`() throws {
        let sample = try SampleEngagement.rich()
        try expectGolden(LogText().render(sample.events, for: Surface(columns: 100)), "log-100.txt")
        #expect(LogText().render([], for: Surface()).isEmpty)
    }

    @Test func `says what happened, and why a gate stayed shut`() throws {
        let sample = try SampleEngagement.rich()
        let text = EventsText().render(Array(sample.events.suffix(2)), of: sample.engagement, for: Surface(columns: 80))
        #expect(
            text == """
                ✓ Ada waived validation/criteria-evidenced on the authority of Head of security
                  until 2026-01-09 06:00: the last report counts
                ✗ Ada was refused at the gate of validation: 1 thing missing
                  ✗ model-accurate · The model tells people from shadows
                    roc-auc was 0.81, needs at least 0.85, short by 0.04

                """)
    }

    @Test func `says why a command was refused`() {
        #expect(
            RefusalText().render(ViewSamples.refusal, for: Surface(columns: 80)) == """
                ✗ phase 'execution' may not open: 1 of its requirements are not met
                  □ design/design-reviewed
                    'design-review' has not been handed in
                  → hand in what is missing

                """)
    }

    @Test func `says whether a log is whole`() {
        let texts = ViewSamples.audits.map { AuditText().render($0, for: Surface(columns: 90)) }
        #expect(texts[0].hasPrefix("✓ The log of harbour is whole: 49 records in order.\n  head sha256:"))
        #expect(
            texts[1].hasPrefix(
                """
                ✗ The log of harbour is broken: record 12 does not continue record 11
                  11 records before it in order · chain
                  head sha256:
                """))
    }

    @Test func `shows change orders with the scope before and after`() throws {
        let sample = try SampleEngagement.rich()
        try expectGolden(OrdersText().render(sample.engagement, for: Surface(columns: 80)), "orders-80.txt")
        let base = try SampleEngagement(Samples.base())
        #expect(
            OrdersText().render(base.engagement, for: Surface())
                == "No change orders.\nscope 0 items, cost 0, 0 days\n")
    }

    @Test func `shows what an amendment does`() throws {
        for (landing, name) in [(nil, "open"), (Amendment.Landing.reopen, "reopen"), (.owe, "owe")] {
            let text = ImpactText().render(
                try ViewSamples.impact(landing: landing), on: "harbour", for: Surface(columns: 80))
            try expectGolden(text, "impact-\(name)-80.txt")
        }
    }

    @Test func `reports on many amendments`() throws {
        let text = BulkAmendmentText().render(try ViewSamples.bulk(), isDryRun: false, for: Surface(columns: 80))
        try expectGolden(text, "amendments-80.txt")
        let dry = BulkAmendmentText().render(try ViewSamples.bulk(), isDryRun: true, for: Surface(columns: 120))
        #expect(dry.contains("would be amended") && dry.hasSuffix("(dry run: nothing happened)\n"))
    }

    @Test(arguments: [40, 57, 80, 123, 200]) func `keeps within the columns and steers no terminal`(columns: Int) throws
    {
        for text in try ViewSamples.hostile(Surface(columns: columns)) {
            #expect(text.split(separator: "\n").allSatisfy { String($0).columns <= columns })
            #expect(text.unicodeScalars.allSatisfy { $0 == "\n" || $0.isPrintable })
            #expect(text.hasSuffix("\n") && !text.hasSuffix("\n\n"))
        }
    }

    @Test func `adds only escapes for colour`() throws {
        let escape = try Regex("\u{1B}\\[[0-9;]+m")
        let plain = try ViewSamples.hostile(Surface(columns: 100))
        let styled = try ViewSamples.hostile(Surface(columns: 100, isStyled: true))
        for (one, other) in zip(plain, styled) { #expect(other.replacing(escape, with: "") == one) }
    }
}
