public import PhaseLoom

/// How ledgers keep the sequences that engagements run: as plan files, pinned by the digest that `show` prints.
public struct SequencePlanFormat: PlanFormat {
    /// Makes the format.
    public init() {}

    /// The digest of a sequence, as ``SequenceJSON`` writes it.
    ///
    /// - Complexity: O(*n*) in the number of elements.
    public func digest(of sequence: ComposedSequence) -> Digest { sequence.pin }

    /// Writes a sequence as a plan file.
    public func write(_ sequence: ComposedSequence) -> [UInt8] { PlanFile.write(sequence) }

    /// Reads a sequence from a plan file.
    ///
    /// - Throws: `InvalidValue` with the first problem of a file that is not as it was written.
    public func read(_ content: [UInt8]) throws(InvalidValue) -> ComposedSequence {
        do throws(FileError) {
            return try PlanFile.read(content, from: "the plan")
        } catch {
            guard let problem = error.problems.first else { throw InvalidValue("the plan is invalid", hint: "") }
            throw InvalidValue("the plan is invalid at \(problem.path): \(problem.message)", hint: problem.hint)
        }
    }
}
