/// A text file with its character set found out: UTF-8 with or without a mark, otherwise ISO 8859-1.
struct FileText {
    /// The text in UTF-8, without a byte order mark.
    let bytes: [UInt8]
    /// The character set that the file came in.
    let encoding: TextEncoding

    init(_ file: [UInt8]) {
        let hasMark = file.starts(with: [0xEF, 0xBB, 0xBF])
        let content = hasMark ? Array(file.dropFirst(3)) : file
        if String(validating: content, as: UTF8.self) != nil {
            bytes = content
            encoding = hasMark ? .utf8WithMark : .utf8
        } else {
            // Each octet of ISO 8859-1 is the Unicode scalar of its number, so lines and columns stay where they are.
            bytes = content.flatMap { $0 < 0x80 ? [$0] : [0xC0 | $0 >> 6, 0x80 | $0 & 0x3F] }
            encoding = .latin1
        }
    }
}

/// The character set of a point list's file.
public enum TextEncoding: String, Hashable, Sendable, CaseIterable {
    /// UTF-8.
    case utf8 = "utf-8"
    /// UTF-8 behind a byte order mark, as spreadsheets save it.
    case utf8WithMark = "utf-8-bom"
    /// ISO 8859-1, taken where a file is not valid UTF-8.
    case latin1 = "iso-8859-1"
}
