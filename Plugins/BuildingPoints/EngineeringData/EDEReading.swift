/// What reading an engineering data exchange list gave: the list, and what is odd about its file.
public struct EDEReading: Sendable {
    /// The list; rows that could not be read are not in it.
    public let list: EDEList
    /// The name by which findings call the file.
    public let file: String
    /// The character between two cells.
    public let separator: Character
    /// The character set of the file.
    public let encoding: TextEncoding
    /// The titles of columns that are spelt otherwise than in the format, with the format's titles, in their order.
    public let synonyms: [Synonym]
    /// The line of each point of the list.
    public let lines: [Int]
    /// What is odd, in the order of lines and columns.
    public let findings: [PointFinding]

    /// The title of a column that the format spells otherwise.
    public struct Synonym: Hashable, Sendable {
        /// The title as it stands.
        public let title: String
        /// The title as the format has it.
        public let meaning: String
    }

    /// The instances of the devices that have points, in ascending order.
    public var devices: [UInt32] { Array(Set(list.points.map(\.device))).sorted() }
}
