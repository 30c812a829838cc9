import BuildingPoints
import Modbus
import PhaseLoomTesting
import Testing

/// The law of these tests: nothing comes back further off than was told, and something comes nearly that far off.
@Suite struct RegisterRoundTripTests {
    private func point(_ type: RegisterType, _ scale: Double = 1) -> RegisterPoint {
        var point = RegisterPoint("x", .holdingRegisters, 0, type)
        point.order = .big
        point.conversion = LinearConversion(scale: scale) ?? .identity
        return point
    }

    @Test(
        arguments: [
            (.int16, 0.1, 1, 0, -40...60, 0.05), (.int16, 0.1, 1.8, 32, -40...60, 0.0277777777777778),
            (.uint32, 1, 1_000, 0, 0...4_000_000, 0.0005), (.float32, 1, 1, 0, 0...100, 0.00000762939453125),
            (.bcd, 1, 1, 0, 0...9_999, 0.5), (.float64, 1, 1.8, 32, -40...60, 0),
        ] as [(RegisterType, Double, Double, Double, ClosedRange<Double>, Double)])
    func `Values come back within what was told`(
        type: RegisterType, scale: Double, factor: Double, addend: Double, range: ClosedRange<Double>, worst: Double
    ) throws {
        let point = point(type, scale)
        let conversion = try #require(LinearConversion(scale: factor, offset: addend))
        let told = try #require(point.worstRoundTrip(of: conversion, over: range))
        #expect((told - worst).magnitude <= 1e-14)
        var generator = SeededGenerator(seed: 9)
        var furthest = 0.0
        for _ in 0..<2_000 {
            let value = Double.random(in: range, using: &generator)
            let registers = try point.registers(
                for: .real(conversion.target(of: value)), tolerance: .greatestFiniteMagnitude)
            let back = conversion.source(of: try #require(point.value(of: registers).value?.number))
            furthest = max(furthest, (back - value).magnitude)
        }
        #expect(furthest <= told + 1e-8 * told + 1e-12)
        #expect(furthest >= told * 0.9)
    }

    @Test func `What does not fit, and what is no number, has no distance`() {
        #expect(point(.int16, 0.1).worstRoundTrip(over: 0...3_277) == nil)
        #expect(point(.uint16).worstRoundTrip(over: -1...5) == nil)
        #expect(point(.float32).worstRoundTrip(over: 0...1e39) == nil)
        var scaled = point(.int16)
        scaled.scaleFactor = 1
        #expect(scaled.worstRoundTrip(over: 0...1) == nil)
        #expect(point(.text).worstRoundTrip(over: 0...1) == nil)
        #expect(point(.bits).worstRoundTrip(over: 0...1) == nil)
    }
}
