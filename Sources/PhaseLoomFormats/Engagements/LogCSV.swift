public import PhaseLoom

/// The log of an engagement as comma-separated values (RFC 4180) for spreadsheets.
///
/// Cells that a spreadsheet would take for formulas begin with an apostrophe, so that opening the file runs nothing.
/// What steers terminals or reorders text is replaced, since a log may be forged.
public enum LogCSV: Sendable {
    /// Writes a head and one row for each event, with lines ending in CR LF.
    ///
    /// - Parameter history: the events with the records that hold them.
    /// - Returns: the text, with a newline at the end.
    public static func write(_ history: [(event: Event, record: LogRecord)]) -> String {
        var text = row(["number", "time", "actor", "event", "phase", "details", "hash"])
        for (event, record) in history {
            text += row([
                String(event.number), event.time.description, event.actor, event.content.kind,
                event.content.phase?.text ?? "", event.content.words, record.hash.hexadecimal,
            ])
        }
        return text
    }

    /// One row of cells with its end.
    static func row(_ cells: [String]) -> String { cells.map(cell).joined(separator: ",") + "\r\n" }

    private static func cell(_ text: String) -> String {
        let text = printable(text)
        // Spreadsheets may drop what nobody sees before they look for a formula.
        let first = text.unicodeScalars.first { !$0.properties.isWhitespace && $0 != "\u{FFFD}" }
        let isFormula = [text.unicodeScalars.first, first].contains { $0.map(isFormulaStart) ?? false }
        let safe = isFormula ? "'" + text : text
        guard safe.unicodeScalars.contains(where: { "\",\r\n".unicodeScalars.contains($0) }) else { return safe }
        return "\"" + safe.replacing("\"", with: "\"\"") + "\""
    }

    private static func printable(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            let isKept = scalar.isPrintable || "\t\r\n".unicodeScalars.contains(scalar)
            result.unicodeScalars.append(isKept ? scalar : "\u{FFFD}")
        }
        return result
    }

    /// Whether spreadsheets evaluate what begins with a character; some also take full-width forms and line ends.
    private static func isFormulaStart(_ scalar: Unicode.Scalar) -> Bool {
        "=+-@\t\r\n＝＋－＠".unicodeScalars.contains(scalar)
    }
}
