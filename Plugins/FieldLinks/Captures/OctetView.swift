/// Octets that are read at any place without leaving their bounds.
struct OctetView: Sendable {
    private let octets: ArraySlice<UInt8>
    /// Whether numbers have their lowest octet first.
    let isLittleEndian: Bool

    init(_ octets: ArraySlice<UInt8>, isLittleEndian: Bool = false) {
        self.octets = octets
        self.isLittleEndian = isLittleEndian
    }

    init(_ octets: [UInt8], isLittleEndian: Bool = false) { self.init(octets[...], isLittleEndian: isLittleEndian) }

    var count: Int { octets.count }
    var array: [UInt8] { Array(octets) }

    subscript(place: Int) -> UInt8? {
        0 <= place && place < octets.count ? octets[octets.startIndex + place] : nil
    }

    /// The number that some octets at a place say, at most four of them.
    func number(at place: Int, octets count: Int) -> Int? {
        guard 0 <= place, 0 <= count, count <= 4, place <= octets.count - count else { return nil }
        var number = 0
        for index in 0..<count {
            let octet = octets[octets.startIndex + place + (isLittleEndian ? count - 1 - index : index)]
            number = number << 8 | Int(octet)
        }
        return number
    }

    /// Some octets from a place on; `nil` when there are not as many.
    func view(from place: Int, count: Int) -> OctetView? {
        guard 0 <= place, 0 <= count, place <= octets.count, count <= octets.count - place else { return nil }
        let start = octets.startIndex + place
        return OctetView(octets[start..<start + count], isLittleEndian: isLittleEndian)
    }

    /// All octets from a place on; `nil` when the place is beyond the end.
    func view(from place: Int) -> OctetView? { view(from: place, count: octets.count - place) }

    /// The same octets, with their numbers in an order.
    func ordered(littleEndian isLittleEndian: Bool) -> OctetView {
        OctetView(octets, isLittleEndian: isLittleEndian)
    }
}
