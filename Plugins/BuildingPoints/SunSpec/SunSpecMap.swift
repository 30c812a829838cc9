public import Modbus
import PhaseLoom

/// The points of SunSpec models at their addresses, as a device has them or will have them.
public struct SunSpecMap: Sendable {
    /// A map for each model that is known, in the order of addresses.
    public let maps: [RegisterMap]
    /// Where each of these models stands.
    public let blocks: [SunSpecBlock]
    /// What is odd about the chain of models.
    public let findings: [PointFinding]
    private let isMandatory: [Bool]

    /// The points of all models in the order of addresses; registers that only fill up are not among them.
    public var points: [RegisterPoint] { maps.flatMap(\.points) }

    /// Lays out models one behind another, as a device has them behind its mark; groups that repeat stand there once.
    ///
    /// - Parameters:
    ///   - models: the models in their order.
    ///   - base: the address of the mark `SunS`, from 0.
    /// - Complexity: O(*n*) in the number of points.
    public init(_ models: [SunSpecModel], from base: UInt16 = 40_000) {
        var parts = Parts()
        var next = Int(base) + SunSpecChain.mark.count
        for model in models {
            guard let address = UInt16(exactly: next) else { break }
            let layout = SunSpecLayout(
                model, at: address, length: nil, registers: [], prefix: parts.prefix(of: model))
            next += layout.size
            parts.add(
                layout, model, SunSpecBlock(model: model.id, at: address, length: UInt16(clamping: layout.size - 2)))
        }
        self.init(parts)
    }

    /// Lays out what was found in a device.
    ///
    /// - Parameters:
    ///   - chain: the models that the device has.
    ///   - models: those that are known, in any order; of two with one number the first counts.
    ///   - trunk: the trunk or gateway at which the device is.
    ///   - unit: the number of the device.
    ///   - contents: the registers of each model, by its address, for how often groups repeat.
    /// - Complexity: O(*n*) in the number of points.
    public init(
        _ chain: SunSpecChain, models: [SunSpecModel], trunk: String = "", unit: UInt8? = nil,
        contents: [UInt16: [UInt16]] = [:]
    ) {
        var parts = Parts(trunk: trunk, unit: unit)
        let known = Dictionary(models.map { ($0.id, $0) }) { first, _ in first }
        for block in chain.blocks {
            guard let model = known[block.model] else {
                parts.findings.append(block.isUnknown)
                continue
            }
            let layout = SunSpecLayout(
                model, at: block.address, length: block.length, registers: contents[block.address] ?? [],
                prefix: parts.prefix(of: model))
            parts.add(layout, model, block)
        }
        parts.findings += chain.findings
        self.init(parts)
    }

    private init(_ parts: Parts) {
        maps = parts.maps
        blocks = parts.blocks
        findings = parts.findings
        isMandatory = parts.isMandatory
    }

    /// Tells what is odd about values that were read.
    ///
    /// - Parameter values: a value for each of ``points``, in their order.
    /// - Returns: scale factors out of range, and points that the models demand and the device does not have.
    /// - Complexity: O(*n*) in the number of points.
    public func findings(of values: [RegisterValue]) -> [PointFinding] {
        let files = maps.flatMap { map in map.lines.map { (map.file, $0) } }
        return zip(zip(points, isMandatory), zip(values, files)).compactMap { known, found in
            let (point, isMandatory) = known
            let (value, (file, line)) = found
            let octets = value.registers.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
            let place = "\(point.table.rawValue) \(point.address.map { String($0) } ?? "")"
            let evidence = PointEvidence(file: file, line: line, object: place, octets: octets)
            if value.condition == .badScaleFactor {
                let stated = value.scaleFactor.map { "is \($0)" } ?? "is missing"
                return PointFinding(
                    .scaleFactor, subject: point.name, "its scale factor \(stated)",
                    hint: "take its values for unknown until the device says how to scale them", evidence: [evidence])
            }
            guard value.condition == .notImplemented, isMandatory else { return nil }
            return PointFinding(
                .missingMandatory, subject: point.name, "the device does not have it, though its model demands it",
                hint: "ask the maker, and plan without it", evidence: [evidence])
        }
    }
}

extension SunSpecMap {
    /// Reads models and lays them out one behind another; a file that is no model gives a map without points.
    static func read(_ files: [PointListFile]) -> [RegisterMap] {
        var models: [SunSpecModel] = []
        var unread: [RegisterMap] = []
        for file in files {
            do throws(RecordError) {
                models.append(try SunSpecModel(json: file.bytes, file: file.name))
            } catch {
                let place = PointEvidence(file: file.name, line: error.line, column: error.column, value: error.path)
                let finding = PointFinding(
                    .unreadableModel, subject: file.name, error.message, hint: error.hint, evidence: [place])
                unread.append(RegisterMap(points: [], file: file.name, lines: [], findings: [finding]))
            }
        }
        return SunSpecMap(models).maps + unread
    }

    /// What a map is made up of while it is laid out.
    private struct Parts {
        var trunk = ""
        var unit: UInt8?
        var maps: [RegisterMap] = []
        var blocks: [SunSpecBlock] = []
        var findings: [PointFinding] = []
        var isMandatory: [Bool] = []
        private var seen: [UInt16: Int] = [:]

        /// What stands before the names of a model's points, which are the same in all of one number.
        mutating func prefix(of model: SunSpecModel) -> String {
            seen[model.id, default: 0] += 1
            let number = seen[model.id] ?? 1
            return model.group.name + (number == 1 ? "." : "[\(number)].")
        }

        mutating func add(_ layout: SunSpecLayout, _ model: SunSpecModel, _ block: SunSpecBlock) {
            let points = layout.points.map { point in
                var point = point
                point.trunk = trunk
                point.unit = unit
                return point
            }
            let isFirst = seen[model.id] == 1
            maps.append(
                RegisterMap(
                    points: points, file: model.file, lines: layout.lines,
                    findings: (isFirst ? model.findings : []) + layout.findings))
            blocks.append(block)
            isMandatory += layout.isMandatory
        }

        init(trunk: String = "", unit: UInt8? = nil) {
            self.trunk = trunk
            self.unit = unit
        }
    }
}

extension SunSpecBlock {
    fileprivate var isUnknown: PointFinding {
        PointFinding(
            .unknownModel, subject: "model \(model)",
            "the device has it at address \(address), and it is not known here",
            hint: "add its file to the models", evidence: [PointEvidence(object: "holding-registers \(address)")])
    }
}

extension SunSpecChain {
    fileprivate var findings: [PointFinding] {
        let (message, place): (String, Int?) =
            switch end {
            case .complete: ("", nil)
            case .noModel(let address): ("address \(address) holds no number of a model", Int(address))
            case .refused(let exception, let address):
                ("the device refuses address \(address): \(exception)", Int(address))
            case .beyondTable: ("the last model ends beyond address 65535", nil)
            case .endless: ("there are more than \(Self.limit) models", nil)
            }
        guard !message.isEmpty else { return [] }
        let evidence = PointEvidence(object: "holding-registers \(place ?? Int(base))")
        return [
            PointFinding(
                .modelChain, subject: "chain at \(base)", message,
                hint: "compare the lengths of the models with the maker's manual", evidence: [evidence])
        ]
    }
}
