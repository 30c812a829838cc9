import PhaseLoom

extension String {
    /// The text as one word of a POSIX shell, whatever it holds.
    var shellQuoted: String { "'" + escaping(["'": "'\\''"]) + "'" }

    /// The text as one word of fish, whatever it holds.
    var fishQuoted: String { "'" + escaping(["\\": "\\\\", "'": "\\'"]) + "'" }

    func escaping(_ replacements: [Character: String]) -> String {
        reduce(into: "") { $0 += replacements[$1] ?? String($1) }
    }

    /// The text as part of the name of a shell function.
    var functionName: String {
        String(map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "_" })
    }

    /// Whether the text can stand on a command line without quotes, so that completing it does any good.
    var isPlainWord: Bool {
        !isEmpty
            && unicodeScalars.allSatisfy { scalar in
                scalar.isPrintable && !scalar.properties.isWhitespace
                    && !"\\'\"`$&|;<>()[]{}*?!#~,:=".unicodeScalars.contains(scalar)
            }
    }
}

extension Vocabulary {
    /// The option names of an overlay that a shell can complete.
    func keys(of overlay: Overlay) -> [String] { overlay.options.filter(\.isPlainWord).map { $0 + "=" } }
}
