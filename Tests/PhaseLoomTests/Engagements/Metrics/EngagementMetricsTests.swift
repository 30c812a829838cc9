import PhaseLoom
import Testing

/// Every expected number was worked out by hand from the times of the commands.
@Suite struct EngagementMetricsTests {
    private static let base = BaseSequence(id: "small", title: "Small") {
        Artifact("report", "Report")
        Artifact("acceptance-criteria", "Acceptance criteria").broughtToTheEngagement()
        Insert("plan", "Plan").holding(.intake, .assessment, .scoping, .design)
        Insert("build", "Build").after("plan").holding(.execution)
        Insert("check", "Check").after("build").holding(.validation).producing("report")
        Insert("finish", "Finish").after("check").holding(.transfer, .closeout, .operations)
        Expect("good", "It is good enough", atGateOf: .phase("check")).needing("report")
            .measured("score", .atLeast(0.85))
        LoopBack("rework", from: .phase("check"), to: .phase("build"), while: "good", atMost: 1)
    }

    @Test func `counts nothing where nothing happened`() async throws {
        let desk = try await MetricsDesk(Self.base)
        let metrics = try await desk.metrics(at: 5)
        #expect(metrics.leadTime == .seconds(5 * 3600))
        #expect(metrics.phases.isEmpty && metrics.timeOnHold == .zero && metrics.timeBlocked == .zero)
        #expect(metrics.rework.rate == nil && metrics.firstPasses.rate == nil)
        #expect(metrics.targets.attainment.rate == nil && metrics.orders.raised == 0)
        #expect(try await desk.ledger.metrics(of: "nobody", at: desk.at(1)) == nil)
    }

    /// Opens `plan` from 1 to 3, `build` from 3 to 7 and 12 to 14, `check` from 7 to 12 and 14 to 20, `finish` from 20
    /// to 21, and is on hold from 8 to 10.
    private func eventful() async throws -> MetricsDesk {
        var desk = try await MetricsDesk(Self.base)
        try await desk.perform(at: 0, .assign(phase: "plan", to: "Ada", due: desk.at(3)))
        try await desk.perform(at: 0, .assign(phase: "build", to: "Ada", due: desk.at(13)))
        try await desk.perform(at: 1, .scope(ScopeItem("a", "A", cost: 100, days: 2)), .open(phase: "plan"))
        try await desk.perform(at: 3, .gate(phase: "plan"), .open(phase: "build"))
        try await desk.perform(at: 7, .gate(phase: "build"), .open(phase: "check"), desk.report(0.8))
        try await desk.perform(at: 8, .hold(reason: "rain"))
        try await desk.perform(at: 10, .resume(reason: "sun"), .gate(phase: "check"))
        try await desk.perform(at: 12, .loop("rework", reason: "better"), .open(phase: "build"))
        try await desk.perform(at: 14, .gate(phase: "build"), .open(phase: "check"), desk.report(0.84))
        try await desk.perform(at: 15, .gate(phase: "check"))
        return desk
    }

    @Test func `adds up attempts, rework and what was blocked`() async throws {
        var desk = try await eventful()
        let blocked = try await desk.metrics(at: 18)
        #expect(blocked.state == .blocked && blocked.timeBlocked == .seconds(3 * 3600))
        try await desk.perform(at: 19, desk.waiver("good", until: 30))
        try await desk.perform(at: 20, .gate(phase: "check"), .open(phase: "finish"))
        try await desk.perform(at: 21, .gate(phase: "finish"), .close)
        let metrics = try await desk.metrics(at: 99)
        #expect(metrics.state == .closed && metrics.leadTime == .seconds(21 * 3600))
        #expect(metrics.phases.map(\.phase) == ["plan", "build", "check", "finish"])
        #expect(metrics.phases.map(\.openings) == [1, 2, 2, 1])
        #expect(metrics.phases.map(\.time) == [2, 6, 11, 1].map { .seconds($0 * 3600) })
        #expect(metrics.timeOnHold == .seconds(2 * 3600) && metrics.timeBlocked == .seconds(4 * 3600))
        #expect(metrics.loopbacks == 1 && metrics.reopenedGates == 1, "the gate of 'build' had opened")
        #expect(metrics.rework.count == 2 && metrics.rework.total == 6)
        #expect(metrics.firstPasses.rate == 0.75, "only 'check' failed at first")
        #expect(metrics.waivers.granted == 1 && metrics.waivers.inForce == 1)
        #expect(metrics.targets.met == 1, "'plan' passed at its very hour")
        #expect(metrics.targets.missed == 1, "'build' passed anew at 14, which is late")
        #expect(metrics.targets.attainment.rate == 0.5)
    }

    @Test func `counts waivers that ended and dates to come`() async throws {
        var desk = try await eventful()
        try await desk.perform(at: 16, desk.waiver("good", until: 17))
        try await desk.perform(at: 16, .assign(phase: "finish", to: "Ada", due: desk.at(40)))
        let metrics = try await desk.metrics(at: 18)
        #expect(metrics.waivers.granted == 1 && metrics.waivers.inForce == 0)
        #expect(metrics.targets.open == 1)
        #expect(try await desk.metrics(at: 41).targets.missed == 2)
        #expect(try await desk.metrics(at: 40).targets.open == 1)
    }

    @Test func `adds up what change orders cost`() async throws {
        var desk = try await eventful()
        try await desk.perform(
            at: 16,
            .raise(ChangeOrder("x", finding: "more", adds: [ScopeItem("b", "B", cost: 40, days: 1)], cost: 5)),
            .raise(ChangeOrder("y", finding: "less", removes: ["a"], days: 0.5)),
            .raise(ChangeOrder("z", finding: "no", cost: 1000)), .raise(ChangeOrder("w", finding: "later", cost: 7)))
        try await desk.perform(
            at: 17, .approve(order: "x", authority: "Board", reopening: "plan"),
            .approve(order: "y", authority: "Board"),
            .reject(order: "z", authority: "Board", reason: "no"))
        let metrics = try await desk.metrics(at: 17)
        let orders = metrics.orders
        #expect(orders.raised == 4 && orders.approved == 2 && orders.rejected == 1 && orders.pending == 1)
        #expect(orders.cost == 40 + 5 - 100)
        #expect(orders.days == 1 - 2 + 0.5)
        #expect(metrics.reopenedGates == 3, "'build' by the loop, 'plan' and 'build' by the order")
        #expect(metrics.timeBlocked == .seconds(2 * 3600), "reopening ends the waiting")
    }

    @Test func `counts a hold and a block that last until the engagement is cancelled`() async throws {
        var desk = try await eventful()
        try await desk.perform(at: 18, .hold(reason: "rain"))
        try await desk.perform(at: 20, .cancel(reason: "over", authority: "Board"))
        let metrics = try await desk.metrics(at: 50)
        #expect(metrics.until == desk.at(20) && metrics.leadTime == .seconds(20 * 3600))
        #expect(metrics.timeOnHold == .seconds(4 * 3600) && metrics.timeBlocked == .seconds(5 * 3600))
        #expect(metrics.phases.map(\.time) == [2, 6, 11].map { .seconds($0 * 3600) })
    }

    @Test func `takes many engagements together`() async throws {
        var first = try await eventful()
        try await first.perform(at: 16, first.waiver("good", until: 99))
        try await first.perform(at: 20, .gate(phase: "check"), .open(phase: "finish"))
        try await first.perform(at: 21, .gate(phase: "finish"), .close)
        let second = try await eventful()
        let third = try await MetricsDesk(Self.base)
        let all = [try await first.metrics(at: 30), try await second.metrics(at: 30), try await third.metrics(at: 30)]
        let portfolio = PortfolioMetrics(of: all)
        #expect(portfolio.count == 3)
        #expect(portfolio.states.map(\.state) == [.active, .blocked, .closed])
        #expect(portfolio.medianLeadTime == .seconds(21 * 3600), "only one has ended")
        #expect(portfolio.phases.map(\.phase) == ["build", "check", "finish", "plan"])
        // 'check' was open 5 + 6 hours in the first, 5 + 16 in the second.
        #expect(portfolio.phases.map(\.median) == [6, 16, 1, 2].map { .seconds($0 * 3600) })
        #expect(portfolio.rework.count == 4 && portfolio.rework.total == 11)
        #expect(portfolio.firstPasses.count == 5 && portfolio.firstPasses.total == 7)
        #expect(portfolio.loopbacks == 2 && portfolio.waivers.granted == 1)
        #expect(portfolio.timeOnHold == .seconds(4 * 3600) && portfolio.timeBlocked == .seconds(16 * 3600))
        let nothing = PortfolioMetrics(of: [])
        #expect(nothing.medianLeadTime == nil && nothing.rework.rate == nil && nothing.phases.isEmpty)
    }
}
