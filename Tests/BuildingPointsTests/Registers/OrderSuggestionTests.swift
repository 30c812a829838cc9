import BuildingPoints
import Modbus
import Testing

/// Expected values: registers that users of other programs asked about, and the arithmetic of IEEE 754.
@Suite struct OrderSuggestionTests {
    @Test(
        arguments: [
            ([0x41A0, 0xCCCD], .float32, nil, [.big]), ([0xCCCD, 0x41A0], .float32, nil, [.wordSwapped]),
            ([0x8EBF, 0x7B14], .float32, -2...0, [.byteSwapped]), ([0x0000, 0xC842], .float32, 0...500, [.little]),
            ([0xFFFE, 0x1DC0], .int32, nil, [.big, .byteSwapped]),
            ([0x1DC0, 0xFFFE], .int32, -200_000...0, [.wordSwapped]),
            ([0, 7], .uint32, nil, [.big, .byteSwapped]), ([7, 0], .uint32, nil, [.wordSwapped, .little]),
            ([0, 0], .uint32, nil, ModbusOrder.allCases), ([0, 0, 0, 7], .uint64, nil, [.big, .byteSwapped]),
            ([0, 0, 0, 0x0700], .uint64, 7...7, [.byteSwapped]),
            ([0x7FC0, 0x7FC0], .float32, 0...1, []),
        ] as [([UInt16], RegisterType, ClosedRange<Double>?, [ModbusOrder])])
    func `The orders that give plausible values are told`(
        registers: [UInt16], type: RegisterType, range: ClosedRange<Double>?, orders: [ModbusOrder]
    ) {
        let suggestion = OrderSuggestion([registers], as: type, range: range)
        #expect(suggestion.plausible == orders, "\(suggestion.text)")
        #expect(suggestion.candidates.map(\.order) == ModbusOrder.allCases)
    }

    @Test func `Each objection says what speaks against an order`() throws {
        let float = OrderSuggestion([[0xCCCD, 0x41A0]], as: .float32, range: 0...50)
        #expect(float.candidates[0].objection == .outOfRange)
        #expect(float.candidates[1].values == [.real(20.1)])
        #expect(float.text.contains("CDAB reads 20.1;"))
        #expect(OrderSuggestion([[0, 1]], as: .float32).candidates[0].objection == .denormal)
        #expect(OrderSuggestion([[0x7F80, 0]], as: .float32).candidates[0].objection == .noNumber)
        #expect(OrderSuggestion([[0x7000, 0]], as: .float32).candidates[0].objection == .extremeExponent)
        #expect(OrderSuggestion([[0, 7]], as: .uint32).candidates[1].objection == .muchLarger)
        #expect(float.finding(subject: "x").rule.id == "suggested-order")
        #expect(float.finding(subject: "x").hint.contains("'CDAB'"))
    }

    /// An addend makes a plausible value out of any tiny number.
    @Test func `What stands in the registers is judged, not what a conversion makes of it`() throws {
        let offset = try #require(LinearConversion(scale: 1, offset: 20))
        let suggestion = OrderSuggestion([[0xCCCD, 0x41A0]], as: .float32, conversion: offset)
        #expect(suggestion.plausible == [.wordSwapped], "\(suggestion.text)")
        #expect(OrderSuggestion([[0, 1]], as: .float32, conversion: offset).candidates[0].objection == .denormal)
    }

    @Test func `Points of any type that takes several registers have their orders`() {
        var decimals = RegisterPoint("x", .holdingRegisters, 0, .bcd)
        decimals.count = 2
        #expect(OrderSuggestion([[0x0000, 0x12A4]], of: decimals).plausible == [])
        #expect(OrderSuggestion([[0x0000, 0x1234]], of: decimals, range: 0...2_000).plausible == [.big])
        var flags = RegisterPoint("x", .holdingRegisters, 0, .bits)
        flags.count = 2
        #expect(OrderSuggestion([[1, 0]], of: flags).plausible == ModbusOrder.allCases)
        flags.type = .text
        #expect(OrderSuggestion([[1, 0]], of: flags).candidates.isEmpty)
    }

    @Test func `An inventory tells of the points whose order nobody stated`() throws {
        var unit = InventoryUnit(endpoint: "gw", unit: 5)
        let points: [(String, [UInt16], ModbusOrder?)] = [
            ("flow", [0xCCCD, 0x41A0], nil), ("level", [0xCCCD, 0x41A0], .big), ("unread", [], nil),
        ]
        unit.registers = points.map { name, raw, order in
            var register = InventoryRegister(RegisterPoint(name, .holdingRegisters, 10, .float32))
            register.point.order = order
            register.raw = raw
            return register
        }
        let findings = PointInventory(units: [unit]).orderSuggestions
        let finding = try #require(findings.first)
        #expect(findings.count == 1 && finding.subject == "unit 5 at gw flow" && finding.rule.severity == .note)
        #expect(finding.message.contains("CDAB reads 20.1;") && finding.message.contains("(much-larger)"))
        #expect(finding.hint.hasPrefix("state 'CDAB' once the value was compared"))
        #expect(finding.evidence == [PointEvidence(object: "holding-registers 10", octets: [0xCC, 0xCD, 0x41, 0xA0])])
        #expect(
            OrderSuggestion([[0, 7]], as: .uint32).finding(subject: "x").hint.hasSuffix("'ABCD', 'BADC' are plausible"))
    }

    @Test func `More samples leave fewer orders, and types without an order have none`() {
        let range = 0.0...70_000
        #expect(OrderSuggestion([[0, 0x0101]], as: .uint32, range: range).plausible == [.big, .byteSwapped])
        #expect(OrderSuggestion([[0, 0x0101], [1, 0x0102]], as: .uint32, range: range).plausible == [.big])
        for type in [RegisterType.uint16, .text, .bits, .bcd, .bit] {
            #expect(OrderSuggestion([[1]], as: type).candidates.isEmpty)
        }
        #expect(OrderSuggestion([], as: .uint32).plausible == [])
        #expect(OrderSuggestion([[1]], as: .uint32).plausible == [])
    }

    @Test(
        arguments: [
            ([100], [231], [7], [0], nil), ([231], [100], [7], [-1], "the map seems to count from 1"),
            (nil, [100], [231], [1], "the map seems to count one too low"), (nil, nil, nil, [], "see whether type"),
            ([230], [231], [0], [-1, 0], "several places fit"),
        ] as [([UInt16]?, [UInt16]?, [UInt16]?, [Int], String?)])
    func `Three places tell where a value is`(
        before: [UInt16]?, stated: [UInt16]?, after: [UInt16]?, fitting: [Int], hint: String?
    ) {
        var point = RegisterPoint("x", .holdingRegisters, 5, .int16)
        point.conversion = LinearConversion(scale: 0.1) ?? .identity
        let probe = AddressProbe(point, before: before, stated: stated, after: after, range: 20...25)
        #expect(probe.fitting == fitting)
        let finding = probe.finding(subject: "x")
        #expect((finding == nil) == (hint == nil))
        if let hint { #expect(finding?.hint.hasPrefix(hint) == true) }
        if before == nil { #expect(probe.text.hasPrefix("one before refused")) }
    }
}
