import BuildingPoints
import BuildingSurvey
import PhaseLoom

/// The files that surveys read beside the building, and those that they leave behind.
struct SurveyEvidence {
    /// The most bytes of a map or an earlier inventory.
    private static let limit = PointInventory.sizeLimit
    /// The most findings that evidence itself carries; the inventory has all that concerns its points.
    private static let findingLimit = 200

    let values: OptionValues
    let context: CollectorContext

    /// The points of Modbus units, as files name them.
    struct Map {
        /// The points of register maps.
        var points: [RegisterPoint] = []
        /// The models of SunSpec.
        var models: [SunSpecModel] = []
        /// What is odd about the files.
        var findings: [CollectedFinding] = []
    }

    /// Reads register maps and models, if there are some.
    ///
    /// - Throws: `CollectorError` for a map without any point, and what is no model.
    func map() throws -> Map {
        var map = Map()
        for path in values[SurveyOptions.map].paths {
            let bytes = try read(path)
            if PointListForm(bytes, file: path) == .sunSpec {
                let model = try record { () throws(RecordError) in try SunSpecModel(json: bytes, file: path) }
                map.models.append(model)
                map.findings += model.findings.compactMap(\.collected)
            } else {
                let found = RegisterMap.read(
                    bytes, file: path, convention: values[DesignOptions.convention].addresses)
                guard !found.points.isEmpty else { throw Self.emptyMap(found, path) }
                map.points += found.points
                map.findings += found.findings.compactMap(\.collected)
            }
        }
        return map
    }

    private static func emptyMap(_ map: RegisterMap, _ path: String) -> CollectorError {
        let lines = map.findings.compactMap(\.collected).map { "\($0.subject): \($0.message): \($0.hint)" }
        return CollectorError(
            .data, lines.isEmpty ? ["\(path): the map has no point: give a table with 'name' and 'address'"] : lines)
    }

    /// Reads the earlier inventory, if there is one.
    func baseline() throws -> PointInventory? {
        let path = values[SurveyOptions.baseline]
        guard !path.isEmpty else { return nil }
        let bytes = try read(path)
        guard bytes.isJSONObject else {
            throw CollectorError(
                .data, at: path, "the file is no inventory",
                hint: "give the file 'bms-baseline.json' of an earlier survey")
        }
        return try record { () throws(RecordError) in try PointInventory(json: bytes, file: path) }
    }

    private func record<Record>(_ read: () throws(RecordError) -> Record) throws -> Record {
        do throws(RecordError) {
            return try read()
        } catch {
            throw CollectorError(.data, [error.description])
        }
    }

    private func read(_ path: String) throws -> [UInt8] {
        var bytes: [UInt8] = []
        _ = try context.read(path, limit: Self.limit) { bytes += $0 }
        return bytes
    }

    /// Writes what a survey brought, and what has changed since an earlier one.
    ///
    /// - Parameters:
    ///   - survey: the survey.
    ///   - baseline: the earlier inventory; `nil` for none.
    ///   - others: what was found beside it.
    /// - Returns: the report of the collector; its verdict is open when nothing at all was read.
    /// - Throws: `CollectorError` when a file cannot be written, `CancellationError` when the work is not wanted.
    func report(
        _ survey: SurveyReport, since baseline: PointInventory?, others: [CollectedFinding] = []
    ) throws -> CollectorReport {
        let redaction = values[SurveyOptions.redact].parts
        let inventory = survey.inventory.redacted(redaction)
        let found = others + survey.findings + survey.inventory.orderSuggestions.compactMap(\.collected)
        var findings = redaction.isEmpty ? found : Self.redacted(found)
        var evidence = try tables(of: inventory)
        var measurements = Self.measurements(survey)
        if let baseline {
            let diff = InventoryDiff(from: baseline.redacted(redaction), to: inventory)
            measurements.append(Measurement("changes", Double(diff.changes.count)))
            findings.insert(contentsOf: Self.findings(diff), at: 0)
            let file = try context.write("inventory-diff.json", diff.json.canonicalBytes)
            evidence.append(CollectedEvidence("bms-baseline", file))
        }
        let file = try context.write("bms-baseline.json", inventory.json.canonicalBytes)
        let main = CollectedEvidence(
            "bms-baseline", file, measurements: measurements, findings: Self.limited(findings, file.name))
        return CollectorReport(evidence: evidence + [main], verdict: survey.showsSomething ? .met : .undefined)
    }

    /// The inventory for people and spreadsheets.
    private func tables(of inventory: PointInventory) throws -> [CollectedEvidence] {
        let table = InventoryTable(inventory)
        var files = [
            ("bms-baseline.csv", table.csv), ("bms-baseline.md", table.markdown), ("bms-baseline.html", table.html),
        ]
        if !inventory.devices.isEmpty {
            let list = EDEList.made(from: inventory, project: inventory.site.isEmpty ? "survey" : inventory.site)
            let export = list.list.export()
            files += [
                ("bms-baseline_EDE.csv", export.points), ("bms-baseline_StateTexts.csv", export.stateTexts),
                ("bms-baseline_ObjTypes.csv", export.objectTypes), ("bms-baseline_Units.csv", export.units),
                ("bms-baseline_EDE_losses.txt", (list.losses + export.losses).map { $0 + "\n" }.joined()),
            ].filter { !$0.1.isEmpty }
        }
        return try files.map { name, text in
            try context.checkCancellation()
            return CollectedEvidence("bms-baseline", try context.write(name, Array(text.utf8)))
        }
    }

    private static func measurements(_ survey: SurveyReport) -> [Measurement] {
        [
            Measurement("devices", Double(survey.inventory.devices.count)),
            Measurement("units", Double(survey.answeringUnits)),
            Measurement("points", Double(survey.inventory.pointCount)),
            Measurement("unread-points", Double(survey.unreadPoints)),
            Measurement("instance-clashes", Double(survey.clashes)),
            Measurement("silent-addresses", Double(survey.findings.count { $0.code == "silent-address" })),
        ]
    }

    private static func findings(_ diff: InventoryDiff) -> [CollectedFinding] {
        guard let first = diff.changes.first else { return [] }
        let text = "\(first.kind.rawValue) \(first.subject)\(first.field.isEmpty ? "" : " \(first.field)")"
        return [
            CollectedFinding(
                "baseline-changed", .warning,
                "\(diff.changes.count) things differ from the earlier inventory, first '\(text)'",
                subject: "inventory-diff.json", hint: "see which of them were meant, and check the design again")
        ]
    }

    /// The findings without their words, which name rooms, people and addresses: how many there are of each kind.
    private static func redacted(_ findings: [CollectedFinding]) -> [CollectedFinding] {
        var counts: [(finding: CollectedFinding, count: Int)] = []
        for finding in findings {
            if let place = counts.firstIndex(where: { $0.finding.code == finding.code }) {
                counts[place].count += 1
            } else {
                counts.append((finding, 1))
            }
        }
        return counts.map { finding, count in
            CollectedFinding(
                finding.code, finding.severity, "\(count) findings of this kind; their words were taken out",
                subject: "survey", hint: "see the inventory, or survey without 'redact'")
        }
    }

    private static func limited(_ findings: [CollectedFinding], _ file: String) -> [CollectedFinding] {
        guard findings.count > findingLimit else { return findings }
        return findings.prefix(findingLimit) + [
            CollectedFinding(
                "more-findings", .note, "\(findings.count - findingLimit) more findings", subject: file,
                hint: "see the members 'faults' and 'readErrors' of the inventory")
        ]
    }
}

extension [UInt8] {
    /// Whether the bytes begin as an object of JSON does.
    fileprivate var isJSONObject: Bool {
        let blanks: [UInt8] = [0xEF, 0xBB, 0xBF, UInt8(ascii: " "), UInt8(ascii: "\t"), 0x0A, 0x0D]
        return first { !blanks.contains($0) } == UInt8(ascii: "{")
    }
}
