/// What reading a register map gave: the points, and what is odd about the file.
public struct RegisterMap: Sendable {
    /// The points in the order of the file; rows that could not be read are not among them.
    public let points: [RegisterPoint]
    /// The name by which findings call the file.
    public let file: String
    /// The line of each point.
    public let lines: [Int]
    /// What is odd, in the order of lines and columns.
    public let findings: [PointFinding]

    /// Reads a map with the columns of VOLTTRON or those of this package.
    ///
    /// The columns are `name`, `address` and `type`, and where used `table`, `order`, `mixed endian`, `scale`,
    /// `offset`, `transform`, `units`, `access` or `writable`, `unit`, `trunk`, `device`, `count`, `convention`,
    /// `not implemented`, `max block` and `poll class`, in any order; others are passed over.
    ///
    /// - Parameters:
    ///   - bytes: the file.
    ///   - file: the name by which findings call it.
    ///   - convention: how it counts addresses, unless a column says so; `nil` when nobody declared it.
    /// - Returns: the points and the findings.
    /// - Complexity: O(*n* log *n*) in the number of bytes.
    public static func read(_ bytes: [UInt8], file: String, convention: AddressConvention? = nil) -> RegisterMap {
        var reader = RegisterMapReader(bytes, file: file, convention: convention)
        reader.read()
        let findings = reader.findings + RegisterChecks(reader.points, reader.evidence, file: file).findings
        return RegisterMap(points: reader.points, file: file, lines: reader.lines, findings: findings.inFileOrder)
    }
}
