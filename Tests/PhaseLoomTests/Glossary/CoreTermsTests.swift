import PhaseLoom
import Testing

/// What the glossary defines, and how its definitions read.
@Suite struct CoreTermsTests {
    private let glossary = Glossary()
    private var terms: [Term] { glossary.entries.map(\.term) }

    // MARK: what is defined

    /// The words that the design page of the project fixes.
    @Test(arguments: [
        "phase", "gate", "criterion", "entry requirement", "activity", "artifact", "evidence", "extension point",
        "overlay", "change", "collector", "track", "loopback", "trigger", "compression", "carve-out", "resolution",
        "engagement", "change order",
    ])
    func `every word of the design is defined`(word: String) throws {
        #expect(try glossary.entries(named: word).map(\.term.name) == [word])
    }

    @Test func `every point, status and kind of element is defined`() {
        let words =
            ExtensionPoint.allCases.map(\.rawValue) + Status.allCases.map(\.rawValue)
            + Explanation.Kind.allCases.map(\.rawValue)
        #expect(words.filter(isUndefined) == [])
    }

    /// The nouns of the command line's help.
    @Test(arguments: [
        "base sequence", "catalogue", "conflict", "finding", "obligation", "waiver", "hold", "scope", "loop", "log",
        "event", "digest", "measurement", "bound", "sign-off", "verdict", "handoff", "closeout package", "incident",
        "amendment", "deferral", "selector", "anchor", "interaction", "citation", "verification", "attempt",
    ])
    func `every word of help is defined`(word: String) { #expect(!isUndefined(word)) }

    /// The vocabulary of ISO/IEC 20000-1 and ITIL 4 that a delivery team uses.
    @Test(arguments: [
        "service", "service level agreement", "service level target", "operational level agreement",
        "underpinning contract", "incident", "major incident", "problem", "known error", "workaround",
        "request for change", "change enablement", "standard change", "emergency change", "release", "deployment",
        "transition", "configuration item", "CMDB", "asset", "service request", "service catalogue", "service desk",
        "continual improvement", "availability", "capacity", "demand", "continuity", "information security", "process",
        "procedure", "record", "client", "user", "provider", "supplier", "value", "practice", "risk", "audit",
        "conformity", "nonconformity", "corrective action", "requirement", "management review",
    ])
    func `every word of service management is defined`(word: String) { #expect(!isUndefined(word)) }

    @Test(arguments: [
        "SOW", "MSA", "RACI", "accountable", "responsible", "consulted", "informed", "staff augmentation",
        "outsourced delivery", "time and materials", "fixed fee", "managed services", "acceptance criterion", "runbook",
        "scope creep", "phase compression", "hybrid delivery", "regulatory carve-out", "MTTR", "MTBF", "MTBSI", "MTRS",
        "RTO", "RPO", "change failure rate", "lead time", "lead time for changes", "deployment frequency", "FCR", "NPS",
        "CSAT", "rework rate", "certificate", "attestation report", "bridge letter", "surveillance audit", "POA&M",
        "qualified individual", "business associate", "ePHI", "CUI", "FCI", "required specification",
        "addressable specification", "control family", "control baseline", "profile", "FedRAMP", "CMMC", "GLBA", "SOX",
        "HIPAA", "NIST CSF", "breach notification", "OCM", "go-live", "triage", "escalation", "vendor lock-in",
    ])
    func `every word of delivery, metrics, assurance and regulation is defined`(word: String) {
        #expect(!isUndefined(word))
    }

    /// Figures and names in which handbooks go wrong, with their corrected values.
    @Test(arguments: [
        ("practice", "34"), ("NIST CSF", "6 functions, 22 categories and 106 subcategories"), ("HIPAA", "18 standards"),
        ("required specification", "14 beside 22"), ("CMMC", "15, 110, and 24 more"), ("control family", "has 20"),
        ("SOC 2 Type II", "6 to 12 months"), ("certificate", "three years"), ("attestation report", "no certificate"),
        ("MTTR", "repair, restore, resolve or respond"), ("lead time", "longer than the lead time for changes"),
        ("MTBF", "undefined, not zero"), ("SLA compliance", "exactly on target is met"),
    ])
    func `facts are the corrected ones`(word: String, fact: String) throws {
        #expect(try glossary.entries(named: word).first?.term.definition.contains(fact) == true)
    }

    // MARK: how it reads

    @Test func `every related word is a term, and another one`() {
        let names = Set(terms.map(\.name))
        for term in terms {
            #expect(term.seeAlso.filter { !names.contains($0) } == [], "\(term.name)")
            #expect(!term.seeAlso.isEmpty && !term.seeAlso.contains(term.name), "\(term.name)")
            #expect(Set(term.seeAlso).count == term.seeAlso.count, "\(term.name)")
        }
    }

    @Test func `no two terms share a name or synonym`() {
        var seen: Set<String> = []
        for word in terms.flatMap({ [$0.name] + $0.synonyms }) {
            #expect(seen.insert(word.lowercased()).inserted, "\(word)")
        }
    }

    @Test func `no definition stands twice`() {
        #expect(Set(terms.map(\.definition)).count == terms.count)
        #expect(terms.count >= 150)
    }

    @Test func `definitions are one or two sentences`() {
        for term in terms {
            let text = term.definition
            #expect(text.first?.isUppercase == true && text.last == "." && text.count <= 300, "\(term.name)")
            #expect(text.split(separator: ". ").count <= 2, "\(term.name)")
            let isPlain = text.unicodeScalars.allSatisfy { scalar in
                scalar.value >= 0x20 && scalar.value < 0x7F && !"|`*_<>[]\\\"".unicodeScalars.contains(scalar)
            }
            #expect(isPlain && !text.contains("  "), "\(term.name)")
        }
    }

    @Test func `a word is not explained by itself`() {
        for term in terms where term.name.contains(" ") {
            #expect(!term.definition.lowercased().contains(" \(term.name.lowercased()) is "), "\(term.name)")
        }
        for word in terms.flatMap({ [$0.name] + $0.synonyms + $0.references }) {
            #expect(!word.isEmpty && word.first != " " && word.last != " " && word.last != ".", "\(word)")
        }
    }

    private func isUndefined(_ word: String) -> Bool { (try? glossary.entries(named: word)) == nil }
}
