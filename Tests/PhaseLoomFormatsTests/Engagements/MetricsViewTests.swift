@testable import PhaseLoom
@testable import PhaseLoomFormats
import Testing

@Suite struct MetricsViewTests {
    private static func metrics() throws -> [EngagementMetrics] {
        let rich = try SampleEngagement.rich()
        let bare = try SampleEngagement(Samples.base(), id: "bare")
        return [rich, bare].map { sample in
            var counter = MetricsCounter()
            guard case .started = sample.events[0].content,
                var engagement = try? Engagement(replaying: sample.events[0], plan: sample.engagement.plan)
            else { return counter.metrics(of: sample.engagement, at: sample.now) }
            counter.take(sample.events[0], engagement)
            for event in sample.events.dropFirst() where (try? engagement.apply(event)) != nil {
                counter.take(event, engagement)
            }
            return counter.metrics(of: engagement, at: sample.now.advanced(byMilliseconds: 1500))
        }
    }

    @Test func `shows the numbers of engagements, alone and together`() throws {
        let all = try Self.metrics()
        try expectGolden(MetricsText().render(all, for: Surface(columns: 80)), "metrics-80.txt")
        let alone = MetricsText().render([all[0]], for: Surface(columns: 80))
        #expect(!alone.contains("Together") && alone.contains("gates passed at first      89% (8 of 9)"))
        #expect(MetricsText().render([], for: Surface()).contains("median lead time           –\n"))
    }

    @Test func `writes the numbers as JSON, with null for what is not known`() throws {
        let all = try Self.metrics()
        let text = MetricsJSON.write(all)
        try expectGolden(text, "metrics.json")
        let value = try JSONReader.read(Array(text.utf8)).value
        #expect(value.canonicalText == text && value["together"]?["medianLeadTime"] == .null)
        guard case .array(let engagements)? = value["engagements"] else {
            Issue.record("there are no engagements")
            return
        }
        #expect(engagements[1]["firstPasses"]?["rate"] == .null)
        #expect(engagements[1]["leadTime"] == .number(1.5))
    }

    @Test(arguments: [
        (Duration.zero, "0 s"), (.seconds(59), "59 s"), (.seconds(60), "1 min"), (.seconds(3600), "1 h"),
        (.seconds(3661), "1 h 1 min"), (.seconds(86_399), "23 h 59 min"), (.seconds(86_400), "1 d"),
        (.seconds(90_000), "1 d 1 h"), (.milliseconds(999), "0 s"),
    ]) func `says a time in its two largest units`(time: Duration, words: String) { #expect(time.words == words) }

    @Test(arguments: [
        (0, 0, "–"), (0, 3, "0% (0 of 3)"), (1, 3, "33% (1 of 3)"), (2, 3, "67% (2 of 3)"), (1, 200, "1% (1 of 200)"),
    ])
    func `says a share in percent`(count: Int, total: Int, words: String) {
        #expect(EngagementMetrics.Share(count, of: total).words == words)
    }
}
