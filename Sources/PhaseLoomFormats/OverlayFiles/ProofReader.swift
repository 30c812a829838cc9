import PhaseLoom

/// The kinds of proof, by the key that names them.
private enum ProofKind: String, CaseIterable {
    case present, signed, measured, all, any
}

extension ObjectCursor {
    /// The proof of an obligation, within the limits of a proof from outside.
    func proof() -> Proof? {
        guard let cursor = optional("proof"), let proof = cursor.proof() else { return nil }
        return cursor.checked { () throws(InvalidValue) in try proof.checked() }
    }
}

extension JSONCursor {
    /// The proof, of whatever size; the reader of documents limits how deep it nests.
    func proof() -> Proof? {
        guard let (kind, body) = only(ProofKind.self, "proof") else { return nil }
        return switch kind {
        case .present: body.id().map(Proof.present)
        case .signed: body.signature()
        case .measured: body.measurement()
        case .all: body.proofs().map(Proof.all)
        case .any: body.proofs().map(Proof.any)
        }
    }

    /// The parts of a list, of which there is at least one; none when one of them cannot be read.
    private func proofs() -> [Proof]? {
        guard let parts = nonEmptyList(of: { .some($0.proof()) }) else { return nil }
        let readable = parts.compactMap(\.self)
        return readable.isEmpty || readable.count < parts.count ? nil : readable
    }

    private func signature() -> Proof? {
        guard let object = object(["artifact", "by", "separately"]) else { return nil }
        let artifact = object.required("artifact")?.id()
        let role = object.required("by")?.id()
        let separately = object.optional("separately")?.bool() ?? false
        guard let artifact, let role else { return nil }
        return .signed(artifact, by: role, separately: separately)
    }

    private func measurement() -> Proof? {
        guard let bound = bound(besides: ["of"]), let members = members() else { return nil }
        return .measured(bound, of: ObjectCursor(self, members).optional("of")?.id())
    }
}
