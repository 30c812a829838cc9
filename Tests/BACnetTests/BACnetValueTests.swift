import Testing

@testable import BACnet

@Suite struct BACnetValueTests {
    /// The row called *double NaN* holds the octets of a text; its note shows that the source was cut wrongly.
    @Test(arguments: BACnetFixtures.primitives)
    func `every vector is read and written back to the same octets`(row: BACnetFixtures.Row) throws {
        var octets: [UInt8] = []
        for value in try BACnetValue.decode(row.octets) { try value.encode(into: &octets) }
        #expect(octets == row.octets)
    }

    @Test(arguments: [
        ("00", BACnetValue.null), ("11", .boolean(true)), ("21ff", .unsigned(255)), ("2301f651", .unsigned(128_593)),
        ("250604a8b0722120", .unsigned(5_122_561_286_432)), ("317f", .signed(127)), ("32ff01", .signed(-255)),
        ("44c0490625", .real(-3.141)), ("55084008000000000000", .double(3)), ("9105", .enumerated(5)),
        ("650b48656c6c6f20576f726c64", .octetString(Array("Hello World".utf8))),
        ("8205c0", .bitString(BitString([true, true, false]))), ("0900", .context(0, [0])),
        ("fe214440dccccdff21", .constructed(33, [.real(6.9)])), ("a4ffffffff", .date(.unspecified)),
        ("b4ffffffff", .time(.unspecified)),
    ])
    func `a value has its meaning`(hex: String, value: BACnetValue) throws {
        #expect(try BACnetValue.decode(BACnetFixtures.octets(hex)) == [value])
    }

    @Test func `a date keeps its pattern`() throws {
        guard case .date(let date)? = try BACnetValue.decode(BACnetFixtures.octets("a47a0e2105")).first else {
            Issue.record("no date")
            return
        }
        #expect(date.year == 2022)
        #expect(date.month == .even)
        #expect(date.day == .odd)
        #expect(date.weekday == 5)
    }

    @Test(arguments: [
        ("43000000", BACnetFault.Code.wrongLength), ("12", .wrongValue), ("f900", .truncated), ("ff", .trailing),
        ("75ffffffffff", .truncated), ("8109", .wrongValue), ("d0", .wrongTag), ("2e", .truncated), ("0f", .trailing),
    ])
    func `what is no value is refused`(hex: String, code: BACnetFault.Code) {
        let fault = #expect(throws: BACnetFault.self) { try BACnetValue.decode(BACnetFixtures.octets(hex)) }
        #expect(fault?.code == code)
    }

    @Test func `a value behind a context tag is read when the type is known`() throws {
        for value: BACnetValue in [.boolean(true), .signed(-129), .characterString("Süd"), .double(1.5), .null] {
            #expect(try value.tagged(7).interpreted(as: try #require(value.primitiveType)) == value)
        }
    }
}
