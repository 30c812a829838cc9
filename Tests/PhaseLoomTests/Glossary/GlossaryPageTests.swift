import Foundation
@testable import PhaseLoom
import Testing

/// The page of the documentation that lists the terms is made of them. Its file cannot have the name of a type.
@Suite struct GlossaryPageTests {
    /// The page on disk; written anew when `PHASELOOM_UPDATE_GOLDEN` is 1.
    @Test func `the page says what the glossary says`() throws {
        let root = (0..<4).reduce(URL(filePath: #filePath)) { url, _ in url.deletingLastPathComponent() }
        let file = root.appending(path: "Sources/PhaseLoom/PhaseLoom.docc/GlossaryOfTerms.md")
        if ProcessInfo.processInfo.environment["PHASELOOM_UPDATE_GOLDEN"] == "1" {
            try Self.page.write(to: file, atomically: true, encoding: .utf8)
        }
        let written = try String(contentsOf: file, encoding: .utf8)
        #expect(written.split(separator: "\n") == Self.page.split(separator: "\n"))
        #expect(written == Self.page)
    }

    @Test func `every term stands on the page once`() {
        for term in Glossary.coreTerms {
            #expect(Self.page.split(separator: "\n").count { $0.hasPrefix("| **\(term.name)**") } == 1, "\(term.name)")
        }
    }

    private static let introduction = """
        # Glossary

        The words of delivery as this project uses them, and where standards and laws speak of them.

        ## Overview

        The definitions are this project's own words, in line with ISO/IEC 20000-1 and ITIL 4. A reference names a clause or
        practice and repeats no text of it. None of it is legal advice.

        `phaseloom explain --term WORD` shows one term, `--terms` lists them all, with those that overlays bring
        (``ConfigurableOverlay/terms``). In code, a ``Glossary`` finds a ``Term`` by its name or by another word for it.

        """

    private static var page: String {
        let tables = Glossary.themes.map { title, terms in
            "## \(title)\n\n| Term | Meaning | See also | References |\n| --- | --- | --- | --- |\n"
                + terms.sorted { $0.name.lowercased() < $1.name.lowercased() }.map(row).joined()
        }
        return ([introduction] + tables).joined(separator: "\n")
    }

    private static func row(_ term: Term) -> String {
        let synonyms = term.synonyms.isEmpty ? "" : ", \(term.synonyms.joined(separator: ", "))"
        let cells = [
            "**\(term.name)**\(synonyms)", term.definition, term.seeAlso.joined(separator: ", "),
            term.references.joined(separator: "; "),
        ]
        return "| " + cells.joined(separator: " | ") + " |\n"
    }
}
