import PhaseLoom
import PhaseLoomTesting
import Synchronization
import Testing

/// The contract finds every way of breaking it: each collector breaks one rule and no other.
@Suite struct CollectorContractTests {
    /// A collector that does in its context what a test wants.
    struct Trial<Conduct: Misconduct>: Collector {
        static var id: ID { "trial" }
        static var help: String { Conduct.help }
        static var options: [OptionDescriptor] { Conduct.options }
        let values: OptionValues
        init(_ values: OptionValues) { self.values = values }
        func collect(in context: CollectorContext) async throws -> CollectorReport { try await Conduct.work(context) }
    }

    protocol Misconduct: Sendable {
        static var help: String { get }
        static var options: [OptionDescriptor] { get }
        static func work(_ context: CollectorContext) async throws -> CollectorReport
    }

    private func rules<Conduct: Misconduct>(_ type: Conduct.Type, given: [String: String] = ["file": "a.txt"]) async
        -> Set<Violation.Rule>
    {
        let content = Array("some text of several pieces\n".utf8)
        let violations = await CollectorContract.violations(
            of: Trial<Conduct>.self, given: given, reading: ["a.txt": content])
        return Set(violations.map(\.rule))
    }

    enum Sound: Misconduct {
        static func work(_ context: CollectorContext) throws -> CollectorReport {
            CollectorReport(evidence: [CollectedEvidence("report", try context.attach("a.txt"))])
        }
    }

    @Test func `finds nothing in a collector that keeps it`() async {
        // It always reads the one file, so a missing one is not missed; that is what the rule of input is for.
        #expect(await rules(Sound.self) == [.input])
        #expect(await CollectorContract.violations(of: Trial<Sound>.self, reading: ["a.txt": [1, 2, 3, 4]]) == [])
    }

    enum Mute: Misconduct {
        static let help = "does something"
        static func work(_ context: CollectorContext) throws -> CollectorReport { try Sound.work(context) }
    }

    enum Reserved: Misconduct {
        static let options = [
            OverlayOption<Int>.integer("json", help: "how much of it", default: 1, in: 1...2).descriptor
        ]
        static func work(_ context: CollectorContext) throws -> CollectorReport { try Sound.work(context) }
    }

    @Test func `finds help and options that do not do`() async {
        #expect(await rules(Mute.self, given: [:]) == [.documentation])
        #expect(await rules(Reserved.self, given: [:]) == [.option])
    }

    enum Stubborn: Misconduct {
        static func work(_ context: CollectorContext) throws -> CollectorReport {
            for step in 0..<10 { context.report("working", step) }
            return CollectorReport(evidence: [])
        }
    }

    enum Late: Misconduct {
        static func work(_ context: CollectorContext) throws -> CollectorReport {
            _ = try context.files.read("a.txt") { _, _ in }
            try context.checkCancellation()
            return CollectorReport(evidence: [])
        }
    }

    @Test func `finds work that goes on after it was cancelled`() async {
        #expect(await rules(Stubborn.self, given: [:]) == [.cancellation])
        #expect(await rules(Late.self, given: [:]) == [.cancellation])
    }

    enum Backwards: Misconduct {
        static func work(_ context: CollectorContext) throws -> CollectorReport {
            for step in [1, 3, 2] {
                try context.checkCancellation()
                context.report("working", step, of: 3)
            }
            return CollectorReport(evidence: [])
        }
    }

    enum Overdone: Misconduct {
        static func work(_ context: CollectorContext) throws -> CollectorReport {
            try context.checkCancellation()
            context.report("working", 4, of: 3)
            return CollectorReport(evidence: [])
        }
    }

    enum Returning: Misconduct {
        static func work(_ context: CollectorContext) throws -> CollectorReport {
            for step in ["one", "two", "one"] {
                try context.checkCancellation()
                context.report(step, 1)
            }
            return CollectorReport(evidence: [])
        }
    }

    @Test func `finds progress that goes back`() async {
        #expect(await rules(Backwards.self, given: [:]) == [.progress])
        #expect(await rules(Overdone.self, given: [:]) == [.progress])
        #expect(await rules(Returning.self, given: [:]) == [.progress])
    }

    enum Moody: Misconduct {
        static let count = Mutex(0)
        static func work(_ context: CollectorContext) throws -> CollectorReport {
            let number = count.withLock { count in
                count += 1
                return count
            }
            let file = try context.write("x", Array("\(number)".utf8))
            return CollectorReport(evidence: [CollectedEvidence("report", file)])
        }
    }

    @Test func `finds reports that differ`() async {
        #expect(await rules(Moody.self, given: [:]) == [.determinism])
        #expect(await rules(Talkative.self, given: [:]) == [.determinism])
    }

    enum Talkative: Misconduct {
        static let count = Mutex(0)
        static func work(_ context: CollectorContext) throws -> CollectorReport {
            let number = count.withLock { count in
                count += 1
                return count
            }
            // The file is the same each time, what people get is not.
            _ = try context.answer("x") { put in try put(number > 1 ? "ab" : "a") }
            try context.checkCancellation()
            return CollectorReport(evidence: [])
        }
    }

    enum Acting: Misconduct {
        static func work(_ context: CollectorContext) async throws -> CollectorReport {
            let file = try context.read("a.txt")
            try await context.record("service-request", "act.json", Array("\(file.size)".utf8))
            try context.checkCancellation()
            return CollectorReport(evidence: [])
        }
    }

    @Test func `lets a collector act in an engagement`() async throws {
        let content = ["a.txt": Array("some text of several pieces\n".utf8)]
        let alone = await CollectorContract.violations(of: Trial<Acting>.self, reading: content)
        #expect(alone.map(\.rule) == [.input])
        let engagement = try MemoryEngagementTests.begun()
        #expect(
            await CollectorContract.violations(of: Trial<Acting>.self, reading: content, for: engagement) == [])
    }

    enum Delicate: Misconduct {
        struct Odd: Error {}
        static func work(_ context: CollectorContext) throws -> CollectorReport {
            let file = try context.read("a.txt")
            if file.size == 0 { throw Odd() }
            return CollectorReport(evidence: [])
        }
    }

    @Test func `finds input that is not explained`() async {
        #expect(await rules(Delicate.self, given: [:]) == [.input])
    }

    enum Twofold: Misconduct {
        static func work(_ context: CollectorContext) throws -> CollectorReport {
            let file = try context.read("a.txt")
            let twice = [Measurement("m", 1), Measurement("m", 2)]
            return CollectorReport(evidence: [CollectedEvidence("report", file, measurements: twice)])
        }
    }

    @Test func `finds evidence that cannot be handed in`() async {
        #expect(await rules(Twofold.self, given: [:]) == [.evidence])
    }
}

extension CollectorContractTests.Misconduct {
    static var help: String { "Does something." }
    static var options: [OptionDescriptor] {
        [OverlayOption.file("file", help: "the file to read", default: "a.txt").descriptor]
    }
}
