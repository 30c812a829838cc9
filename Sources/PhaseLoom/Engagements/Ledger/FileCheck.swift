/// What a check of the files of an engagement's evidence found.
public struct FileCheck: Hashable, Sendable {
    /// How many pieces of evidence have a file.
    public let count: Int
    /// The evidence whose file is not what was handed in, in order of its numbers.
    public let problems: [Problem]

    /// Whether every file is what was handed in.
    public var isWhole: Bool { problems.isEmpty }

    /// Evidence whose file is not what was handed in.
    public struct Problem: Hashable, Sendable {
        /// The number of the evidence.
        public let number: Int
        /// What was handed in.
        public let artifact: ID
        /// The name of the file when it was handed in.
        public let file: String
        /// What is wrong with it.
        public let fault: Fault
    }

    /// What may be wrong with a file.
    public enum Fault: Hashable, Sendable {
        /// The vault does not have it.
        case missing
        /// Its content is not what was hashed.
        case changed
        /// It cannot be read, for a reason of the place.
        case unreadable(String)
    }
}

extension FileCheck {
    /// Reads the file of every piece of evidence, and compares it with its hash.
    ///
    /// Evidence without a file is not counted; a file that several pieces share is read once.
    ///
    /// - Parameters:
    ///   - evidence: the evidence of an engagement.
    ///   - vault: where its files are.
    /// - Complexity: O(*n*) in the size of the files, with memory for one piece and for the hashes.
    public init(of evidence: [Evidence], in vault: any EvidenceVault) {
        let items = evidence.filter { $0.draft.file != nil }
        var faults: [Digest: Fault?] = [:]
        var problems: [Problem] = []
        for item in items {
            let name = item.draft.digest
            let fault = faults[name] ?? Self.fault(of: name, in: vault)
            faults[name] = .some(fault)
            guard let fault else { continue }
            problems.append(
                Problem(
                    number: item.number, artifact: item.draft.artifact, file: item.draft.file ?? "", fault: fault))
        }
        count = items.count
        self.problems = problems
    }

    private static func fault(of name: Digest, in vault: any EvidenceVault) -> Fault? {
        var hash = SHA256()
        do {
            guard try vault.read(name, { hash.update($0) }) else { return .missing }
        } catch {
            return .unreadable("\(error)")
        }
        return Digest(hash) == name ? nil : .changed
    }
}

extension FileCheck.Problem: CustomStringConvertible {
    /// The number, the artifact and what is wrong with the file, in a sentence.
    public var description: String {
        let what = "the file '\(file.excerpt)' of evidence \(number) (\(artifact))"
        return switch fault {
        case .missing: "\(what) is missing"
        case .changed: "\(what) is not what was handed in"
        case .unreadable(let reason): "\(what) cannot be read: \(reason)"
        }
    }
}
