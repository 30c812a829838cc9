/// A model of SunSpec: what the registers behind a number of a model mean.
///
/// ```swift
/// let model = try SunSpecModel(json: bytes, file: "model_103.json")
/// let map = SunSpecMap([model])
/// ```
public struct SunSpecModel: Hashable, Sendable {
    /// The number of the model.
    public let id: UInt16
    /// The group of all its points.
    public let group: SunSpecGroup
    /// The name by which findings call the file.
    public let file: String
    /// What is odd about the model, in the order of its points.
    public let findings: [PointFinding]

    /// Reads a model from a file of the repository `sunspec/models`.
    ///
    /// What cannot be laid out is refused. What can, and yet breaks a rule, is a finding: a scale factor that is not
    /// there, a size that the type does not have, two points of one name, a number that is not that of the model.
    ///
    /// - Parameters:
    ///   - bytes: the file.
    ///   - file: the name by which findings and errors call it.
    /// - Throws: ``RecordError`` for the first thing that is wrong.
    /// - Complexity: O(*n*) in the number of bytes.
    public init(json bytes: [UInt8], file: String) throws(RecordError) {
        let lines = LineIndex(bytes)
        let (id, group) = try RecordNode.read(bytes, from: file) { root throws(RecordFault) in
            let object = try root.anyObject()
            let group = try SunSpecGroup(try object.required("group"), lines)
            return (UInt16(truncatingIfNeeded: try object.required("id").integer(in: 1...65_534)), group)
        }
        self.id = id
        self.group = group
        self.file = file
        findings = SunSpecModelChecks(id, group, file).findings
    }
}
