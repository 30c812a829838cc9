import PhaseLoom

struct FileError: Error, CustomStringConvertible { var description: String }
enum OverlayFile {
    static func read(_ bytes: [UInt8], from file: String) throws(FileError) -> DeclarativeOverlay {
        throw FileError(description: "\(file): no reader")
    }
    static func write(_ overlay: some Overlay) -> String { overlay.identity.id.text + "\n" }
}
enum ResolutionsFile {
    static func read(_ bytes: [UInt8], from file: String) throws(FileError) -> [Resolution] { [] }
}
struct SequenceJSON: Renderer {
    let format = "json"
    func render(_ sequence: ComposedSequence, for surface: Surface) -> String { "{}\n" }
}
struct TextRenderer: Renderer {
    let format = "text"
    func render(_ sequence: ComposedSequence, for surface: Surface) -> String { "text\n" }
}
struct MarkdownRenderer: Renderer {
    let format = "markdown"
    func render(_ sequence: ComposedSequence, for surface: Surface) -> String { "text\n" }
}
struct MermaidRenderer: Renderer {
    let format = "mermaid"
    func render(_ sequence: ComposedSequence, for surface: Surface) -> String { "text\n" }
}
struct DOTRenderer: Renderer {
    let format = "dot"
    func render(_ sequence: ComposedSequence, for surface: Surface) -> String { "text\n" }
}
enum ConflictsJSON { static func write(_ report: ConflictReport) -> String { "{}\n" } }
enum CatalogueJSON { static func write(_ catalogue: Catalogue) -> String { "{}\n" } }
enum FindingsJSON { static func write(_ sequence: ComposedSequence) -> String { "{}\n" } }
enum ConflictText { static func render(_ report: ConflictReport, for surface: Surface) -> String { "conflict\n" } }
enum FindingText { static func render(_ findings: [Finding], for surface: Surface) -> String { "findings\n" } }
