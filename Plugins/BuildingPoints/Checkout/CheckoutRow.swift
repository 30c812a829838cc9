/// A point of a checkout: what it should show, what its ends showed, and what the tester noted.
public struct CheckoutRow: Hashable, Sendable {
    /// The point that values come from.
    public var source: PointReference
    /// The point that they go to.
    public var target: PointReference
    /// How a value of the source becomes one of the target.
    public var conversion: LinearConversion
    /// The units that the source should have; empty when nobody says.
    public var sourceUnits: String
    /// The units that the target should have; empty when nobody says.
    public var targetUnits: String
    /// What the point should show, and at which end.
    public var expectation: CheckoutExpectation
    /// What the source showed; `nil` as long as nobody looked.
    public var sourceReading: CheckoutReading?
    /// What the target showed; `nil` as long as nobody looked.
    public var targetReading: CheckoutReading?
    /// The initials of who checked it; empty for nobody yet.
    public var tester: String
    /// What the tester found wrong; empty for nothing.
    public var deficiency: String
    /// What else was noted; empty for nothing.
    public var remark: String

    /// Makes a row of a point that was not read yet.
    ///
    /// - Parameters:
    ///   - source: the point that values come from.
    ///   - target: the point that they go to.
    ///   - conversion: how a value of the source becomes one of the target.
    ///   - expectation: what it should show.
    public init(
        source: PointReference, target: PointReference, conversion: LinearConversion = .identity,
        expectation: CheckoutExpectation = CheckoutExpectation()
    ) {
        self.source = source
        self.target = target
        self.conversion = conversion
        self.expectation = expectation
        sourceUnits = ""
        targetUnits = ""
        tester = ""
        deficiency = ""
        remark = ""
    }

    /// The result: that of the gravest deficiency.
    ///
    /// - Complexity: O(*n*) in the length of the texts.
    public var result: CheckoutResult {
        let found = deficiencies.map(\.kind.result)
        return CheckoutResult.allCases.first { found.contains($0) } ?? .agrees
    }

    /// The ends that are on a network, and what they showed.
    var ends: [(reference: PointReference, units: String, reading: CheckoutReading?)] {
        [(source, sourceUnits, sourceReading), (target, targetUnits, targetReading)].filter { $0.0.isOnNetwork }
    }

    /// What stays the same from one check to the next as long as nobody changes the design.
    var design: CheckoutRow {
        var row = CheckoutRow(source: source, target: target, conversion: conversion, expectation: expectation)
        row.sourceUnits = sourceUnits
        row.targetUnits = targetUnits
        return row
    }
}

extension PointReference {
    /// Whether the point can be read over a network of the building.
    public var isOnNetwork: Bool {
        if case .tag = self { false } else { true }
    }
}
