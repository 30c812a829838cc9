import PhaseLoom
import Testing

@testable import PhaseLoomCommands

/// The commands that move an engagement: each where it is done, and where a rule stands against it.
@Suite struct EngagementCommandTests {
    @Test func `a whole engagement goes by the book`() async throws {
        let office = await Office.at("")
        #expect(await office("close campus").output == "✓ Ada closed the engagement\n")
        let status = await office("status campus --json")
        #expect(status.status == .yes)
        #expect(status.output.contains(#""state": "closed""#))
        #expect(await office("audit campus --verify").status == .yes)
        let late = await office("open campus intake")
        #expect(late.status == .no)
        #expect(late.output == "✗ engagement 'campus' is closed\n  → start another one\n")
    }

    /// Each line stands where it is possible.
    @Test(arguments: [
        ("", "open campus intake", "✓ Ada opened intake\n"),
        ("", "assign campus design Grace --due 2026-02-01", "✓ Ada put Grace in charge of design until 2026-02-01\n"),
        ("", "submit campus service-request --measure pages=3", "✓ Ada handed in service-request with pages 3\n"),
        ("", "hold campus --reason \"snow\"", "✓ Ada put the engagement on hold: snow\n"),
        ("", "cancel campus --reason \"no money\" --authority Client", "✓ Ada cancelled the engagement"),
        (
            "", "waive campus scoping/scope-bounded --reason small --authority Boss",
            "✓ Ada waived scoping/scope-bounded on the authority of Boss"
        ),
        ("", "decide campus by-day-impossible no --reason quiet", "✓ Ada decided that by-day-impossible does not hold"),
        (
            "", "scope campus cabling --title \"Cables\" --cost 100 --days 2.5",
            "✓ Ada put cabling 'Cables' (cost 100, 2.5 days) into the scope"
        ),
        (
            "design", "order campus raise CO-1 --finding more --add \"lamps:Lamps\\: 4:80:1\"",
            "✓ Ada raised change order CO-1"
        ),
        ("execution", "perform campus execution/tell-wards", "✗"),
    ])
    func `a step is done`(phase: String, line: String, answer: String) async {
        let office = await Office.at(phase.isEmpty ? "intake" : phase, "hospital")
        let run = await office(line)
        #expect(run.output.hasPrefix(answer), "\(run.output)\(run.messages)")
    }

    /// Rules say no with 1, unknown names are wrong usage, texts that cannot be are invalid input.
    @Test(arguments: [
        ("open campus design", PhaseLoomCommands.ExitStatus.no, "phase 'design' may not open yet"),
        ("open campus assessment", .no, "phase 'assessment' may not open yet"),
        ("open campus desing", .usage, "there is no phase 'desing': did you mean 'design'?"),
        ("open camps design", .usage, "there is no engagement 'camps': did you mean 'campus'?"),
        ("open nowhere design", .usage, "there is no engagement 'nowhere': the status lists those that there are"),
        ("gate campus intake", .no, "phase 'intake' is not open"),
        ("submit campus statement-of-work a.pdf", .no, "'statement-of-work' cannot be handed in yet"),
        ("submit campus statment-of-work a.pdf", .usage, "did you mean 'statement-of-work'?"),
        (
            "submit campus service-request nowhere.pdf", .environment,
            "cannot read 'nowhere.pdf': no such file or directory"
        ),
        (
            "submit campus service-request a.pdf --valid-from 2026-02-02 --valid-until 2026-02-01", .invalidInput,
            "never counts"
        ),
        (
            "submit campus service-request a.pdf --valid-until 2020-01-01", .invalidInput,
            "evidence that ended at 2020-01-01T00:00:00Z never counts"
        ),
        (
            "sign campus statement-of-work --role clientt", .usage,
            "nothing asks 'clientt' to sign 'statement-of-work': did you mean 'client'?"
        ),
        ("status --phase desing", .usage, "no running engagement has a phase 'desing': did you mean 'design'?"),
        ("status --phase nope", .usage, "no running engagement has a phase 'nope': 'status ID' draws"),
        ("hold campus --reason caf\u{FFFD}", .usage, "'caf\u{FFFD}' is not valid UTF-8"),
        ("sign campus service-request --role client", .usage, "there is no 'service-request' to sign"),
        ("perform campus execution/isolate", .no, "phase 'execution' is pending"),
        ("perform campus execution/isolated", .usage, "did you mean 'isolate'?"),
        ("decide campus by-night yes --reason x", .usage, "there is no trigger 'by-night'"),
        (
            "waive campus design/hygiene-kept --reason x --authority Boss", .no,
            "'hygiene-kept' is mandated and cannot be waived"
        ),
        ("waive campus scoping/scope-bound --reason x --authority Boss", .usage, "did you mean 'scope-bounded'?"),
        (
            "waive campus scoping/scope-bounded --reason x --authority Boss --until 2020-01-01", .invalidInput,
            "which is past"
        ),
        ("loop campus rework --reason x", .no, "phase 'quiet-test' is pending"),
        ("loop campus rewok --reason x", .usage, "did you mean 'rework'?"),
        ("resume campus --reason x", .no, "engagement 'campus' is not on hold"),
        ("close campus", .no, "engagement 'campus' is not finished"),
        ("work campus cabling --in execution", .no, "'cabling' is not in the signed scope"),
        ("order campus approve CO-1 --authority Boss", .usage, "there is no change order 'CO-1'"),
        ("order campus raise CO-1 --finding x --remove lamp", .usage, "there is no item in the scope 'lamp'"),
        ("hold campus --reason \"  \"", .invalidInput, "the reason is empty"),
        ("hold campus --reason x --by= ", .usage, "nobody says who does it"),
        ("start campus", .no, "there is an engagement 'campus' already"),
        ("start yard stuck", .no, "the sequence cannot run: 1 error"),
        ("start yard cameras:retention=90 privacy", .no, "These overlays contradict each other"),
        ("start yard camera", .usage, "there is no overlay 'camera': did you mean 'cameras'?"),
        ("audit campus --head sha256:00", .usage, "'--head': 'sha256:00' is not a SHA-256 hash"),
        ("audit nowhere --verify", .usage, "there is no engagement 'nowhere'"),
        ("log nowhere", .usage, "there is no engagement 'nowhere'"),
        ("export nowhere --format csv", .usage, "there is no engagement 'nowhere'"),
        ("status nowhere", .usage, "there is no engagement 'nowhere'"),
        ("status campus --state active", .usage, "'--state' goes only without an engagement"),
    ])
    func `a step is refused`(line: String, status: PhaseLoomCommands.ExitStatus, words: String) async {
        let office = Office()
        await office("start campus hospital")
        let before = await office("log campus").output
        let run = await office(line)
        #expect(run.status == status)
        #expect((run.output + run.messages).contains(words), "\(run.output)\(run.messages)")
        #expect(await office("log campus").output == before)
    }

    @Test func `a date that is past is told, and what is asked for is done`() async {
        let office = Office()
        await office("start campus")
        let run = await office("assign campus design Grace --due 2020-01-01")
        #expect(run.status == .yes)
        #expect(
            run.messages == """
                phaseloom: '--due': 2020-01-01T00:00:00Z is past, so it is overdue from the beginning

                """)
        #expect(await office("assign campus design Grace --due 2030-01-01").messages.isEmpty)
    }

    @Test func `an order that does not fit any more is to be rejected`() async {
        let office = Office()
        await office("start campus")
        for order in ["CO-1", "CO-3"] {
            await office("order campus raise \(order) --finding x --add lamps:Lamps")
        }
        await office("order campus approve CO-3 --authority Boss")
        let late = await office("order campus approve CO-1 --authority Boss")
        #expect(late.status == .no)
        #expect(late.output.contains("'lamps' is in the scope already\n  → reject 'CO-1' and raise another order"))
    }

    @Test(arguments: [
        ("open campus", "'PHASE' is missing: the phase"),
        ("hold campus", "'--reason R' is missing: why"),
        ("cancel campus --reason x", "'--authority A' is missing: who decides so"),
        ("perform campus execution", "'execution' names no place: write 'PHASE/NAME'"),
        ("decide campus by-day-impossible perhaps --reason x", "ANSWER cannot be 'perhaps'"),
        ("assign campus design Grace --due tomorrow", "'--due': 'tomorrow' is not a date or time"),
        ("submit campus service-request --measure retention", "'retention' is no measurement: write 'NAME=VALUE'"),
        ("submit campus service-request --measure x=0,5", "'x=0,5' has no value: write a number with a point"),
        ("submit campus service-request --measure x=nan", "'x=nan' has no value"),
        ("submit campus service-request --measure x=1.2.3", "'x=1.2.3' has no value"),
        ("scope campus a --title A --cost much", "'--cost' cannot be 'much': write a number"),
        ("scope campus a --title A --cost=-5", "'--cost': scope item 'a' costs -5.0"),
        ("scope campus a --title A --cost inf", "'--cost' cannot be 'inf'"),
        ("order campus raise", "'ORDER' is missing: the identifier of the order"),
        ("order campus rise CO-1", "ACTION cannot be 'rise': did you mean 'raise'?"),
        ("order campus raise CO-1", "'--finding' is missing: 'raise' needs it"),
        ("order campus approve CO-1 --authority Boss --finding x", "'--finding' does not go with 'approve'"),
        ("order campus reject CO-1 --authority Boss", "'--reason' is missing: 'reject' needs it"),
        ("order campus raise CO-1 --finding x --add lamps", "'lamps' is no item: write 'ITEM:TITLE'"),
        ("order campus raise CO-1 --finding x --add lamps:Lamps:many", "'many' is no number"),
        ("order campus --finding x", "'--finding' says nothing without an action such as 'raise'"),
        (
            "sign campus service-request --role client --evidence 0",
            "'--evidence' cannot be '0': write a whole number from 1"
        ),
        ("log campus --from -1", "option '--from' needs a value before '-1'"),
        ("export campus", "'--format F' is missing: the format"),
        ("export campus --format xml", "'--format' cannot be 'xml'"),
        ("status --state dormant", "'--state' cannot be 'dormant'"),
        ("start campus --incident INC-1", "'--incident-record' is missing: '--incident' needs it"),
        ("start campus --work-due 2026-01-01", "'--work-due' needs the incident: write '--incident ID'"),
        ("amend --reason x --authority y", "either the engagement or '--all' is needed, and not both"),
        ("amend campus --all --reason x --authority y", "either the engagement or '--all' is needed, and not both"),
        ("amend campus --reason x --authority y", "nothing is to change"),
        ("amend campus --set cameras --reason x --authority y", "'--set' changes nothing of 'cameras'"),
        (
            "amend campus --add cameras --owe --reopen --reason x --authority y",
            "'--owe' and '--reopen' exclude each other"
        ),
        (
            "compress campus --from intake --through scoping --into triage --reason x --authority y",
            "'--incident ID' is missing"
        ),
    ])
    func `a line is wrong`(line: String, words: String) async {
        let run = await Office()(line)
        #expect(run.status == .usage)
        #expect(run.output.isEmpty)
        #expect(run.messages.contains(words), "\(run.messages)")
        #expect(run.messages.contains("--help'"))
    }

    @Test func `a gate that stays shut is recorded and says what is missing`() async {
        let office = Office()
        await office("start campus")
        await office("open campus intake")
        let run = await office("gate campus intake")
        #expect(run.status == .no)
        #expect(run.output.contains("was refused at the gate of intake: 5 things missing"))
        #expect(run.output.contains("'readiness-report' has not been handed in"))
        #expect(run.messages.isEmpty)
        #expect(await office("log campus").output.contains("3  2026-01-05T08:02:00Z  Ada was refused"))
        #expect(await office("gate campus intake --json").output.contains(#""refused": {"#))
    }

    @Test func `a phase that may not open says what is missing`() async {
        let office = await Office.at("intake")
        await office("open campus intake")
        for artifact in ["qualified-request", "readiness-report", "licence-register"] {
            await office("submit campus \(artifact) a.pdf")
        }
        #expect(await office("gate campus intake").status == .yes)
        let run = await office("open campus assessment")
        #expect(run.status == .no)
        #expect(run.output.contains("phase 'assessment' may not open: 2 of its requirements are not met"))
        #expect(run.output.contains("'access-grant' has not been handed in"))
        let json = await office("open campus assessment --json")
        #expect(json.status == .no)
        #expect(json.output.contains(#""format": "phaseloom.refusal/1""#))
        #expect(json.output.contains(#""code": "entry-unmet""#))
        #expect(json.output.contains(#""obligation": "access-lawful""#))
    }

    @Test func `a loop goes back as often as it may, then a person decides`() async {
        let office = await Office.at("execution", "hospital")
        await office("decide campus by-day-impossible no --reason quiet")
        await office("open campus execution")
        #expect(await office("perform campus execution/isolate").output.contains("finish 'tell-wards' first"))
        #expect(await office("perform campus execution/tell-wards").status == .yes)
        for round in 1...2 {
            await office("open campus execution")
            for artifact in ["build-artifact", "configuration-records", "access-change-log"] {
                await office("submit campus \(artifact) a.pdf")
            }
            #expect(await office("gate campus execution").status == .yes)
            await office("open campus quiet-test")
            await office("submit campus noise-report --measure noise=43.5dB")
            let gate = await office("gate campus quiet-test")
            #expect(gate.status == .no)
            #expect(gate.output.contains("noise was 43.5 dB"), "\(gate.output)")
            let loop = await office("loop campus rework --reason loud")
            #expect(loop.status == (round == 1 ? .yes : .no))
            if round == 2 { #expect(loop.output.contains("loop 'rework' was taken 1 time, its limit is 1")) }
        }
        #expect(await office("status").output.contains("blocked"))
        #expect(await office("waive campus quiet-test/quiet-enough --reason old --authority Boss").status == .yes)
    }

    @Test func `work outside the scope waits for its change order`() async {
        let office = Office()
        await office("start campus hospital")
        await office("scope campus cabling --title Cables --cost 100")
        await office.advance("campus", to: "execution")
        await office("decide campus by-day-impossible no --reason quiet")
        await office("open campus execution")
        #expect(await office("work campus cabling --in execution").status == .yes)
        #expect(await office("scope campus lamps --title Lamps").output.contains("the scope is signed"))
        await office("order campus raise CO-1 --finding dark --add lamps:Lamps:80:1 --cost 5")
        let early = await office("work campus lamps --in execution")
        #expect(early.status == .no)
        #expect(early.output.contains("change order 'CO-1' is pending"))
        #expect(await office("order campus approve CO-1 --authority Client").status == .yes)
        #expect(await office("work campus lamps --in execution").status == .yes)
        #expect(await office("order campus reject CO-1 --authority Client --reason no").output.contains("is approved"))
        let orders = await office("order campus --json").output
        #expect(orders.contains(#""format": "phaseloom.orders/1""#))
        #expect(await office("order campus").output.contains("CO-1"))
    }

    @Test func `a hold stops everything but going on and giving up`() async {
        let office = await Office.at("intake")
        await office("hold campus --reason snow")
        for line in ["open campus intake", "hold campus --reason again", "close campus"] {
            #expect(await office(line).output.contains("engagement 'campus' is on hold"))
        }
        #expect(await office("resume campus --reason sun").status == .yes)
        #expect(await office("open campus intake").status == .yes)
    }

    @Test func `events for programs carry the head that the audit shows`() async throws {
        let office = await Office.at("intake")
        let run = await office("open campus intake --json")
        #expect(run.output.contains(#""format": "phaseloom.events/1""#))
        let audit = await office("audit campus --json").output
        let head = try #require(audit.split(separator: "\n").first { $0.contains(#""head""#) })
        #expect(run.output.contains(head.trimmingPrefix(while: \.isWhitespace).prefix { $0 != "," }))
    }
}
