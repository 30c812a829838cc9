/// Takes a line of a script apart into words, as a shell does.
enum ScriptWords {
    /// The words of a line without its comment; `nil` when it ends with a backslash and so goes on.
    ///
    /// - Throws: ``InvalidScript`` when a quote is not closed.
    static func split(_ line: String, line number: Int) throws(InvalidScript) -> [String]? {
        var words: [String] = []
        var word: String?
        var quote: Character?
        var isEscaped = false
        for character in line {
            if isEscaped {
                isEscaped = false
                // A line end after a backslash goes without a trace; in quotes only some characters need one.
                if character == "\n" { continue }
                if quote == "\"", character != "\"", character != "\\" { word = (word ?? "") + "\\" }
                word = (word ?? "") + String(character)
            } else if character == "\\", quote != "'" {
                isEscaped = true
            } else if character == quote {
                quote = nil
            } else if quote != nil {
                word = (word ?? "") + String(character)
            } else if character == "'" || character == "\"" {
                quote = character
                word = word ?? ""
            } else if character == " " || character == "\t" {
                if let whole = word { words.append(whole) }
                word = nil
            } else if character == "#", word == nil {
                return words
            } else {
                word = (word ?? "") + String(character)
            }
        }
        if isEscaped { return nil }
        if let quote { throw InvalidScript(line: number, "the quote \(quote) is not closed") }
        return words + (word.map { [$0] } ?? [])
    }
}
