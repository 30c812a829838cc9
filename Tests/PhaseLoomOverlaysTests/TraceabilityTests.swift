import FoundationEssentials
import PhaseLoom
import PhaseLoomOverlays
import Testing

/// Every row of the acceptance list, made from the five source documents, lives somewhere in the product or needs nothing.
@Suite struct TraceabilityTests {
    private static func rows() throws -> [TraceabilityRow] {
        try RepositoryFiles.text(of: "Tests/PhaseLoomOverlaysTests/Fixtures/Traceability.txt")
            .split(separator: "\n").filter { !$0.hasPrefix("#") }.map { try TraceabilityRow(String($0)) }
    }

    /// The numbers of rows of each document are those of the acceptance list: 301 together.
    @Test func `each row stands once, in order`() throws {
        let expected = [86, 62, 48, 59, 46].enumerated().flatMap { document, count in
            (1...count).map { "\(document)-\($0 < 10 ? "0" : "")\($0)" }
        }
        #expect(try expected.count == 301 && Self.rows().map(\.id) == expected)
    }

    @Test func `each row says in few words what is asked, and how`() throws {
        let rows = try Self.rows()
        for row in rows {
            #expect(row.asks.count <= 90 && !row.asks.contains("|"), "\(row.id)")
            #expect(row.remark.map { $0.count <= 120 && !$0.contains("|") } ?? true, "\(row.id)")
        }
        #expect(Set(rows.map(\.asks)).count == rows.count)
    }

    @Test func `nothing is missing`() throws {
        let gaps = try Self.rows().filter { if case .gap = $0.answer { true } else { false } }
        #expect(gaps.map(\.id) == [])
    }

    @Test func `every place is there`() throws {
        var elements = try ShippedElements()
        var missing: [String] = []
        for row in try Self.rows() {
            for place in row.places {
                for name in place.names {
                    let isThere = (try? elements.has(place.kind, name)) ?? false
                    if !isThere { missing.append("\(row.id): \(place.kind.rawValue) \(name)") }
                }
            }
        }
        #expect(missing == [])
    }

    @Test(arguments: TraceabilityRow.Kind.allCases)
    func `no place is taken for there that is not`(kind: TraceabilityRow.Kind) throws {
        var elements = try ShippedElements()
        for name in ["", "nowhere", "/", "standard/nothing", "cctv/nothing", "cctv+nothing", "nothing+cctv", "a/b/c"] {
            #expect((try? elements.has(kind, name)) != true, "\(name)")
        }
        #expect((try? elements.has(kind, "cctv:coverage=none/zones-covered")) != true)
    }

    @Test func `everything that ships answers some row`() throws {
        let rows = try Self.rows()
        let named = { (kind: TraceabilityRow.Kind) in Set(rows.flatMap { $0.names(of: kind) }) }
        let catalogue = Catalogue.shipped
        #expect(catalogue.overlays.map(\.identity.id.text).filter { !named(.overlay).contains($0) } == [])
        #expect(catalogue.bases.map(\.id.text).filter { !named(.base).contains($0) } == [])
        #expect(catalogue.overlays.flatMap(\.collectors).map(\.name).filter { !named(.collector).contains($0) } == [])
        #expect(ShippedElements.views.filter { !named(.view).contains($0) } == [])
    }

    /// The names of the services that the documents refer to, by the rows that name them (acceptance list, section A);
    /// row 1-45 names a network of reference sites, which is no service.
    @Test(arguments: [
        ("0-08", "scope-governance"), ("0-12", "incident"), ("0-14", "cloud-migration"), ("0-29", "tiered-support"),
        ("0-32", "network-build"), ("0-50", "smart-home"), ("0-52", "smart-building"), ("0-55", "ai-services"),
        ("0-56", "ml-feedback"), ("0-59", "cctv"), ("0-64", "readiness"), ("0-68", "smart-home-shared"),
        ("0-69", "smart-home-technicians"), ("0-72", "acceptance-criteria"), ("0-76", "ai-compliance"),
        ("0-77", "telecom-repair"), ("3-04", "classification"), ("3-27", "classification"),
    ])
    func `every service that the documents name has its overlay`(id: String, overlay: String) throws {
        let row = try #require(Self.rows().first { $0.id == id })
        #expect(row.names(of: .overlay).contains(overlay))
    }

    @Test(arguments: [
        "", "0-01", "0-01 · asks", "0-01 · asks · ", "0-01 ·  · overlay cctv", "0-01 · asks · cctv",
        "0-01 · asks · overlay", "0-01 · asks · planet earth", "0-01 · asks · gap",
        "0-01 · asks · none: too short", "0-01 · asks · overlay cctv; none: and yet it needs nothing",
        "0-01 · asks · none: it needs nothing at all; overlay cctv", "0-01 · a · overlay cctv · b · c",
    ])
    func `a line that does not answer is refused`(line: String) {
        #expect(throws: TraceabilityFault.self) { try TraceabilityRow(line) }
    }

    /// The page on disk; written anew when `PHASELOOM_UPDATE_GOLDEN` is 1.
    @Test func `the page of the documentation says the same`() throws {
        let page = "Sources/PhaseLoom/PhaseLoom.docc/Traceability.md"
        let text = TraceabilityPage.text(of: try Self.rows())
        if ProcessInfo.processInfo.environment["PHASELOOM_UPDATE_GOLDEN"] == "1" {
            try text.write(toFile: RepositoryFiles.path(of: page), atomically: true, encoding: .utf8)
        }
        let written = try RepositoryFiles.text(of: page)
        #expect(written.split(separator: "\n") == text.split(separator: "\n"))
        #expect(written == text)
    }
}
