import Governance
import PhaseLoom
import PhaseLoomTesting
import Testing

/// Expected values: rows 0-70 and 0-72 of the framework: metric, operator, value, method; orphans on both sides.
@Suite struct CriteriaLintTests {
    private let header = "requirement,criterion,metric,operator,value,unit,method\n"
    private let good = "R1,the search answers,response time p95,<=,800,ms,load test\n"

    private func lint(_ rows: String) async throws -> CollectorReport {
        try await collect(CriteriaLint.self, ["file": "c.csv"], ["c.csv": header + rows])
    }

    @Test func `keeps the contract`() async {
        let files = ["c.csv": Array((header + good).utf8)]
        #expect(
            await CollectorContract.violations(of: CriteriaLint.self, given: ["file": "c.csv"], reading: files) == [])
    }

    @Test func `criteria that can be measured pass`() async throws {
        let report = try await lint(
            good + "R2,all forms are translated,missing texts,=,0,,script\nR1,again,uptime,>=,99.9,%,log\n")
        #expect(report.measured == ["orphan-criteria 0", "untested-requirements 0", "vague-criteria 0"])
        #expect(report.verdict == .met)
        #expect(report.found == [])
    }

    @Test(arguments: [
        ("R2,,,,,,", ["untested-requirement R2"], [0, 1, 0]),
        (",it works,share of passed cases,=,100,%,test", ["orphan-criterion line 3"], [1, 0, 0]),
        (
            "R2,it is fast and user-friendly,time,<,1,s,test",
            ["vague-word line 3", "vague-word line 3", "vague-word line 3"], [0, 0, 1]
        ),
        ("R2,it works,,,,,", ["unverifiable-criterion line 3"], [0, 0, 1]),
        ("R2,it works,time,<,1,s,", ["unverifiable-criterion line 3"], [0, 0, 1]),
        ("R2,it works,time,<,1,,test", ["missing-unit line 3"], [0, 0, 1]),
        ("R2,it is Highly Available,availability,>=,99.9,%,log", ["vague-word line 3"], [0, 0, 1]),
        ("R2,it works,niceness,=,blue,,test", ["hollow-part line 3"], [0, 0, 1]),
        ("R2,it works,colour,=,blue,,test whether it is blue", [], [0, 0, 0]),
        ("R2,it works,release,=,v3.2.1,,script", [], [0, 0, 0]),
        ("R2,it works,answer,=,yes,,inspection", [], [0, 0, 0]),
        ("R2,it works,time,<,1,s,looks", ["hollow-part line 3"], [0, 0, 1]),
        ("R2,it works,good speed,<,1,s,test", ["hollow-part line 3"], [0, 0, 1]),
        ("R2,it works,?,<,1,s,-", ["hollow-part line 3", "hollow-part line 3"], [0, 0, 1]),
        ("R2,breakfast is served,meals,>=,1,1,count", [], [0, 0, 0]),
    ])
    func `what nobody can verify is found`(row: String, found: [String], counts: [Int]) async throws {
        let report = try await lint(good + row + "\n")
        #expect(report.found == found)
        #expect(report.evidence.first?.draft.measurements.map(\.value) == counts.map(Double.init))
        #expect(report.verdict == (found.isEmpty ? .met : .unmet))
    }

    @Test(arguments: [
        (",,a,<,1,s,t", "the row has neither requirement nor criterion"),
        ("R2,c,m,about,1,s,t", "column 'operator' cannot be 'about'"),
        ("R2,c,m,<,much,s,t", "column 'value' cannot be 'much'"),
        ("R2,c,m,<,1,s", "this row and the header have 6 and 7 fields"),
    ])
    func `rows that cannot be are refused`(row: String, message: String) async {
        let error = await #expect(throws: CollectorError.self) { try await lint(row + "\n") }
        #expect(error?.problems.count == 1)
        #expect(error?.problems.first?.contains(message) == true)
    }

    @Test(arguments: [
        ("The page loads quickly", ["quickly"]), ("The page is quick.", ["quick"]),
        ("an EASY-to-use form", ["easy", "easy to use"]), ("user friendly", ["friendly", "user-friendly"]),
        ("good and nice", ["good", "nice"]), ("it works well", ["well"]), ("goods", []),
        ("easy to use", ["easy", "easy to use"]), ("robust, scalable and secure", ["robust", "scalable", "secure"]),
        ("", []), ("fasten the belt", []), ("fast", ["fast"]),
    ])
    func `vague words are whole words`(text: String, words: [String]) {
        #expect(VagueWord.found(in: text).map(\.word) == words)
    }

    @Test func `each vague word says what to measure instead`() {
        #expect(Set(VagueWord.all.map(\.word)).count == VagueWord.all.count)
        for word in VagueWord.all { #expect(word.word == word.word.lowercased() && word.instead.count > 10) }
    }
}
