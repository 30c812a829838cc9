import PhaseLoom

/// A line of hexadecimal digits.
struct HexLine {
    /// What stands there, without the blanks around it.
    let text: [UInt8]
    /// Whether more stood there than is read.
    let isCut: Bool
}

/// Cuts pieces of a file into lines, and keeps no more of a line than a message can have.
struct HexLines {
    /// The most octets of a message: more than any datagram has.
    static let sizeLimit = 65_535

    private var line: [UInt8] = []
    private var isCut = false
    private var isOpen = false
    private var isFirst = true
    /// What programs of Windows put before a text.
    private static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]

    /// Takes a piece, and hands on the lines that end in it.
    mutating func take(_ piece: [UInt8], _ body: (HexLine) throws -> Void) throws {
        for byte in piece {
            if byte == UInt8(ascii: "\n") {
                try finish(body)
            } else {
                isOpen = true
                if line.count <= 2 * Self.sizeLimit { line.append(byte) } else { isCut = true }
            }
        }
    }

    /// Hands on the last line, if it has no end of its own.
    mutating func end(_ body: (HexLine) throws -> Void) throws {
        if isOpen { try finish(body) }
    }

    private mutating func finish(_ body: (HexLine) throws -> Void) throws {
        let blanks: [UInt8] = [UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r")]
        if isFirst, line.starts(with: Self.mark) { line.removeFirst(Self.mark.count) }
        isFirst = false
        let text = line.drop { blanks.contains($0) }
        let end = text.lastIndex { !blanks.contains($0) }
        try body(HexLine(text: end.map { Array(text[...$0]) } ?? [], isCut: isCut))
        line.removeAll(keepingCapacity: true)
        isCut = false
        isOpen = false
    }
}

extension HexLine {
    /// What is wrong with a line that is no hexadecimal number of whole octets.
    struct Fault: Error {
        let message: String
        /// The place of the character at which it shows, in octets of the message.
        let offset: Int
    }

    /// The octets that the digits stand for.
    ///
    /// - Throws: ``Fault`` for characters that are no digits, an odd number of digits, and too many of them.
    func octets() throws(Fault) -> [UInt8] {
        guard !isCut, text.count <= 2 * HexLines.sizeLimit else {
            throw Fault(message: "the message has more than \(HexLines.sizeLimit) octets", offset: HexLines.sizeLimit)
        }
        var octets: [UInt8] = []
        octets.reserveCapacity(text.count / 2)
        var high: UInt8?
        for (place, character) in text.enumerated() {
            guard let digit = Self.digit(character) else {
                let isSign = [UInt8(ascii: " "), UInt8(ascii: ":"), UInt8(ascii: "-")].contains(character)
                throw Fault(
                    message: "'\(Character(Unicode.Scalar(character)))' is no hexadecimal digit"
                        + (isSign ? ": write the octets without anything between them" : ""), offset: place / 2)
            }
            if let first = high {
                octets.append(first << 4 | digit)
                high = nil
            } else {
                high = digit
            }
        }
        guard high == nil else {
            throw Fault(message: "the number of digits is odd: an octet has two", offset: text.count / 2)
        }
        return octets
    }

    private static func digit(_ character: UInt8) -> UInt8? {
        switch character {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): character - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): character - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): character - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}
