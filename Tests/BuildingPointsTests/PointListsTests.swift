import BuildingPoints
import PhaseLoom
import Testing

/// The files are the examples beside these tests; what is planted in them is told in their `expected.json` and in the
/// notes on the lists of VOLTTRON.
@Suite struct PointListsTests {
    @Test(arguments: [
        ("ede/a_bigeu22_EDE.csv", PointListForm.engineeringData), ("ede/c_comma_dialect.csv", .engineeringData),
        ("ede/a_bigeu22_StateTexts.csv", .sideTable), ("pointlists/volttron_bacnet.csv", .registry),
        ("pointlists/volttron_battery_meter.csv", .registerMap), ("pointlists/volttron_ion6200_map.csv", .registerMap),
        ("pointlists/volttron_watts_on_map.csv", .registerMap),
        ("pointlists/volttron_mixed_endian_reg_map.csv", .registerMap), ("sunspec/model_103.json", .sunSpec),
    ])
    func `The form of a file is found out`(name: String, form: PointListForm) throws {
        #expect(PointListForm(try fixture(name), file: name) == form)
    }

    @Test(arguments: ["", "\u{0}\u{1}", "1;2;3", "keyname;device-obj-instance"])
    func `A file that shows no form is read as a list and told`(text: String) {
        let points = PointLists([PointListFile("x.csv", Array(text.utf8))])
        #expect(points.lists.count == 1)
        #expect(points.lists.first?.findings.isEmpty == false)
    }

    private func check(_ names: [String]) throws -> DesignCheck {
        let points = PointLists(try names.map { PointListFile($0, try fixture($0)) })
        return DesignCheck(IntegrationDesign(lists: points.lists, maps: points.maps))
    }

    @Test(arguments: [
        (
            ["ede/a_bigeu22_EDE.csv", "ede/a_bigeu22_StateTexts.csv"],
            ["duplicate-object", "decimal-comma", "unit-mix"]
        ),
        (["pointlists/volttron_bacnet.csv"], ["implausible-unit", "unknown-unit"]),
        (["pointlists/volttron_battery_meter.csv"], ["all-writable"]),
        (["pointlists/volttron_ion6200_map.csv"], ["ambiguous-address", "unstated-order", "all-writable"]),
    ])
    func `Every planted defect is found`(names: [String], rules: [String]) throws {
        let found = Set(try check(names).findings.map(\.rule.id))
        #expect(found.isSuperset(of: rules), "\(found.sorted())")
    }

    @Test func `Models of SunSpec raise no alarm, and what is no model does`() throws {
        let names = [
            "sunspec/model_1.json", "sunspec/model_103.json", "sunspec/model_203.json", "sunspec/model_802.json",
        ]
        let found = try check(names)
        #expect(found.findings.map(\.text) == [])
        let points = PointLists([PointListFile("x.json", Array("{}".utf8))])
        #expect(points.maps.flatMap(\.findings).map(\.rule.id) == ["sunspec-unreadable"])
    }

    @Test func `Sound models of SunSpec raise no alarm`() throws {
        let names = ["1", "103", "203", "802"].map { "sunspec/model_\($0).json" }
        let check = try check(names)
        #expect(check.findings == [])
        #expect(check.counts.map(\.count) == [0, 0, 0])
        let points = PointLists(try names.map { PointListFile($0, try fixture($0)) })
        #expect(points.maps.count == 4 && points.maps.allSatisfy { !$0.points.isEmpty })
    }

    @Test func `State texts go with the list of their name`() throws {
        let header = "#keyname;device obj.-instance;object-name;object-type;object-instance;state-text-reference\n"
        let list = { (device: Int) in Array((header + "A\(device);\(device);N;3;1;7\n").utf8) }
        let points = PointLists([
            PointListFile("a_EDE.csv", list(1)), PointListFile("b_EDE.csv", list(2)),
            PointListFile("a_StateTexts.csv", Array("7;OFF;ON\n".utf8)),
            PointListFile("ObjTypes.csv", Array("200;Vendor\n".utf8)),
        ])
        #expect(points.lists.map(\.list.stateTexts.count) == [1, 0])
        #expect(points.lists.map(\.list.objectTypes.count) == [1, 1])
    }

    @Test func `What several files say together is found`() throws {
        let header = "keyname;device obj.-instance;object-name;object-type;object-instance\n"
        let map = { (name: String, address: Int, count: Int) in
            Array(
                "name,address,convention,type,count,unit,trunk,device\n\(name),\(address),zero-based,text,\(count),3,gw,\(name)\n"
                    .utf8)
        }
        let points = PointLists([
            PointListFile("a.csv", Array((header + "A;7;D7;8;7\nB;7;X;0;1\n").utf8)),
            PointListFile("b.csv", Array((header + "C;7;E7;8;7\nD;7;Y;0;1\nE;7;Z;0;2\n").utf8)),
            PointListFile("m.csv", map("m", 0, 20)), PointListFile("n.csv", map("n", 10, 2)),
            PointListFile("o.csv", map("o", 20, 1)),
        ])
        let check = DesignCheck(IntegrationDesign(lists: points.lists, maps: points.maps))
        let errors = check.findings.filter { $0.rule.severity == .error }.map(\.rule.id)
        #expect(
            errors == [
                "duplicate-device-instance", "duplicate-object", "duplicate-object", "duplicate-unit-id",
                "register-overlap",
            ])
        let overlap = check.findings.first { $0.rule.id == "register-overlap" }
        #expect(overlap?.evidence.map(\.file) == ["n.csv", "m.csv"])
        #expect(check.decision == .block)
    }

    @Test func `The points of a design stand in one list`() throws {
        let matrix = IntegrationMatrix.read(
            Array(
                "source,target,poll-class,poll-seconds,owner\nmodbus:gw/3/holding-registers/10,tag:p,slow,5,=plant\n"
                    .utf8), file: "m.csv")
        let map = RegisterMap.read(
            Array(
                "name,unit,trunk,address,convention,type,scale,poll class,units\npower,3,gw,10,zero-based,int16,0.1,fast,kW\n"
                    .utf8), file: "map.csv")
        let list = EDEList.read(try fixture("ede/c_comma_dialect.csv"), file: "ede.csv")
        let points = DesignPoints(IntegrationDesign(matrix: matrix, lists: [list], maps: [map]))
        #expect(points.rows.allSatisfy { $0.count == DesignPoints.columns.count })
        #expect(points.rows.count == 4)
        #expect(
            points.csv.split(separator: "\n").last
                == "modbus:gw/3/holding-registers/10,power,,kW,0.1,0,,tag:p,read,,slow,5,,'=plant,map.csv,2")
    }

    @Test func `Mutated files never trap, whatever they are taken for`() throws {
        let names = ["ede/a_bigeu22_EDE.csv", "pointlists/volttron_ion6200_map.csv"]
        for name in names {
            mutate(Array(try fixture(name).prefix(2_000)), rounds: 200) { bytes in
                let points = PointLists([PointListFile("a.csv", bytes), PointListFile("b.csv", bytes)])
                let check = DesignCheck(IntegrationDesign(lists: points.lists, maps: points.maps))
                #expect(check.findings == check.findings.inOrder)
            }
        }
    }
}

@Suite struct DesignReportTests {
    private func report() -> DesignReport {
        let matrix = IntegrationMatrix.read(
            Array("source,target\nbacnet:1/analog-input,1;<b>\n\"bacnet:1/analog-input,1\",tag:x\n".utf8), file: "m.csv"
        )
        let input = DesignReport.Input(role: "matrix", file: "m.csv", digest: Digest(of: []))
        return DesignReport(DesignCheck(matrix, baseline: PointInventory()), inputs: [input])
    }

    @Test func `The report for programs has decision, measures, rules and findings`() {
        let json = report().json
        #expect(json["format"] == "phaseloom.integration-report/1")
        #expect(json["decision"] == "block")
        #expect(json["measures"]?["unmatched-points"] == 1)
        #expect(json["measures"]?["register-overlaps"] == nil)
        guard case .array(let rules)? = json["rules"], case .array(let unmeasured)? = json["unmeasured"] else {
            Issue.record("there are no rules")
            return
        }
        #expect(rules.first?["source"] != nil)
        #expect(unmeasured.contains("register-overlaps"))
    }

    @Test func `The report for people escapes what it quotes`() {
        let html = report().html
        #expect(html.contains("unmatched-point"))
        #expect(html.contains("not checked"))
        #expect(!html.contains("<b>"))
    }
}
