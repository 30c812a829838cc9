public import PhaseLoom

/// The collector `classification/record`: writes the record of an engagement's class with the party that answers for it.
public struct ClassificationRecord: Collector {
    /// The name by which it is asked for.
    public static let id: ID = "record"
    /// What it does.
    public static let help = "Writes the record of an engagement's class, with the party that answers for it."
    /// The options that it takes.
    public static let options = [
        Classification.model.descriptor, Classification.category.descriptor, Classification.staffing.descriptor,
        domains.descriptor, emphasis.descriptor,
    ]
    static let domains = OverlayOption.text(
        "domains", help: "NAICS codes that the engagement touches, joined by '+' or spaces", default: "541512")
    static let emphasis = OverlayOption<Emphasis>.choice(
        "emphasis", help: "what comes first where both 541511 and 541512 are touched", default: .architecture)

    /// What an engagement begins with.
    enum Emphasis: String, CaseIterable, Sendable {
        case development
        case architecture

        var code: IndustryCode { self == .development ? .programming : .systemsDesign }
    }

    private let values: OptionValues
    private let codes: [IndustryCode]

    /// Makes the collector of checked option values.
    ///
    /// - Throws: `InvalidValue` for a code that is not known, one that is given twice, and a category that does not go
    ///   together with the way of staffing.
    public init(_ values: OptionValues) throws(InvalidValue) {
        try Classification.check(values[Classification.category], values[Classification.staffing])
        codes = try Self.codes(values[Self.domains])
        self.values = values
    }

    private static func codes(_ text: String) throws(InvalidValue) -> [IndustryCode] {
        var codes: [IndustryCode] = []
        for word in text.split(whereSeparator: { $0 == " " || $0 == "+" }) {
            guard let code = IndustryCode(rawValue: String(word)) else {
                throw InvalidValue(
                    "option 'domains' cannot have '\(word)'",
                    hint: "it takes " + IndustryCode.allCases.map { "'\($0.rawValue)'" }.joined(separator: ", "))
            }
            guard !codes.contains(code) else {
                throw InvalidValue("option 'domains' has '\(word)' twice", hint: "give each code once")
            }
            codes.append(code)
        }
        guard !codes.isEmpty else {
            throw InvalidValue("option 'domains' has no code", hint: "give at least one, such as '541512'")
        }
        return codes
    }

    /// The code that leads: of development and architecture the one that comes first, else the first that was given.
    private var primary: IndustryCode {
        let both: [IndustryCode] = [.programming, .systemsDesign]
        return both.allSatisfy(codes.contains) ? values[Self.emphasis].code : codes[0]
    }

    /// Writes the record.
    public func collect(in context: CollectorContext) async throws -> CollectorReport {
        let staffing = values[Classification.staffing]
        let rows = [
            ("axis", "value"), ("delivery-model", values[Classification.model].rawValue),
            ("category", values[Classification.category].rawValue), ("staffing", staffing.rawValue),
            ("primary-domain", primary.rawValue),
        ]
        let others = codes.filter { $0 != primary }.map { ("further-domain", $0.rawValue) }
        let lines = (rows + others + [("accountable-party", staffing.accountableParty.text)]).map { "\($0),\($1)\n" }
        let file = try context.write("classification-record.csv", Array(lines.joined().utf8))
        let evidence = CollectedEvidence(
            "classification-record", file, measurements: [Measurement("classification-gaps", 0)],
            findings: findings(staffing))
        return CollectorReport(evidence: [evidence])
    }

    private func findings(_ staffing: StaffingModel) -> [CollectedFinding] {
        let party = CollectedFinding(
            "accountable-party", .note, "the \(staffing.accountableParty) answers for what is delivered",
            subject: staffing.rawValue, hint: "let the \(staffing.accountableParty) sign the record")
        let leading = CollectedFinding(
            "primary-domain", .note, "'\(primary.rawValue)' leads: \(primary.meaning)", subject: primary.rawValue,
            hint: "change 'emphasis' or the order of 'domains' if something else comes first")
        return codes.count > 1 ? [party, leading] : [party]
    }
}
