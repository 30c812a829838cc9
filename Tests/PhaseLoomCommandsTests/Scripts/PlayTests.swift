import PhaseLoom
import PhaseLoomCommands
import Testing

@Suite struct PlayTests {
    private static let visit = """
        # One engagement, from the beginning on.
        at 2026-01-05T09:00:00Z
        by "Grace Hopper"
        start campus --title 'Hospital campus'
        at 2026-01-06
        open campus intake
        ! gate campus intake
        by Ada
        submit campus qualified-request a.pdf
        ! open campus assessment
        """

    private static func office(_ script: String) -> Office {
        Office(files: MemoryFiles(["visit.phaseloom": script, "a.pdf": "%PDF"]))
    }

    @Test func `plays a script with its times and persons`() async {
        let office = Self.office(Self.visit)
        let answer = await office("play visit.phaseloom --store trial.db")
        #expect(answer.status == .yes && answer.messages == "")
        #expect(
            answer.output.hasPrefix(
                """
                > at 2026-01-05T09:00:00Z
                > by "Grace Hopper"
                > start campus --title 'Hospital campus'
                """))
        let log = await office("log campus --store trial.db").output
        #expect(log.contains("1  2026-01-05T09:00:00Z  Grace Hopper started 'Hospital campus'"))
        #expect(log.contains("4  2026-01-06T00:00:00Z  Ada handed in qualified-request (a.pdf, 4 bytes)"))
        #expect(await office("status").status == .environment, "the store of the script is another one")
    }

    @Test func `gives the same log on every run`() async {
        var logs: Set<String> = []
        for _ in 0..<3 {
            let office = Self.office(Self.visit)
            await office("play visit.phaseloom")
            logs.insert(await office("export campus --format jsonl").output)
        }
        #expect(logs.count == 1 && logs.first?.isEmpty == false)
    }

    @Test(arguments: [
        ("start a\nopen a design\nopen a intake", 2, "status 1, not 0", PhaseLoomCommands.ExitStatus.no),
        ("start a\n! open a intake\nopen a x", 2, "status 0, not 1", .no),
        ("start a\n\nopen nobody intake", 3, "status 2, not 0", .usage),
        ("start a\n! open nobody intake", 2, "status 2, not 1", .usage),
        ("strat a", 1, "status 2, not 0", .usage),
        ("start a\nsubmit a authority-proof gone.pdf", 2, "status 4, not 0", .environment),
    ]) func `ends where an answer is another one`(
        script: String, line: Int, end: String, status: PhaseLoomCommands.ExitStatus
    ) async {
        let answer = await Self.office(script)("play visit.phaseloom")
        #expect(answer.status == status)
        let message = "visit.phaseloom:\(line): ended with \(end); nothing after it was played\n"
        #expect(answer.messages.hasSuffix("phaseloom: \(message)"), "\(answer.messages)")
    }

    @Test func `plays nothing of a script that is wrong anywhere`() async {
        let office = Self.office("start a\nopen 'a")
        let answer = await office("play visit.phaseloom")
        #expect(answer.status == .invalidInput && answer.output == "")
        #expect(answer.messages == "phaseloom: visit.phaseloom:2: the quote ' is not closed\n")
        #expect(await office("play gone.phaseloom").status == .environment)
        #expect(await office("status").status == .environment, "no store was made")
    }

    @Test func `keeps the clock going forward`() async {
        let office = Self.office("at 2026-01-05\nstart a\nat 2026-01-04\nopen a intake")
        let answer = await office("play visit.phaseloom")
        #expect(answer.status != .yes && answer.messages.contains("visit.phaseloom:4:"))
    }
}
