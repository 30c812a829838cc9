import FoundationEssentials
import PhaseLoom
import Testing

@testable import Regulations

/// Expected values: the matrix of appendix A to subpart C of 45 CFR part 164, in `Fixtures/hipaa-security-matrix.json`.
@Suite struct SecurityStandardTests {
    @Test func `there are eighteen standards with fourteen required and twenty-two addressable specifications`() {
        let all = SecurityStandard.all.flatMap(\.specifications)
        #expect(SecurityStandard.all.count == 18)
        #expect(all.filter { $0.kind == .required }.count == 14)
        #expect(all.filter { $0.kind == .addressable }.count == 22)
        #expect(all.filter { $0.kind == .standard }.count == 6)
    }

    @Test(arguments: [("administrative", 9, 10, 11), ("physical", 4, 2, 6), ("technical", 5, 2, 5)])
    func `each group has its share`(group: String, standards: Int, required: Int, addressable: Int) throws {
        let table = [
            "administrative": SecurityStandard.administrative, "physical": SecurityStandard.physical,
            "technical": SecurityStandard.technical,
        ]
        let chosen = try #require(table[group])
        let all = chosen.flatMap(\.specifications)
        #expect(chosen.count == standards)
        #expect(all.filter { $0.kind == .required }.count == required)
        #expect(all.filter { $0.kind == .addressable }.count == addressable)
    }

    @Test func `sections and kinds are those of the appendix, in its order`() throws {
        let ours = SecurityStandard.all.map { standard in
            Row("164.\(standard.section)", standard.specifications.map(\.kind).filter { $0 != .standard })
        }
        let matrix = try JSONDecoder().decode(Matrix.self, from: try Fixture.data("hipaa-security-matrix.json"))
        let theirs = matrix.standards.map { standard in
            Row(standard.section, standard.specifications.map { $0.kind == "required" ? .required : .addressable })
        }
        #expect(ours == theirs)
    }

    @Test func `every specification has a name, a record and a section of its own`() {
        let all = SecurityStandard.all.flatMap(\.specifications)
        #expect(Set(all.map(\.obligation)).count == 42 && Set(all.map(\.artifact)).count == 42)
        #expect(Set(all.map(\.section)).count == 42 && Set(all.map(\.statement)).count == 42)
    }

    private struct Row: Equatable {
        let section: String
        let kinds: [SecuritySpecification.Kind]

        init(_ section: String, _ kinds: [SecuritySpecification.Kind]) {
            self.section = section
            self.kinds = kinds
        }
    }

    private struct Matrix: Decodable {
        let standards: [Standard]

        struct Standard: Decodable {
            let section: String
            let specifications: [Specification]
        }

        struct Specification: Decodable {
            let kind: String
        }
    }
}

/// The files beside the tests.
enum Fixture {
    static func data(_ name: String) throws -> Data {
        var parts = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast().map(String.init)
        parts += ["Fixtures", name]
        return try Data(contentsOf: URL(filePath: parts.joined(separator: "/")))
    }
}
