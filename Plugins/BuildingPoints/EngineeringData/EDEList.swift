/// An engineering data exchange list: the points of BACnet devices as planners hand them over.
///
/// The layout is that of the EDE format 2.2 and 2.3 of the BACnet Interest Group Europe: a table of points, and side
/// tables of state texts, object types and units.
public struct EDEList: Hashable, Sendable {
    /// The name of the project.
    public var project: String
    /// The version of the list, as its author counts.
    public var version: String
    /// When it was changed last, as its author wrote it: dates come in many forms and languages.
    public var lastChange: String
    /// Who changed it last.
    public var author: String
    /// The version of the layout, such as `2.3`.
    public var layout: String
    /// The points in their order.
    public var points: [EDEPoint]
    /// The titles of columns that the format does not have, in their order.
    public var extraColumns: [String]
    /// The texts of states by reference number, in ascending order.
    public var stateTexts: [EDEStateText]
    /// The names of proprietary object types, in ascending order of numbers.
    public var objectTypes: [EDEName]
    /// The names of units, in ascending order of codes.
    public var units: [EDEName]

    /// Makes a list of its parts.
    public init(project: String = "", layout: String = "2.3", points: [EDEPoint] = []) {
        self.project = project
        version = ""
        lastChange = ""
        author = ""
        self.layout = layout
        self.points = points
        extraColumns = []
        stateTexts = []
        objectTypes = []
        units = []
    }
}

/// The texts of a reference number: from state 1, or inactive and active.
public struct EDEStateText: Hashable, Sendable {
    /// The number that points refer to.
    public var reference: UInt32
    /// The texts in their order.
    public var texts: [String]

    /// Makes texts of a reference number.
    public init(reference: UInt32, texts: [String]) {
        self.reference = reference
        self.texts = texts
    }
}

/// The name of a number: of an object type, or of a unit.
public struct EDEName: Hashable, Sendable {
    /// The number.
    public var number: UInt32
    /// Its name.
    public var name: String

    /// Makes a name of a number.
    public init(number: UInt32, name: String) {
        self.number = number
        self.name = name
    }
}
