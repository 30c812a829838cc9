public import PhaseLoom

/// Recommendations as canonical JSON of the format `phaseloom.recommendation/1`.
public enum RecommendationJSON: Sendable {
    /// Writes the advice on every overlay in order of identifiers, and the questions in order of facts.
    ///
    /// - Parameters:
    ///   - recommendation: what to write.
    ///   - outcome: what composing the overlays that apply came to; `nil` when one of them refuses its options.
    /// - Returns: the text.
    public static func write(
        _ recommendation: Recommendation, composing outcome: Result<ComposedSequence, ConflictReport>?
    ) -> String {
        let value: JSONValue = [
            "base": [
                "declined": recommendation.declined.map { ["base": .id($0.base), "for": .id($0.overlay)] } ?? .null,
                "id": .id(recommendation.base), "reasons": .array(recommendation.baseReasons.map(\.json)),
            ],
            "composition": outcome?.json ?? .null, "format": "phaseloom.recommendation/1",
            "overlays": .array(recommendation.advice.map(\.json)),
            "questions": .array(recommendation.questions.map { $0.fact.json(deciding: $0.overlays) }),
        ]
        return value.canonicalText
    }
}

extension Result<ComposedSequence, ConflictReport> {
    fileprivate var json: JSONValue {
        switch self {
        case .success(let sequence):
            [
                "conflicts": [], "digest": .string(sequence.digest), "isSound": .bool(sequence.isSound),
            ]
        case .failure(let report):
            ["conflicts": .strings(report.conflicts.map(\.target)), "digest": nil, "isSound": false]
        }
    }
}

extension Advice {
    fileprivate var json: JSONValue {
        [
            "id": .id(overlay), "options": .options(options), "questions": .ids(questions.map(\.id)),
            "reasons": .array(reasons.map(\.json)), "verdict": .string(verdict.rawValue),
        ]
    }
}

extension Applicability {
    fileprivate var json: JSONValue {
        [
            "cites": .strings(cites), "ground": .string(ground.rawValue), "reason": .string(reason),
            "when": .text(circumstance),
        ]
    }
}

extension Fact {
    fileprivate func json(deciding overlays: [ID]) -> JSONValue {
        [
            "fact": .id(id), "kind": .string(kindName), "overlays": .ids(overlays), "question": .string(question),
            "values": .array(
                choices.map { ["meaning": .string($0.meaning), "word": .id($0.word)] }),
        ]
    }

    private var kindName: String {
        switch kind {
        case .flag: "flag"
        case .number: "number"
        case .word: "word"
        case .words: "words"
        case .names: "names"
        }
    }
}
