import PhaseLoom

extension Proof {
    /// The proof as sequences and overlay files hold it: one key that says its kind; what says nothing is left out.
    var json: JSONValue {
        switch self {
        case .present(let artifact): return ["present": .id(artifact)]
        case .signed(let artifact, let role, let separately):
            let body: JSONValue = ["artifact": .id(artifact), "by": .id(role)]
            return ["signed": body.addingUnlessEmpty(["separately": .bool(separately)])]
        case .measured(let bound, let artifact):
            return ["measured": bound.sparseJSON.addingUnlessEmpty(["of": artifact.map { .id($0) } ?? nil])]
        case .all(let parts): return ["all": .array(parts.map(\.json))]
        case .any(let parts): return ["any": .array(parts.map(\.json))]
        }
    }
}
