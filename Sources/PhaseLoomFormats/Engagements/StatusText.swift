public import PhaseLoom

/// Writes where an engagement stands for people: the sequence with a mark for each phase, what is missing, what comes
/// due, and the commands that go on from here.
public struct StatusText: Sendable {
    private let program: String

    /// Makes the writer.
    ///
    /// - Parameter program: the name of the program whose commands are shown.
    public init(program: String = "phaseloom") { self.program = program }

    /// Writes where an engagement stands within the columns of a surface, with one newline at the end.
    ///
    /// - Complexity: O(*p*² + *n*) in the phases and the elements of the sequence.
    public func render(_ engagement: Engagement, _ outlook: EngagementOutlook, for surface: Surface) -> String {
        var sheet = Sheet(surface)
        sheet.addHead(engagement)
        sheet.add([[]])
        sheet.add(StatusDrawing(engagement, at: outlook.time, columns: sheet.columns).lines)
        addMissing(outlook, engagement, to: &sheet)
        addComing(outlook, to: &sheet)
        addLoops(outlook, to: &sheet)
        addOrders(outlook, to: &sheet)
        addSteps(outlook, engagement.id, to: &sheet)
        return sheet.text(for: surface)
    }

    private func addMissing(_ outlook: EngagementOutlook, _ engagement: Engagement, to sheet: inout Sheet) {
        for standing in outlook.phases {
            let isBlocked = standing.progress.state == .blocked
            guard isBlocked || !standing.missing.isEmpty || !standing.undecided.isEmpty else { continue }
            let place = standing.progress.state == .ready ? "Missing to open" : "Missing at the gate of"
            let met = standing.decisions.count - standing.missing.count
            sheet.begin(
                "\(isBlocked && standing.missing.isEmpty ? "Blocked at the gate of" : place) \(standing.phase)",
                "\(met) of \(standing.decisions.count) met")
            sheet.add(standing.missing, at: standing.phase, of: engagement.plan.sequence)
            if isBlocked {
                let spent = standing.progress.spent.list
                sheet.add(
                    [Span("✗ ", .error), Span("the limit of \(spent) is spent: the gate waits for a decision")],
                    indent: 2)
            }
            for trigger in standing.undecided {
                sheet.add(
                    [Span("□ ", .warning), Span(trigger.text, .strong), Span(" · it is not decided", .faint)], indent: 2
                )
            }
        }
    }

    /// What was put off: owed and deferred work, and waivers.
    private func addComing(_ outlook: EngagementOutlook, to sheet: inout Sheet) {
        if !outlook.owed.isEmpty {
            sheet.begin("Owed at closeout")
            for work in outlook.owed {
                sheet.add([work.decision])
                if let due = work.due { sheet.add([due.span(isOverdue: work.isOverdue)], indent: 4) }
            }
        }
        if !outlook.deferred.isEmpty {
            sheet.begin("Deferred")
            for work in outlook.deferred {
                var spans = [work.isSatisfied ? Span("✓ ", .good) : Span("▹ ", .warning)]
                spans += [
                    Span("\(work.phase)/\(work.obligation)", .strong), Span(" to the gate of \(work.to)", .faint),
                ]
                if let due = work.due { spans += [Span(" · ", .faint), due.span(isOverdue: work.isOverdue)] }
                sheet.add(spans, indent: 2)
            }
        }
        guard !outlook.waivers.isEmpty else { return }
        sheet.begin("Waivers")
        for waiver in outlook.waivers {
            let ended = waiver.holds(at: outlook.time) ? [] : [Span(" · ended", .error)]
            sheet.add([Span("⊠ ", .warning), Span(waiver.words)] + ended, indent: 2)
        }
    }

    private func addLoops(_ outlook: EngagementOutlook, to sheet: inout Sheet) {
        guard !outlook.loops.isEmpty else { return }
        sheet.begin("Loops")
        for loop in outlook.loops {
            let look: Span.Look = loop.used < loop.limit ? .plain : .warning
            sheet.add(
                [Span("↺ "), Span(loop.loop.text), Span(" · \(loop.used) of \(loop.limit) used", look)], indent: 2)
        }
    }

    private func addOrders(_ outlook: EngagementOutlook, to sheet: inout Sheet) {
        guard !outlook.orders.isEmpty else { return }
        sheet.begin("Change orders to decide", "they change nothing until somebody approves them")
        for order in outlook.orders {
            sheet.add(
                [
                    Span(order.order.id.text, .strong), Span(" · \(order.order.finding)"),
                    Span(" · \(order.raisedBy)", .faint),
                ],
                indent: 2)
        }
    }

    private func addSteps(_ outlook: EngagementOutlook, _ id: ID, to sheet: inout Sheet) {
        guard !outlook.steps.isEmpty else { return }
        sheet.begin("Next")
        for step in outlook.steps {
            sheet.add([Span("→ ", .good), Span("\(program) \(step.command(for: id))")], indent: 2)
            if !step.notes.isEmpty { sheet.add(step.notes, indent: 4, hanging: 0) }
        }
    }
}

extension Sheet {
    /// Adds the title of an engagement, where it stands as a whole, and what it runs.
    fileprivate mutating func addHead(_ engagement: Engagement) {
        let state = engagement.state
        add([
            Span(engagement.title, .strong), Span(" · \(engagement.id)", .faint), Span(" · "),
            Span(state.rawValue, state.look),
        ])
        add([Span(engagement.plan.pinned.words, .faint)])
        let events = counted(engagement.length, "event")
        add([Span("started \(engagement.started.short) · last changed \(engagement.updated.short) · \(events)", .faint)]
        )
        for incident in engagement.incidents {
            add([Span("incident \(incident.id): \(incident.summary)", .warning)])
        }
        let scope = engagement.scope
        guard !scope.items.isEmpty || scope.cost != 0 || scope.days != 0 else { return }
        let signed = engagement.isScopeSigned ? "signed scope" : "scope, not signed yet"
        add([
            Span(
                "\(signed): \(counted(scope.items.count, "item")), cost \(scope.cost.canonicalText), "
                    + counted(scope.days), .faint)
        ])
    }
}

extension EngagementState {
    var look: Span.Look {
        switch self {
        case .active: .good
        case .blocked: .error
        case .held: .warning
        case .cancelled, .closed: .strong
        }
    }
}
