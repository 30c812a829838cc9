import PhaseLoom

extension OverlayContract {
    func identityViolations() -> [Violation] {
        let identity = overlay.identity
        var found: [Violation] = []
        let parts = identity.version.split(separator: ".", omittingEmptySubsequences: false)
        if parts.count != 3 || !parts.allSatisfy({ UInt($0) != nil }) {
            found.append(.init(rule: .identity, message: "version '\(identity.version)' has not the form 1.2.3"))
        }
        if !Self.isTitle(identity.title) {
            found.append(.init(rule: .identity, message: "the title '\(identity.title)' should be a short noun phrase"))
        }
        if identity.summary.isEmpty || identity.summary.last != "." || identity.summary.count > 200 {
            found.append(.init(rule: .identity, message: "the summary should be a sentence of at most 200 characters"))
        }
        if identity.requires.contains(identity.id) || identity.excludes.contains(identity.id) {
            found.append(.init(rule: .identity, message: "it requires or excludes itself"))
        }
        return found
    }

    func documentationViolations() -> [Violation] {
        var found: [Violation] = []
        for change in allChanges {
            if change.cites.isEmpty, overlay.identity.cites.isEmpty {
                found.append(.init(rule: .citation, message: "nothing is cited for: \(change.operation.summary)"))
            }
            for source in change.cites where source.trimmed != source || source.isEmpty {
                found.append(.init(rule: .citation, message: "the source '\(source)' is empty or has stray spaces"))
            }
            for text in change.operation.texts where !Self.isTitle(text) {
                found.append(
                    .init(
                        rule: .documentation,
                        message: "'\(text)' should start with a capital and end without a full stop"))
            }
        }
        return found
    }

    private var allChanges: [Change] { overlay.body.changes + overlay.body.interactions.flatMap(\.changes) }

    /// Whether a text reads as a title or statement: one line, capital or digit first, no full stop, not too long.
    static func isTitle(_ text: String) -> Bool {
        guard let first = text.first, let last = text.last else { return false }
        return !first.isLowercase && !first.isWhitespace && last != "." && !last.isWhitespace && text.count <= 120
            && !text.contains(where: \.isNewline)
    }

    func optionViolations<Configurable: ConfigurableOverlay>(of type: Configurable.Type) -> [Violation] {
        OptionRules.violations(of: type.options) { (try? Configurable(options: $0)) != nil }
    }

    /// Whether the code that an overlay brings belongs to it.
    func codeViolations<Configurable: ConfigurableOverlay>(of overlay: Configurable) -> [Violation] {
        let stated = Set(allChanges.compactMap(\.operation.obligation))
        let decided = overlay.criteria.map(\.obligation)
        var found = decided.filter { !stated.contains($0) }.map { obligation in
            Violation(rule: .code, message: "it decides '\(obligation)' in code without stating it")
        }
        if Set(decided).count != decided.count {
            found.append(.init(rule: .code, message: "two of its criteria decide one obligation"))
        }
        let collectors = Configurable.collectors.map { $0.id }
        if Set(collectors).count != collectors.count {
            found.append(.init(rule: .code, message: "two of its collectors have one name"))
        }
        return found
    }
}

extension Change.Operation {
    /// The obligation that is stated.
    var obligation: ID? {
        switch self {
        case .require(let require): require.id
        case .expect(let expect): expect.id
        default: nil
        }
    }

    /// The titles and statements that people read.
    var texts: [String] {
        switch self {
        case .insert(let insert): [insert.title] + insert.when.map(\.statement)
        case .perform(let perform): [perform.title] + perform.when.map(\.statement)
        case .require(let require): [require.statement]
        case .expect(let expect): [expect.statement]
        case .compress(let compress): [compress.title]
        case .artifact(let artifact): [artifact.title]
        case .track(let track): [track.title]
        case .limit, .order, .loopBack, .waive, .produce, .consume: []
        }
    }
}

extension String {
    var trimmed: String {
        var text = self[...]
        while text.first?.isWhitespace == true { text.removeFirst() }
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }
}
