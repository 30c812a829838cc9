import Foundation
import PhaseLoom
import PhaseLoomCommands
import Testing

@Suite struct HandoffCommandTests {
    private static func office() async -> Office {
        let office = Office()
        await office("start campus")
        await office("open campus intake")
        await office("submit campus qualified-request a.pdf")
        return office
    }

    @Test func `writes a package and checks it`() async {
        let office = await Self.office()
        let answer = await office("handoff campus -o out")
        #expect(answer.status == .yes && answer.messages == "phaseloom: the package is in 'out'\n")
        #expect(answer.output.hasPrefix("✓ The handoff of campus is whole: 3 records in order.\n"))
        #expect(office.files["out/evidence/003-qualified-request-a.pdf"] == "%PDF")
        let again = await office("handoff --verify out")
        #expect(again.status == .yes && again.output == answer.output)
        let audit = await office("audit campus").output
        let head = audit.split(separator: " ").first { $0.hasPrefix("sha256:") }?.dropLast() ?? ""
        #expect(await office("handoff --verify out --head \(head)").status == .yes)
        let wrong = await office("handoff --verify out --head \(String(repeating: "0", count: 64))")
        #expect(wrong.status == .no && wrong.output.contains("no record has the hash that was written down"))
    }

    @Test func `finds what was changed`() async throws {
        let office = await Self.office()
        await office("handoff campus -o out/")
        try office.files.write("%PDG", to: "out/evidence/003-qualified-request-a.pdf")
        let answer = await office("handoff --verify out --json")
        #expect(answer.status == .no)
        #expect(answer.output.contains("\"path\": \"evidence/003-qualified-request-a.pdf\""))
        #expect(answer.output.contains("\"whole\": false"))
    }

    @Test func `takes back what it wrote when it cannot go on`() async {
        let office = await Self.office()
        await office("handoff campus -o out")
        let before = office.files.paths
        let answer = await office("handoff campus -o out")
        #expect(answer.status == .environment)
        #expect(answer.messages == "phaseloom: cannot write 'out': the folder is not empty: name a new one\n")
        #expect(office.files.paths == before)
    }

    @Test(arguments: [
        ("handoff", "write 'handoff ID -o DIR'"), ("handoff campus", "'-o DIR' is missing"),
        ("handoff campus --verify out", "write 'handoff ID -o DIR'"),
        ("handoff nobody -o out", "there is no engagement 'nobody'"),
        ("handoff --verify out --head 12", "is not a SHA-256 hash"),
    ]) func `says what is wrong with the line`(line: String, message: String) async {
        let answer = await Self.office()(line)
        #expect(answer.status == .usage && answer.messages.contains(message), "\(answer.messages)")
    }

    @Test func `works on the files of the machine, and refuses links`() async throws {
        let root = FileManager.default.temporaryDirectory.appending(path: "handoff-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: root) }
        try Data("%PDF".utf8).write(to: root.appending(path: "a.pdf"))
        let (store, out) = (root.appending(path: "s.db").path, root.appending(path: "out").path)
        for line in ["start campus", "open campus intake", "submit campus qualified-request \(root.path)/a.pdf"] {
            #expect(await Self.run(line + " --store \(store)").0 == .yes)
        }
        #expect(await Self.run("handoff campus -o \(out) --store \(store)").0 == .yes)
        let file = "\(out)/evidence/003-qualified-request-a.pdf"
        #expect(FileManager.default.contents(atPath: file) == Data("%PDF".utf8))
        try FileManager.default.removeItem(atPath: file)
        try FileManager.default.createSymbolicLink(atPath: file, withDestinationPath: "\(root.path)/a.pdf")
        let (status, text) = await Self.run("handoff --verify \(out)")
        #expect(status == .no && text.contains("it is neither a file nor a folder"))
        try FileManager.default.removeItem(atPath: file)
        try Data("%PDF".utf8).write(to: URL(filePath: file))
        #expect(await Self.run("handoff --verify \(out)").0 == .yes)
        #expect(await Self.run("handoff --verify \(out)/gone").0 == .environment)
    }

    private static func run(_ line: String) async -> (PhaseLoomCommands.ExitStatus, String) {
        let output = MemoryOutput()
        var environment = Environment.process
        environment.output = output
        environment.messages = MemoryOutput()
        environment.user = "Ada"
        environment.clock = { Timestamp(milliseconds: 1_767_603_600_000) }
        return (await Office.tool.run(line.split(separator: " ").map(String.init), in: environment), output.text)
    }
}
