import BACnet
import SimulatedBuilding
import Testing

/// Expected values: ANSI/ASHRAE 135-2020, clauses 15.9, 15.10, 18 and 19.2.
@Suite struct DeviceWritingTests {
    @Test func `the highest of sixteen priorities holds, and null gives it back`() throws {
        var bench = try Bench()
        #expect(bench.values(.value, .presentValue) == [.real(20)])
        #expect(bench.write(.value, .presentValue, [.real(25)], priority: 12) == nil)
        #expect(bench.write(.value, .presentValue, [.real(28)], priority: 8) == nil)
        #expect(bench.write(.value, .presentValue, [.real(11)]) == nil)
        #expect(bench.values(.value, .presentValue) == [.real(28)])
        #expect(bench.values(.value, .currentCommandPriority) == [.unsigned(8)])
        #expect(bench.values(.value, .priorityArray, index: 16) == [.real(11)])
        #expect(bench.write(.value, .presentValue, [.null], priority: 8) == nil)
        #expect(bench.values(.value, .presentValue) == [.real(25)])
        for priority in [12, 16] as [UInt8] {
            #expect(bench.write(.value, .presentValue, [.null], priority: priority) == nil)
        }
        #expect(bench.values(.value, .presentValue) == [.real(20)])
        #expect(bench.values(.value, .currentCommandPriority) == [.null])
        #expect(bench.values(.value, .priorityArray) == Array(repeating: .null, count: 16))
    }

    @Test func `what an output gives up to is its relinquish default, also when that is written`() throws {
        var bench = try Bench()
        #expect(bench.write(.value, .relinquishDefault, [.real(22)]) == nil)
        #expect(bench.values(.value, .presentValue) == [.real(22)])
    }

    @Test(
        arguments: [
            (.absent, .presentValue, .real(1), nil, nil, ServiceError(.object, .unknownObject)),
            (.input, .priorityArray, .null, nil, nil, ServiceError(.property, .unknownProperty)),
            (.input, .presentValue, .real(1), nil, nil, ServiceError(.property, .writeAccessDenied)),
            (.input, .objectName, .characterString("x"), nil, nil, ServiceError(.property, .writeAccessDenied)),
            (.input, .propertyList, .enumerated(1), nil, nil, ServiceError(.property, .writeAccessDenied)),
            (.value, .priorityArray, .real(1), nil, 3, ServiceError(.property, .writeAccessDenied)),
            (.value, .presentValue, .real(1), 6, nil, ServiceError(.property, .writeAccessDenied)),
            (.value, .presentValue, .real(31), nil, nil, ServiceError(.property, .valueOutOfRange)),
            (.value, .presentValue, .real(.nan), nil, nil, ServiceError(.property, .valueOutOfRange)),
            (.value, .presentValue, .unsigned(20), nil, nil, ServiceError(.property, .invalidDataType)),
            (.value, .presentValue, .real(20), nil, 1, ServiceError(.property, .propertyIsNotAnArray)),
            (.value, .covIncrement, .real(-1), nil, nil, ServiceError(.property, .valueOutOfRange)),
            (.states, .presentValue, .unsigned(0), nil, nil, ServiceError(.property, .valueOutOfRange)),
            (.states, .presentValue, .unsigned(3), nil, nil, ServiceError(.property, .valueOutOfRange)),
            (.output, .presentValue, .enumerated(2), nil, nil, ServiceError(.property, .valueOutOfRange)),
            (.output, .presentValue, .boolean(true), nil, nil, ServiceError(.property, .invalidDataType)),
            (.output, .outOfService, .enumerated(1), nil, nil, ServiceError(.property, .invalidDataType)),
        ] as [(ObjectIdentifier, PropertyIdentifier, BACnetValue, UInt8?, UInt32?, ServiceError)])
    func `what cannot be written has the error of the standard, and stays`(
        object: ObjectIdentifier, property: PropertyIdentifier, value: BACnetValue, priority: UInt8?, index: UInt32?,
        error: ServiceError
    ) throws {
        var bench = try Bench()
        let before = bench.values(object, property)
        #expect(bench.write(object, property, [value], priority: priority, index: index) == error)
        #expect(bench.values(object, property) == before)
    }

    @Test func `two values are none for one property`() throws {
        var bench = try Bench()
        let error = ServiceError(.property, .invalidDataType)
        #expect(bench.write(.value, .presentValue, [.real(20), .real(21)]) == error)
        #expect(bench.write(.input, .outOfService, []) == error)
    }

    @Test func `an input is written while it is out of service, and tells so`() throws {
        var bench = try Bench()
        #expect(bench.write(.input, .outOfService, [.boolean(true)]) == nil)
        #expect(bench.values(.input, .statusFlags) == [.bitString(BitString([false, false, false, true]))])
        #expect(bench.write(.input, .presentValue, [.real(33)]) == nil)
        #expect(bench.values(.input, .presentValue) == [.real(33)])
        // Relinquishing what has no priorities changes nothing and succeeds (clause 15.9.2).
        #expect(bench.write(.input, .presentValue, [.null]) == nil)
        #expect(bench.values(.input, .presentValue) == [.real(33)])
    }

    @Test func `several values are written up to the first that fails, which is named`() throws {
        var bench = try Bench()
        let present = PropertyReference(.presentValue)
        let request = WritePropertyMultipleRequest([
            .init(.value, [PropertyValue(present, [.real(24)], priority: 8)]),
            .init(.input, [PropertyValue(present, [.real(1)])]),
            .init(.output, [PropertyValue(present, [.enumerated(1)])]),
        ])
        let answer = try #require(bench.ask(.writePropertyMultiple(request)).first)
        // Error 16: error-type [0] {2, 40}, first-failed-write-attempt [1] {[0] analog-input 1, [1] present-value}.
        #expect(
            try answer.encode() == [
                0x50, 1, 16, 0x0E, 0x91, 2, 0x91, 40, 0x0F, 0x1E, 0x0C, 0, 0, 0, 1, 0x19, 85, 0x1F,
            ])
        #expect(bench.values(.value, .presentValue) == [.real(24)])
        #expect(bench.values(.output, .presentValue) == [.enumerated(0)])
        let whole = WritePropertyMultipleRequest([.init(.output, [PropertyValue(present, [.enumerated(1)])])])
        #expect(
            bench.ask(.writePropertyMultiple(whole)) == [.simpleAck(SimpleAck(.writePropertyMultiple, invokeID: 4))])
    }

    @Test func `the database revision changes with the objects and their names, and with nothing else`() throws {
        var bench = try Bench()
        #expect(bench.write(.value, .presentValue, [.real(25)]) == nil)
        #expect(bench.values(.device77, .databaseRevision) == [.unsigned(1)])
        bench.device[.absent] = SimulatedObject(.absent, "New")
        #expect(bench.values(.device77, .databaseRevision) == [.unsigned(2)])
        #expect(bench.values(.device77, .objectList).last == .objectIdentifier(.absent))
        bench.device[.absent] = nil
        #expect(bench.values(.device77, .databaseRevision) == [.unsigned(3)])
        bench.device[.value]?.writable.insert(.objectName)
        #expect(bench.write(.value, .objectName, [.characterString("Other")]) == nil)
        #expect(bench.values(.device77, .databaseRevision) == [.unsigned(4)])
    }
}
