import BuildingPoints
import PhaseLoom
import Testing

/// The rules are those of ANSI/ASHRAE 135, 6.2 and J.4, and of MODBUS over Serial Line V1.02, 2.2.
@Suite struct NetworkPlanTests {
    private static let table = """
        record,id,kind,baud,format,masters,network,router,subnet,delay-ms,name,trunk,instance,unit,mac,max-apdu,cov-table,address,seconds
        trunk,rtu1,modbus-rtu,19200,8E1,,,,,80,,,,,,,,,
        trunk,mstp1,bacnet-mstp,38400,,30,2001,192.0.2.1,,,,,,,,,,,
        trunk,lan,bacnet-ip,,,,1,,192.0.2.0/24,,,,,,,,,,
        device,,,,,,,,,,meter,rtu1,,3,,,,,
        device,,,,,,,,,,vav,mstp1,1201,,7,480,16,,
        bbmd,,,,,,,,192.0.2.0/24,,,,,,,,,192.0.2.1,
        poll-class,,,,,,,,,,fast,,,,,,,,5
        """

    private static let document = """
        {"format": "phaseloom.network-plan/1",
        "trunks": [{"id": "rtu1", "kind": "modbus-rtu", "baud": 19200, "format": "8E1", "delay-ms": 80},
        {"id": "mstp1", "kind": "bacnet-mstp", "baud": 38400, "masters": 30, "network": 2001, "router": "192.0.2.1"},
        {"id": "lan", "kind": "bacnet-ip", "network": 1, "subnet": "192.0.2.0/24"}],
        "devices": [{"name": "meter", "trunk": "rtu1", "unit": 3},
        {"name": "vav", "trunk": "mstp1", "instance": 1201, "mac": 7, "max-apdu": 480, "cov-table": 16}],
        "bbmds": [{"address": "192.0.2.1", "subnet": "192.0.2.0/24"}],
        "pollClasses": [{"name": "fast", "seconds": 5}]}
        """

    private func read(_ text: String) -> NetworkPlan { NetworkPlan.read(Array(text.utf8), file: "plan") }

    @Test func `A table and a document say the same`() {
        let (one, other) = (read(Self.table), read(Self.document))
        #expect(one.findings == [] && other.findings == [])
        #expect(one.trunks == other.trunks)
        #expect(one.devices == other.devices)
        #expect(one.managers == other.managers)
        #expect(one.pollClasses == other.pollClasses)
        #expect(one.trunk("rtu1")?.format.bits == 11)
        #expect(one.trunk("rtu1")?.delay == 0.08)
        #expect(one.device(instance: 1201)?.covTable == 16)
        #expect(one.seconds(of: "fast") == 5)
    }

    private static let header =
        "record,id,kind,baud,format,network,subnet,name,trunk,instance,unit,mac,address,seconds\n"
    private static let lines = "trunk,r,modbus-rtu,9600,,,,,,,,,,\ntrunk,m,bacnet-mstp,38400,,2,,,,,,,,\n"

    @Test(arguments: [
        ("trunk,x,bacnet-ip,,,2,,,,,,,,", "duplicate-network-number"),
        ("trunk,r,modbus-tcp,,,,,,,,,,,", "duplicate-key"),
        ("bbmd,,,,,,10.0.0.0/8,,,,,,10.0.0.1,\nbbmd,,,,,,10.0.0.0/8,,,,,,10.0.0.2,", "surplus-broadcast-manager"),
        ("device,,,,,,,a,r,,3,,,\ndevice,,,,,,,b,r,,3,,,", "duplicate-unit-id"),
        ("device,,,,,,,a,m,1,,5,,\ndevice,,,,,,,b,m,2,,5,,", "duplicate-unit-id"),
        ("device,,,,,,,a,m,1,,5,,\ndevice,,,,,,,b,m,1,,6,,", "duplicate-device-instance"),
        ("device,,,,,,,a,nowhere,1,,,,", "unknown-trunk"), ("device,,,,,,,a,r,,248,,,", "unit-range"),
        ("device,,,,,,,a,r,,,,,", "missing-value"), ("device,,,,,,,a,m,4194303,,,,", "bad-cell"),
        ("trunk,y,profibus,,,,,,,,,,,", "bad-cell"), ("trunk,y,modbus-rtu,9600,9N1,,,,,,,,,", "bad-cell"),
        ("trunk,y,bacnet-ip,,,65535,,,,,,,,", "bad-cell"), ("rack,,,,,,,,,,,,,", "bad-cell"),
        ("poll-class,,,,,,,fast,,,,,,0", "bad-cell"), ("trunk,,modbus-tcp,,,,,,,,,,,", "bad-cell"),
        ("poll-class,,,,,,,f,,,,,,1\npoll-class,,,,,,,f,,,,,,2", "duplicate-key"),
    ])
    func `What cannot be is told with its line`(rows: String, rule: String) {
        let plan = read(Self.header + Self.lines + rows + "\n")
        #expect(plan.findings.map(\.rule.id) == [rule])
        #expect(plan.findings.first?.evidence.allSatisfy { $0.line != nil } == true)
    }

    @Test(arguments: [
        "trunk,l1,bacnet-ip,,,7,10.0.0.0/8,,,,,,,\ntrunk,l2,bacnet-ip,,,7,10.0.0.0/8,,,,,,,",
        "device,,,,,,,a,r,,3,,,\ndevice,,,,,,,b,m,3,,3,,", "bbmd,,,,,,10.0.0.0/8,,,,,,10.0.0.1,",
    ])
    func `What can be has no findings`(rows: String) { #expect(read(Self.header + Self.lines + rows).findings == []) }

    @Test(arguments: [
        ("", "missing-column"), ("id,kind\nx,modbus-tcp\n", "missing-column"), ("[]", "grammar"), ("{", "grammar"),
        ("{\"format\": \"x\"}", "grammar"), ("{\"format\": \"phaseloom.network-plan/1\", \"trunks\": 1}", "bad-cell"),
        ("{\"format\": \"phaseloom.network-plan/1\", \"trunks\": [1]}", "bad-cell"),
        ("{\"format\": \"phaseloom.network-plan/1\", \"lines\": []}", "unknown-column"),
        ("{\"format\": \"phaseloom.network-plan/1\", \"bbmds\": [{\"address\": [], \"subnet\": \"s\"}]}", "bad-cell"),
        (
            "{\"format\": \"phaseloom.network-plan/1\", \"bbmds\": [{\"address\": \"a\", \"subnet\": \"s\", \"x\": 1}]}",
            "unknown-column"
        ),
    ])
    func `A file that is no plan is told`(text: String, rule: String) {
        #expect(read(text).findings.first?.rule.id == rule)
    }

    @Test(arguments: [("8N1", 10), ("8e1", 11), ("8N2", 11), ("7E1", 10)])
    func `An octet has its bits`(text: String, bits: Int) { #expect(OctetFormat(text)?.bits == bits) }

    @Test(arguments: ["", "8N", "9N1", "8X1", "8N3", "8N11", "⁸N1"])
    func `What is no format is none`(text: String) { #expect(OctetFormat(text) == nil) }

    @Test func `Mutated plans never trap`() {
        for seed in [Self.table, Self.document] {
            mutate(Array(seed.utf8), rounds: 400) { bytes in
                let plan = NetworkPlan.read(bytes, file: "plan")
                let matrix = IntegrationMatrix.read(bytes, file: "matrix")
                let budget = TrunkBudget(IntegrationDesign(matrix: matrix, plan: plan))
                #expect(budget.loads.count == plan.trunks.count)
            }
        }
    }
}

@Suite struct IntegrationMatrixTests {
    private static let table = """
        source,target,new,direction,scale,offset,source-units,target-units,poll-class,poll-seconds,cov-lifetime,owner,priority,failure-value,minimum,maximum,tolerance,states
        "bacnet:1201/analog-input,1",tag:sat,,,1.8,32,°C,°F,,30,,plant,,,-20,40,0.5,
        "bacnet:1201/multi-state-value,1",tag:mode,yes,both,,,,,slow,,600,,8,OFF,,,,4

        """

    private func read(_ bytes: [UInt8]) -> IntegrationMatrix { IntegrationMatrix.read(bytes, file: "m") }

    @Test func `A matrix reads back from what it is written as`() {
        let matrix = read(Array(Self.table.utf8))
        #expect(matrix.findings == [])
        #expect(matrix.rows.count == 2 && matrix.rows[1].pollClass == "slow")
        for copy in [read(Array(matrix.csv.utf8)), read(matrix.json.canonicalBytes), read(matrix.json.compactBytes)] {
            #expect(copy.rows == matrix.rows)
            #expect(copy.findings == [])
        }
        #expect(matrix.csv == Self.table)
    }

    @Test(arguments: [
        ("{\"format\": \"phaseloom.matrix/1\", \"rows\": [{\"source\": \"tag:x\"}]}", "bad-cell", 1),
        (
            "{\"format\": \"phaseloom.matrix/1\", \"rows\": [\n{\"source\": \"tag:x\", \"target\": \"tag:y\", \"scale\": 0}]}",
            "bad-cell", 2
        ),
        (
            "{\"format\": \"phaseloom.matrix/1\", \"rows\": [{\"source\": \"tag:x\", \"target\": \"tag:y\", \"unit\": 1}]}",
            "unknown-column", 1
        ),
        ("source,target,owner\ntag:x,tag:y,=cmd()\n", "formula-injection", 2),
        ("source,target,poll-seconds\ntag:x,tag:y,0\n", "bad-cell", 2),
    ])
    func `What cannot stand in a matrix is told with its line`(text: String, rule: String, line: Int) {
        let finding = read(Array(text.utf8)).findings.first
        #expect(finding?.rule.id == rule)
        #expect(finding?.evidence.first?.line == line)
    }
}
