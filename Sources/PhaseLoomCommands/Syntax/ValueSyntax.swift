/// What an option or argument takes.
struct ValueSyntax: Sendable {
    let placeholder: String
    let kind: Kind

    init(_ placeholder: String, _ kind: Kind) {
        self.placeholder = placeholder
        self.kind = kind
    }

    /// The kinds of values; the closed ones are checked while parsing and completed in shells.
    enum Kind: Hashable, Sendable, CaseIterable {
        /// Anything.
        case text
        /// The path of a file, or `-`.
        case file
        /// The path of a directory.
        case directory
        /// A format of the program's renderers.
        case format
        /// An outline under whose headings sequences are shown.
        case view
        /// A base sequence of the catalogue.
        case base
        /// A command of the program.
        case command
        /// A shell for which there are completions.
        case shell
        /// An overlay with options.
        case overlay
        /// Overlays with options, separated by commas.
        case overlayList
        /// Yes or no.
        case answer
        /// Where an engagement stands.
        case state
        /// What happens to a change order.
        case orderAction
        /// A format in which a log goes to other programs.
        case logFormat
        /// A collector of the catalogue.
        case collector
    }
}

/// An argument of a command that stands by its place, such as `OVERLAY`.
struct ArgumentSyntax: Sendable {
    let value: ValueSyntax
    /// What it is; empty when that needs no saying.
    let help: String
    var isRequired = false
    /// Whether the rest of the arguments belong to it as well.
    var isRepeatable = false

    /// The argument as help lists it, such as `[OVERLAY...]`.
    var signature: String {
        let name = value.placeholder + (isRepeatable ? "..." : "")
        return isRequired ? name : "[\(name)]"
    }
}
