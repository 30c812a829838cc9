/// Static pages that print: no scripts, nothing loaded from elsewhere, text escaped.
enum HTMLText {
    /// The text with everything escaped that HTML and XML would take for markup, and without control characters.
    static func escaped(_ text: String) -> String {
        var result = ""
        result.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "'": result += "&#39;"
            case "\t", "\n": result += " "
            default:
                result.unicodeScalars.append(
                    scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) ? "\u{FFFD}" : scalar)
            }
        }
        return result
    }

    /// A whole page.
    static func page(title: String, language: String = "en", _ body: String) -> String {
        """
        <!DOCTYPE html>
        <html lang="\(language)">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>\(escaped(title))</title>
        <style>
        \(style)
        </style>
        </head>
        <body>
        <h1>\(escaped(title))</h1>
        \(body)</body>
        </html>

        """
    }

    /// A table with a caption and a header that repeats on every printed page.
    ///
    /// - Parameters:
    ///   - caption: what the table shows, as text.
    ///   - columns: the titles of the columns; a number column stands to the right.
    ///   - rows: the cells as text, each row with a class of the style sheet or an empty one.
    /// - Returns: the table as HTML.
    static func table(
        _ caption: String, _ columns: [(title: String, isNumber: Bool)], _ rows: [(style: String, cells: [String])]
    ) -> String {
        var html = "<table>\n<caption>\(escaped(caption))</caption>\n<thead><tr>"
        for column in columns {
            html += "<th scope=\"col\"\(column.isNumber ? number : "")>\(escaped(column.title))</th>"
        }
        html += "</tr></thead>\n<tbody>\n"
        for row in rows {
            html += row.style.isEmpty ? "<tr>" : "<tr class=\"\(row.style)\">"
            for (column, cell) in zip(columns, row.cells) {
                html += "<td\(column.isNumber ? number : "")>\(escaped(cell))</td>"
            }
            html += "</tr>\n"
        }
        return html + "</tbody>\n</table>\n"
    }

    private static let number = " class=\"number\""

    private static let style = """
        body { font: 14px/1.45 system-ui, sans-serif; color: #1b1f24; background: #fff; margin: 2rem; }
        h1 { font-size: 1.5rem; } h2 { font-size: 1.15rem; margin-top: 2rem; }
        dl { display: grid; grid-template-columns: max-content auto; gap: .1rem 1rem; }
        dt { color: #57606a; } dd { margin: 0; }
        table { border-collapse: collapse; width: 100%; margin: 1rem 0; }
        caption { text-align: left; font-weight: 600; padding: .3rem 0; }
        th, td { border-bottom: 1px solid #d0d7de; padding: .25rem .5rem; text-align: left; vertical-align: top;
        overflow-wrap: anywhere; }
        thead th { border-bottom: 2px solid #57606a; }
        .number { text-align: right; font-variant-numeric: tabular-nums; }
        tr.fail td { background: #ffebe9; } tr.warn td { background: #fff8c5; }
        svg { max-width: 100%; height: auto; }
        @media print {
        body { margin: 0; font-size: 10px; } thead { display: table-header-group; }
        tr, svg { break-inside: avoid; } h2 { break-after: avoid; } @page { size: A4 landscape; margin: 12mm; }
        }
        """
}
