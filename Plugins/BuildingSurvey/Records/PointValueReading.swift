import BACnet
import BuildingPoints
import PhaseLoom

extension PointValue {
    /// Makes a value of what a property holds: one value, or the elements of a list with a space between them.
    ///
    /// A single-precision number becomes the shortest decimal that gives it back, so that 20.1 stays 20.1.
    init(_ values: [BACnetValue]) {
        guard values.count == 1, let value = values.first else {
            self = .other(values.map { PointValue($0).text }.joined(separator: " "))
            return
        }
        self.init(value)
    }

    private init(_ value: BACnetValue) {
        self =
            switch value {
            case .null: .null
            case .boolean(let flag): .boolean(flag)
            case .unsigned(let number): .unsigned(number)
            case .signed(let number): .signed(number)
            case .real(let number): .real(Double("\(number)") ?? Double(number))
            case .double(let number): .real(number)
            case .characterString(let text): .text(text.text)
            case .bitString(let bits): .bits(bits.bits)
            case .enumerated(let number): .enumerated(number)
            case .date(let date): .other("\(date)")
            case .time(let time): .other("\(time)")
            case .objectIdentifier(let object): .other("\(object)")
            case .octetString, .context, .constructed: .other(String(decoding: value.json.compactBytes, as: UTF8.self))
            }
    }
}
