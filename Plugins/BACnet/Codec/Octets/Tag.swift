/// What stands before a value: whose number it has, and how long the value is.
///
/// Source: ANSI/ASHRAE 135-2020, clause 20.2.1.
struct Tag: Equatable {
    /// What a tag announces.
    enum Kind: UInt8 { case application, context, opening, closing }

    var kind: Kind
    /// The type for an application tag, else the number that the context gives, at most 254.
    var number: UInt8
    /// The octets of the value; of a boolean with an application tag, the value itself.
    var length: Int
    /// Where the tag starts.
    var offset: Int

    /// Whether it opens the number.
    func opens(_ number: UInt8) -> Bool { kind == .opening && self.number == number }
    /// Whether it closes the number.
    func closes(_ number: UInt8) -> Bool { kind == .closing && self.number == number }
}
