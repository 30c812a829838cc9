import Foundation
import PhaseLoom
import Testing

@testable import PhaseLoomCommands

/// A session as people see it, from the first command to the last.
@Suite struct TranscriptTests {
    private static let lines = """
        start ward-7 hospital:noise=35 --title "Ward 7"
        open ward-7 intake
        gate ward-7 intake
        submit ward-7 qualified-request a.pdf
        submit ward-7 readiness-report folder/b.txt
        submit ward-7 licence-register a.pdf --valid-until 2027-01-01
        gate ward-7 intake
        assign ward-7 assessment Grace --due 2026-01-20
        open ward-7 assessment
        submit ward-7 authority-proof a.pdf
        waive ward-7 assessment/access-lawful --reason "the key is in the post" --authority Janitor --until 2026-02-01
        open ward-7 assessment
        submit ward-7 baseline-record a.pdf
        gate ward-7 assessment
        scope ward-7 cabling --title "Cables of ward 7" --cost 1200 --days 2.5
        open ward-7 scoping
        submit ward-7 statement-of-work a.pdf
        sign ward-7 statement-of-work --role client
        gate ward-7 scoping
        sign ward-7 statement-of-work --role client --by Grace --remark "as agreed"
        sign ward-7 statement-of-work --role provider
        gate ward-7 scoping
        order ward-7 raise CO-1 --finding "two more rooms" --add "rooms:Rooms 8 and 9:300:1"
        order ward-7
        decide ward-7 by-day-impossible no --reason "the ward is empty"
        amend ward-7 --set hospital:noise=30 --reason "complaints" --authority Client
        hold ward-7 --reason "carnival"
        open ward-7 design
        resume ward-7 --reason "Ash Wednesday"
        status ward-7
        log ward-7 --from 20
        status
        cancel ward-7 --reason "the ward moves" --authority Client
        close ward-7
        audit ward-7 --verify
        """

    @Test func `a session reads well`() async throws {
        let office = Office()
        var text = ""
        for line in Self.lines.split(separator: "\n") {
            let answer = await office(String(line))
            text += "$ phaseloom \(line)\n\(answer.output)\(answer.messages)[\(answer.status.rawValue)]\n\n"
        }
        try expectGolden(text, "session.txt")
    }

    private func expectGolden(_ text: String, _ name: String) throws {
        let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Golden/\(name)")
        if ProcessInfo.processInfo.environment["PHASELOOM_UPDATE_GOLDEN"] == "1" {
            try text.write(to: file, atomically: true, encoding: .utf8)
        }
        let expected = try String(contentsOf: file, encoding: .utf8)
        let difference = text.split(separator: "\n").difference(from: expected.split(separator: "\n"))
        #expect(text == expected, "\(difference.prefix(20))")
    }
}
