import BuildingPoints
import Testing

@Suite struct CheckoutPlanTests {
    private static let matrix = """
        source,target,scale,offset,source-units,target-units
        "bacnet:1201/analog-input,1",tag:sat,1.8,32,°C,°F
        "bacnet:1201/binary-input,2",tag:run,,,,
        modbus:gw/3/holding-registers/10,"bacnet:1201/analog-value,9",,,kW,

        """

    private func plan(_ matrix: String = matrix, _ expected: String? = nil) -> CheckoutPlan {
        let expectations = expected.map { CheckoutExpectations.read(Array($0.utf8), file: "expected.csv") }
        return CheckoutPlan(IntegrationMatrix.read(Array(matrix.utf8), file: "matrix.csv"), expectations ?? .none)
    }

    @Test func `every row of the matrix is a point, and each line of the list belongs to one`() {
        let plan = plan(
            Self.matrix,
            """
            point;expected;tolerance;units;state text;tester;remark
            bacnet:1201/analog-input,1;20,5;0,5;degC;;AL;first floor
            tag:run;active;;;Running;;
            bacnet:1201/analog-value,9;12;;kW;;;
            """)
        #expect(plan.problems.map(\.text) == [])
        #expect(
            plan.rows.map { $0.source.description } == [
                "bacnet:1201/analog-input,1", "bacnet:1201/binary-input,2", "modbus:gw/3/holding-registers/10",
            ])
        let first = CheckoutExpectation("20.5", tolerance: 0.5)
        #expect(plan.rows.first?.expectation == first)
        #expect(plan.rows.map(\.expectation.end) == [.source, .target, .target])
        #expect(plan.rows.map(\.expectation.stateText) == ["", "Running", ""])
        #expect(plan.rows.map(\.sourceUnits) == ["°C", "", "kW"] && plan.rows.map(\.targetUnits) == ["°F", "", "kW"])
        #expect(plan.rows.map(\.tester) == ["AL", "", ""] && plan.rows.map(\.remark) == ["first floor", "", ""])
        #expect(plan.rows.map(\.conversion.offset) == [32, 0, 0])
        #expect(plan.rows.allSatisfy { $0.result == .unread })
    }

    @Test(arguments: ["nan", "inf", "-infinity", "0x1p3"])
    func `what no point can show is not expected`(value: String) {
        let plan = plan(Self.matrix, "point,expected,tolerance\ntag:run,\(value),1\n")
        #expect(plan.problems.count == 1)
        #expect(plan.problems.first?.text.contains("'\(value)' cannot stand in 'expected'") == true)
    }

    @Test func `the matrix may have the columns itself`() {
        let text = """
            source,target,expected,tolerance,state text
            "bacnet:1/analog-input,1",tag:a,20,1,
            "bacnet:1/multi-state-value,1",tag:b,,,Auto
            """
        let expectations = CheckoutExpectations.read(matrix: Array(text.utf8), file: "matrix.csv")
        let plan = CheckoutPlan(IntegrationMatrix.read(Array(text.utf8), file: "matrix.csv"), expectations)
        #expect(plan.problems.map(\.text) == [])
        #expect(plan.rows.map(\.expectation.value) == ["20", ""])
        #expect(plan.rows.map(\.expectation.stateText) == ["", "Auto"])
        #expect(CheckoutExpectations.read(matrix: Array(Self.matrix.utf8), file: "m").findings.isEmpty)
    }

    @Test(arguments: [
        ("point,expected\n\"bacnet:1201/analog-input,7\",1", "expected.csv:2:1: error unknown-point"),
        ("point,expected\ntag:run,1\ntag:run,2", "expected.csv:3:1: error double-point"),
        ("point,expected,tolerance\ntag:run,1,-1", "expected.csv:2:11: error bad-cell"),
        ("point,expected,tolerance\ntag:run,1,nan", "expected.csv:2:11: error bad-cell"),
        ("point,expected\nrun,1", "expected.csv:2:1: error bad-cell"),
        ("point,expected\n,1", "expected.csv:2:1: error bad-cell"),
        ("point,expected,tolerance\ntag:run,20,5,0,5", "expected.csv:2:14: error bad-cell"),
        ("name,expected\ntag:run,1", "expected.csv:1:1: error missing-column"),
        ("point,expected,expected\ntag:run,1,1", "expected.csv:1:16: error bad-cell"),
        ("point,units\n\"bacnet:1201/analog-input,1\",°F", "expected.csv:2:1: error units-disputed"),
        ("", "expected.csv: error missing-column"), ("point,expected\n\"tag:run,1", "expected.csv:2:1: error grammar"),
    ])
    func `a list that does not fit is told with its place`(expected: String, start: String) throws {
        let problems = plan(Self.matrix, expected).problems
        #expect(problems.first?.text.hasPrefix(start) == true, "\(problems.map(\.text))")
        #expect(problems.allSatisfy { !$0.hint.isEmpty })
    }

    @Test(arguments: [
        ("source,target\n\"bacnet:1/analog-input,1\",tag:a\n\"bacnet:1/analog-input,1\",tag:a", "double-point"),
        ("source,target\nbacnet:1,tag:a", "bad-cell"), ("source\ntag:a", "missing-column"), ("", "missing-column"),
        ("source,target,scale\ntag:a,tag:b,0", "bad-cell"),
    ])
    func `a row that nobody would check is a problem`(matrix: String, rule: String) {
        #expect(plan(matrix).problems.map(\.rule.id).contains(rule))
    }

    @Test func `one point may become several`() {
        let plan = plan("source,target\ntag:a,tag:b\ntag:a,tag:c\n", "point,expected\ntag:a,7")
        #expect(plan.problems.isEmpty && plan.rows.map(\.expectation.value) == ["7", "7"])
    }
}
