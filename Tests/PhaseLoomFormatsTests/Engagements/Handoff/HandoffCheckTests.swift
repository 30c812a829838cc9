@testable import PhaseLoom
@testable import PhaseLoomFormats
import Testing

/// Whatever somebody does to a package is found; what a forger makes agree again is found by the log, and the rest by
/// the head that was told elsewhere.
@Suite struct HandoffCheckTests {
    private static func report(_ folder: MemoryHandoffFolder, head: Digest? = nil) async throws -> HandoffReport {
        try await HandoffCheck(of: folder).run(against: head)
    }

    @Test func `finds a changed byte wherever it is`() async throws {
        let folder = try await HandoffSample.short().written()
        for (path, content) in folder.files.sorted(by: { $0.key < $1.key }) {
            let places = [0, 1, content.count / 3, content.count / 2, content.count - 2, content.count - 1]
            for place in Set(places).sorted() where content.indices.contains(place) {
                for bit: UInt8 in [1, 0x20, 0x80] {
                    let report = try await Self.report(folder.changed { $0[path]?[place] ^= bit })
                    #expect(!report.isWhole, "\(path) at \(place)")
                    #expect(report.problems.contains { $0.path == path || path == "SHA256SUMS" })
                }
            }
        }
    }

    @Test func `finds every file that is gone, cut off, longer, renamed or exchanged`() async throws {
        let folder = try await HandoffSample.short().written()
        let paths = folder.files.keys.sorted()
        for (place, path) in paths.enumerated() {
            let other = paths[(place + 1) % paths.count]
            let changes: [(String, (inout [String: [UInt8]]) -> Void)] = [
                ("gone", { $0[path] = nil }), ("empty", { $0[path] = [] }), ("cut off", { $0[path]?.removeLast() }),
                ("longer", { $0[path]?.append(10) }),
                (
                    "renamed",
                    { files in
                        files[path + "x"] = files[path]
                        files[path] = nil
                    }
                ),
                (
                    "exchanged",
                    { files in
                        let content = files[path]
                        files[path] = files[other]
                        files[other] = content
                    }
                ),
            ]
            for (name, change) in changes where folder.changed(change).files != folder.files {
                let report = try await Self.report(folder.changed(change))
                #expect(!report.isWhole, "\(path) \(name)")
            }
        }
    }

    @Test(arguments: ["note.txt", "evidence/note.txt", "evidence/001-x", "Evidence/y", "a/b"])
    func `finds what does not belong there`(path: String) async throws {
        let folder = try await HandoffSample.short().written()
        let added = try await Self.report(folder.changed { $0[path] = [1] })
        #expect(added.problems.contains { $0.path == path && $0.message == "it is not in SHA256SUMS" })
        let resigned = try await Self.report(folder.resigned { $0[path] = [1] })
        #expect(resigned.problems.contains { $0.path == path && $0.message == "it does not belong here" })
    }

    /// What is no index, no log and no plan, however its hash was made to agree.
    static let nonsense: [[UInt8]] = [
        [], Array("{}".utf8), Array("[]".utf8), Array("null".utf8), Array(String(repeating: "[", count: 100_000).utf8),
        Array(repeating: 0xFF, count: 1_000), Array(String(repeating: "{}\n", count: 10_000).utf8),
        Array(#"{"format":"phaseloom.handoff/1","plans":[{"file":"../../etc/passwd"}]}"#.utf8),
    ]

    @Test(arguments: ["handoff.json", "log.jsonl", "plan-1.json", "SHA256SUMS"])
    func `finds files that are nonsense`(path: String) async throws {
        let folder = try await HandoffSample.short().written()
        for content in Self.nonsense {
            for change in [folder.changed, folder.resigned] {
                let changed = change { $0[path] = content }
                // What is signed anew gets its list of hashes back.
                if changed.files == folder.files { continue }
                #expect(try await !Self.report(changed).isWhole, "\(path): \(content.prefix(40))")
            }
        }
    }

    @Test(arguments: ["../../etc/passwd", "/etc/passwd", "evidence/../../x", ""])
    func `reads nothing outside the package`(name: String) async throws {
        let folder = try await HandoffSample.short().written()
        let index = String(decoding: folder.files["handoff.json"] ?? [], as: UTF8.self)
        for file in ["plan-1.json", "log.jsonl"] {
            let forged = index.split(separator: file, omittingEmptySubsequences: false).joined(separator: name)
            #expect(try await !Self.report(folder.resigned { $0["handoff.json"] = Array(forged.utf8) }).isWhole)
        }
    }

    @Test(arguments: [HandoffEntry(path: "evidence/link", kind: .other), .init(path: "empty", kind: .folder)])
    func `refuses links, pipes and folders of others`(entry: HandoffEntry) async throws {
        let files = try await HandoffSample.short().written().files
        let report = try await Self.report(MemoryHandoffFolder(files, others: [entry]))
        #expect(report.problems.map(\.path) == [entry.path])
    }

    @Test func `finds by the log what somebody signed anew`() async throws {
        let folder = try await HandoffSample.short().written()
        let other = try await HandoffSample.short("mill").written()
        let evidence = try #require(folder.files.keys.sorted().first { $0.hasPrefix("evidence/") })
        let changes: [(String, (inout [String: [UInt8]]) -> Void)] = [
            (evidence, { $0[evidence] = [1, 2, 3] }), (evidence, { $0[evidence] = nil }),
            ("log.jsonl", { $0["log.jsonl"] = other.files["log.jsonl"] }),
            ("log.jsonl", { $0["handoff.json"] = other.files["handoff.json"] }),
            ("handoff.json", { $0["handoff.json"] = Array("{}".utf8) }),
            ("handoff.json", { $0["handoff.json"] = Array("{".utf8) }),
            ("log.jsonl", { $0["plan-1.json"] = $0["plan-2.json"] }), ("log.jsonl", { $0["plan-2.json"] = nil }),
            ("sequence.json", { $0["sequence.json"] = Array("{}".utf8) }),
            ("log.jsonl", { $0["log.jsonl"] = [] }), ("log.jsonl", { $0["log.jsonl"] = [10] }),
            ("handoff.json", { $0["handoff.json"]?.append(32) }),
        ]
        for (place, (path, change)) in changes.enumerated() {
            let report = try await Self.report(folder.resigned(change))
            #expect(report.problems.contains { $0.path == path }, "\(place): \(report.problems)")
        }
    }

    @Test func `finds every record that is dropped, doubled, swapped, changed or another's`() async throws {
        let folder = try await HandoffSample.short().written()
        let foreign = try await HandoffSample.short("mill").written().text("log.jsonl").split(separator: "\n")
        let lines = folder.text("log.jsonl").split(separator: "\n")
        for place in lines.indices {
            var logs: [[Substring]] = []
            for change in 0..<5 {
                var log = lines
                switch change {
                case 0: log.remove(at: place)
                case 1: log.insert(log[place], at: place)
                case 2: log.swapAt(place, (place + 1) % log.count)
                case 3: log[place] = foreign[place]
                default: log[place] = log[place].replacing("\"actor\":\"Ada\"", with: "\"actor\":\"Eve\"")[...]
                }
                logs.append(log)
            }
            for (change, log) in logs.enumerated() where log != lines {
                let text = log.map { "\($0)\n" }.joined()
                let report = try await Self.report(folder.resigned { $0["log.jsonl"] = Array(text.utf8) })
                #expect(!report.isWhole, "change \(change) of record \(place + 1)")
            }
        }
    }

    @Test func `finds a package that was made anew by the head that was told elsewhere`() async throws {
        var sample = try await HandoffSample()
        let short = try await sample.written()
        try await sample.submit("authority-proof", file: "a", "b")
        let head = try #require(try await Self.report(try await sample.written()).head)
        #expect(try await Self.report(short).isWhole, "a shorter log is a log, too")
        let report = try await Self.report(short, head: head)
        #expect(report.problems.map(\.message) == ["no record has the hash that was written down"])
        let longer = try await sample.written()
        let old = try #require(try await Self.report(short).head)
        #expect(try await Self.report(longer, head: old).isWhole, "the log went on since")
    }

    @Test func `shows what it found`() async throws {
        let folder = try await HandoffSample.short().written()
        let whole = try await Self.report(folder)
        let text = HandoffReportText().render(whole, for: Surface(columns: 100))
        #expect(text.hasPrefix("✓ The handoff of harbour is whole: \(whole.length) records in order.\n  head sha256:"))
        let broken = try await Self.report(folder.changed { $0["README.md"] = nil })
        #expect(
            HandoffReportText().render(broken, for: Surface(columns: 100)).hasPrefix(
                "✗ The handoff of harbour is not whole: 2 problems.\n  README.md: it is missing\n  handoff.json: it does"
            ))
        for report in [whole, broken, HandoffReport()] {
            let json = HandoffReportJSON.write(report)
            #expect(try JSONReader.read(Array(json.utf8)).value.canonicalText == json)
        }
    }
}
