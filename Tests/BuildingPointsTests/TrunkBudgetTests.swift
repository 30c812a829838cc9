import BuildingPoints
import Modbus
import PhaseLoom
import Testing

/// Expected times are worked out by hand from the frames of the MODBUS specifications and of ANSI/ASHRAE 135, clause 9.
@Suite struct LineTimingTests {
    private func milliseconds(_ seconds: Double) -> Double { (seconds * 1e6).rounded() / 1000 }

    /// Octets of 10 bits at 9600 bit/s take 1.0417 ms: request 8.3 ms, answer 26.0 ms, silences 7.3 ms.
    @Test(arguments: [
        (9600, "8N1", 10, false, 41.667), (9600, "8N1", 125, false, 281.25), (19200, "8E1", 10, false, 22.917),
        (38400, "8N1", 10, false, 12.094), (9600, "8N1", 10, true, 22.917), (9600, "8N1", 2000, true, 281.25),
    ])
    func `A read on a line takes its octets and silences`(
        baud: Int, format: String, count: Int, bits: Bool, expected: Double
    ) throws {
        let line = SerialTiming(baud: baud, format: try #require(OctetFormat(format)))
        #expect(milliseconds(line.reading(count, bits: bits)) == expected)
    }

    @Test func `The silence is fixed above 19200 bits per second`() {
        #expect(milliseconds(SerialTiming(baud: 9600).silence) == 3.646)
        #expect(milliseconds(SerialTiming(baud: 19_200).silence) == 1.823)
        #expect(milliseconds(SerialTiming(baud: 115_200).silence) == 1.75)
        #expect(milliseconds(SerialTiming(baud: 9600).writing(10, bits: false)) == 45.833)
    }

    /// Thirty frames of 8 octets take 62.5 ms, thirty turn-arounds of 40 bits 31.25 ms.
    @Test func `A token takes its time to go round`() {
        let line = TokenTiming(baud: 38_400, masters: 30)
        #expect(milliseconds(line.rotation) == 93.75)
        let read = line.exchange(7, 14, frames: 1)
        #expect(1 / read < 10 && 1 / read > 8)
        #expect(line.exchange(7, 14, frames: 10) < read / 2)
    }

    /// 16 octets for each value of an answer, as in the example of ANSI/ASHRAE 135, F.3.7.
    @Test(arguments: [(480, 29), (1476, 92), (206, 12), (50, 2), (0, 1)])
    func `A message has room for its values`(maxAPDU: Int, values: Int) {
        #expect(PayloadSizes.values(in: maxAPDU) == values)
    }
}

@Suite struct PollBlockTests {
    private func blocks(_ addresses: [UInt16], _ type: RegisterType = .uint16, gap: Int, most: Int? = nil) -> [Range<
        Int
    >] {
        let points = addresses.map { address in
            var point = RegisterPoint("p", type == .bit ? .coils : .holdingRegisters, address, type)
            point.maxBlock = most
            return point
        }
        return PollBlock.blocks(of: points, gap: gap).map(\.addresses)
    }

    @Test(
        arguments: [
            ([0, 1, 2], 0, [0..<3]), ([2, 0, 1], 0, [0..<3]), ([0, 2], 0, [0..<1, 2..<3]), ([0, 2], 1, [0..<3]),
            ([0, 11], 10, [0..<12]), ([0, 12], 10, [0..<1, 12..<13]), ([0, 0], 0, [0..<1]), ([], 5, []),
            ([65_535], 5, [65_535..<65_536]),
        ] as [([UInt16], Int, [Range<Int>])])
    func `Registers are joined over gaps`(addresses: [UInt16], gap: Int, expected: [Range<Int>]) {
        #expect(blocks(addresses, gap: gap) == expected)
    }

    @Test func `A request has no more than it may`() {
        #expect(blocks((0..<130).map(UInt16.init), gap: 0) == [0..<125, 125..<130])
        #expect(blocks([0, 1, 2, 3], gap: 0, most: 2) == [0..<2, 2..<4])
        #expect(blocks([0, 1_999, 2_000], .bit, gap: 2_000) == [0..<2_000, 2_000..<2_001])
        #expect(blocks([0, 2], .float32, gap: 0) == [0..<4])
    }
}

@Suite struct TrunkBudgetTests {
    private func plan(_ rows: String) -> NetworkPlan {
        let header =
            "record,id,kind,baud,format,masters,info-frames,rate,delay-ms,name,trunk,instance,unit,max-apdu,cov-table,trend-rate,seconds\n"
        return NetworkPlan.read(Array((header + rows).utf8), file: "plan.csv")
    }

    private func matrix(_ rows: [String]) -> IntegrationMatrix {
        let text = "source;target;poll-class;poll-seconds;cov-lifetime\n" + rows.joined(separator: "\n")
        return IntegrationMatrix.read(Array(text.utf8), file: "matrix.csv")
    }

    private func budget(
        _ rows: String, _ points: [String], _ settings: BudgetSettings = BudgetSettings()
    ) -> TrunkBudget {
        TrunkBudget(IntegrationDesign(matrix: matrix(points), plan: plan(rows)), settings: settings)
    }

    private static let line = "trunk,r,modbus-rtu,9600,,,,,50,,,,,,,,\n"
    private static let mstp = "trunk,m,bacnet-mstp,38400,,30,,,0,,,,,,,,\ndevice,,,,,,,,,v,m,7,,480,,,\n"

    /// Ten registers take 41.7 ms on the line and 50 ms in the device.
    private func unit(_ unit: Int, every seconds: String) -> [String] {
        (0..<10).map { "modbus:r/\(unit)/holding-registers/\($0);tag:\(unit)-\($0);;\(seconds);" }
    }

    @Test func `Requests to all units of a line add up`() throws {
        let budget = budget(Self.line, unit(1, every: "1") + unit(2, every: "1") + unit(3, every: "2"))
        let load = try #require(budget.loads.first)
        #expect(load.requestsPerSecond == 2.5)
        #expect(try #require(load.load).isClose(to: 2.5 * (0.041_666_7 + 0.05)))
        #expect(load.parts.map(\.subject) == ["unit 1", "unit 2", "unit 3"])
        #expect(budget.findings == [])
        #expect(budget.largest == load.load)
    }

    @Test func `A line without reserve is told with what to do`() throws {
        let budget = budget(Self.line, (1...7).flatMap { unit($0, every: "1") })
        let finding = try #require(budget.findings.first)
        #expect(finding.rule.id == "overloaded-trunk")
        #expect(finding.message.contains("64.2 %") && finding.hint.contains("1.1 times more slowly"))
        #expect(
            self.budget(Self.line, (1...7).flatMap { unit($0, every: "1") }, BudgetSettings(reserve: 0.3)).findings
                == [])
    }

    @Test func `Joining requests over gaps saves time`() throws {
        let points = [0, 5, 10].map { "modbus:r/1/holding-registers/\($0);tag:\($0);;1;" }
        let joined = try #require(budget(Self.line, points).largest)
        let apart = budget(Self.line, points, BudgetSettings(gap: 0))
        #expect(joined < (try #require(apart.largest)) / 2)
        #expect(apart.loads.first?.requestsPerSecond == 3)
    }

    @Test func `A gateway takes the requests of its rate`() throws {
        let rows = "trunk,r,modbus-tcp,,,,,4,,,,,,,,,\n"
        #expect(budget(rows, unit(1, every: "1") + unit(2, every: "1")).largest == 0.5)
        let slow = "trunk,r,modbus-tcp,,,,,,250,,,,,,,,\n"
        #expect(budget(slow, unit(1, every: "1")).largest == 0.25)
    }

    @Test func `A token line carries few messages, and many values in each`() throws {
        let points = (1...30).map { "bacnet:7/analog-input,\($0);tag:\($0);;10;" }
        let load = try #require(budget(Self.mstp, points).loads.first)
        #expect(load.requestsPerSecond == 0.2)
        // A rotation of 93.75 ms, and 44 octets of frames, 4 + 29 · 9 of the request, 3 + 29 · 16 of the answer.
        #expect(try #require(load.parts.first).seconds.isClose(to: 0.09375 + 776 * 10 / 38_400))
        let busy = (1...30).map { "bacnet:7/analog-input,\($0);tag:\($0);;1;" }
        #expect(budget(Self.mstp, busy).findings.map(\.rule.id) == ["busy-token"])
        #expect(budget(Self.mstp, busy).loads.first?.isOverloaded == false)
    }

    @Test func `Subscriptions cost their renewals, trend logs their records`() {
        let points = (1...20).map { "bacnet:7/analog-input,\($0);tag:\($0);;;200;" }
        #expect(budget(Self.mstp, points).loads.first?.requestsPerSecond == 0.1)
        let trend = "trunk,n,bacnet-ip,,,,,10,,,,,,,,,\ndevice,,,,,,,,,v,n,7,,480,,20,\n"
        #expect(budget(trend, []).largest == 0.1)
    }

    @Test func `On a network each device answers for itself`() {
        let rows = "trunk,n,bacnet-ip,,,,,,20,,,,,,,,\ndevice,,,,,,,,,a,n,1,,1476,,,\ndevice,,,,,,,,,b,n,2,,1476,,,\n"
        let points = (1...2).map { "bacnet:\($0)/analog-input,1;tag:\($0);;1;" } + ["bacnet:2/analog-input,2;tag:c;;2;"]
        #expect(budget(rows, points).largest == 0.03)
    }

    @Test(arguments: [
        ("modbus:other/1/coils/0;tag:x;;1;", "unbudgeted-points"),
        ("bacnet:9/analog-input,1;tag:x;;1;", "unbudgeted-points"),
        ("modbus:r/1/coils/0;tag:x;;;", "unbudgeted-points"), ("modbus:r/1/coils/0;tag:x;fast;;", "unknown-poll-class"),
    ])
    func `What is not known does not read as little`(point: String, rule: String) {
        let budget = budget(Self.line, [point])
        #expect(budget.findings.contains { $0.rule.id == rule })
        #expect(budget.largest == nil)
    }

    @Test func `A line of unknown speed has no load`() {
        let budget = budget("trunk,r,modbus-rtu,,,,,,,,,,,,,,\n", unit(1, every: "1"))
        #expect(budget.findings.map(\.rule.id) == ["unknown-timing"])
        #expect(budget.largest == nil)
        #expect(self.budget("trunk,r,modbus-rtu,,,,,,,,,,,,,,\n", []).largest == 0)
    }

    @Test func `Poll classes and intervals fill in what rows leave open`() {
        let classed = budget(Self.line + "poll-class,,,,,,,,,fast,,,,,,,2\n", ["modbus:r/1/coils/0;tag:x;fast;;"])
        #expect(classed.loads.first?.requestsPerSecond == 0.5)
        let usual = budget(Self.line, ["modbus:r/1/coils/0;tag:x;;;"], BudgetSettings(interval: 4))
        #expect(usual.loads.first?.requestsPerSecond == 0.25)
    }

    @Test func `A target on a trunk costs its writes`() {
        let budget = budget(Self.line, ["tag:x;modbus:r/1/holding-registers/0;;2;", "tag:y;modbus:q/1/coils/0;;2;"])
        #expect(budget.loads.first?.requestsPerSecond == 0.5)
        #expect(budget.loads.first?.parts.first?.explanation.contains("writing") == true)
        #expect(budget.largest != nil)
    }

    @Test func `A value of two registers takes two, whether or not its map names the trunk`() throws {
        let map = RegisterMap.read(
            Array("name,address,convention,type,order\na,0,zero-based,float32,ABCD\n".utf8), file: "map.csv")
        let matrix = matrix(["modbus:r/1/holding-registers/0;tag:x;;1;"])
        let budget = TrunkBudget(IntegrationDesign(matrix: matrix, maps: [map], plan: plan(Self.line)))
        #expect(budget.loads.first?.parts.first?.explanation.contains("reading 2 registers") == true)
        let alone = TrunkBudget(
            IntegrationDesign(maps: [map], plan: plan(Self.line)), settings: BudgetSettings(interval: 1))
        #expect(alone.largest == nil)
        #expect(alone.findings.map(\.message) == ["a point that is read has no unit or no address in the map"])
    }

    @Test func `Without a matrix the maps say what is polled`() {
        let map = RegisterMap.read(
            Array(
                "name,unit,trunk,address,convention,type,poll class\na,1,r,0,zero-based,int16,fast\nb,1,r,9,zero-based,int16,fast\n"
                    .utf8), file: "map.csv")
        let plan = plan(Self.line + "poll-class,,,,,,,,,fast,,,,,,,2\n")
        let budget = TrunkBudget(IntegrationDesign(maps: [map], plan: plan))
        #expect(budget.loads.first?.requestsPerSecond == 0.5)
    }

    @Test func `The table of subscriptions is that of the device`() {
        let points = (1...20).map { "bacnet:7/analog-input,\($0);tag:\($0);;;200;" }
        let rules = { (plan: NetworkPlan?) in
            DesignCheck(IntegrationDesign(matrix: matrix(points), plan: plan)).findings.map(\.rule.id)
        }
        #expect(!rules(nil).contains("subscription-table"))
        let small = plan("trunk,m,bacnet-mstp,38400,,30,,,0,,,,,,,,\ndevice,,,,,,,,,v,m,7,,480,16,,\n")
        #expect(rules(small).contains("subscription-table"))
    }
}

@Suite struct BudgetReportTests {
    private func report(seconds: String) -> BudgetReport {
        let plan = NetworkPlan.read(
            Array("record,id,kind,baud,delay-ms\ntrunk,<r>,modbus-rtu,9600,50\ntrunk,idle,modbus-tcp,,\n".utf8),
            file: "p")
        let matrix = IntegrationMatrix.read(
            Array("source,target,poll-seconds\nmodbus:<r>/1/holding-registers/0,tag:x,\(seconds)\n".utf8), file: "m")
        return BudgetReport(TrunkBudget(IntegrationDesign(matrix: matrix, plan: plan)))
    }

    /// One register takes 15 octets and 7 octets of silence, 22.9 ms, and 50 ms in the device.
    @Test func `The bars are as long as the loads`() {
        let lines = report(seconds: "0.25").text.split(separator: "\n")
        #expect(
            lines == [
                "  29.2 % ████████████············|················  <r>: modbus-rtu 9600 bit/s 8N1",
                "  29.2 %   unit 1: 1 request reading 1 register for 1 point every 0.25 s, 72.9 ms each",
                "   0.0 % ························|················  idle: modbus-tcp",
            ])
    }

    @Test func `A load beyond the trunk is cut and marked`() {
        let text = report(seconds: "0.01").text
        #expect(text.hasPrefix(" 729.2 % ████████████████████████|████████████████» <r>"))
        #expect(text.contains("error overloaded-trunk"))
        #expect(report(seconds: "").text.hasPrefix("   0.0 % "))
    }

    @Test func `The page escapes what it quotes and shows a bar for each trunk`() {
        let html = report(seconds: "0.25").html
        #expect(!html.contains("<r>"))
        #expect(html.contains("height=\"64\"") && html.contains("29.2 %"))
    }

    @Test func `The report for programs has what makes up each load`() {
        let json = report(seconds: "0.25").json
        #expect(json["format"] == "phaseloom.trunk-budget/1")
        guard case .array(let trunks)? = json["trunks"], case .array(let parts)? = trunks.first?["parts"] else {
            Issue.record("there are no trunks")
            return
        }
        #expect(trunks.count == 2 && parts.first?["requestsPerSecond"] == .number(4))
    }
}

extension Double {
    fileprivate func isClose(to other: Double) -> Bool { (self - other).magnitude <= 1e-6 * other.magnitude }
}
