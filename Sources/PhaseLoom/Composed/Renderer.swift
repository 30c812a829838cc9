/// Turns a composed sequence into text for a reader or another program.
public protocol Renderer: Sendable {
    /// The name by which people ask for the format, such as `markdown`.
    var format: String { get }
    /// Writes a sequence, with one newline at the end.
    func render(_ sequence: ComposedSequence, for surface: Surface) -> String
}

/// What a rendered text is shown on.
public struct Surface: Hashable, Sendable {
    /// The columns that a line may take, at least 40.
    public let columns: Int
    /// Whether colours and weights may be used.
    public let isStyled: Bool

    /// Describes a surface.
    ///
    /// - Parameters:
    ///   - columns: the width in columns; below 40 counts as 40.
    ///   - isStyled: whether it shows ANSI colours.
    public init(columns: Int = 80, isStyled: Bool = false) {
        self.columns = Swift.max(40, columns)
        self.isStyled = isStyled
    }
}
