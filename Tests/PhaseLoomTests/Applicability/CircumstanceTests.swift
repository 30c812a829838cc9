import PhaseLoom
import Testing

/// Expected values: Kleene's strong three-valued logic, in which `and` is the smaller and `or` the larger of two truths.
@Suite struct CircumstanceTests {
    static let wet = Fact("wet", "Is it wet?", .flag)
    static let cold = Fact("cold", "Is it cold?", .flag)
    static let truths: [Bool?] = [false, nil, true]

    static func facts(_ wet: Bool?, _ cold: Bool?) -> Facts {
        var facts = Facts()
        facts[Self.wet] = wet.map { .flag($0) }
        facts[Self.cold] = cold.map { .flag($0) }
        return facts
    }

    private static func rank(_ truth: Bool?) -> Int { truth.map { $0 ? 2 : 0 } ?? 1 }

    @Test(arguments: truths, truths)
    func `and is the smaller, or the larger, not the opposite`(one: Bool?, other: Bool?) {
        let facts = Self.facts(one, other)
        let both = (Self.wet.holds && Self.cold.holds).isTrue(facts)
        let either = (Self.wet.holds || Self.cold.holds).isTrue(facts)
        #expect(Self.rank(both) == min(Self.rank(one), Self.rank(other)))
        #expect(Self.rank(either) == max(Self.rank(one), Self.rank(other)))
        #expect(Self.rank((!Self.wet.holds).isTrue(facts)) == 2 - Self.rank(one))
    }

    @Test(arguments: truths, truths)
    func `what is asked is what is not known, and only while it matters`(one: Bool?, other: Bool?) {
        let facts = Self.facts(one, other)
        let circumstance = Self.wet.holds && Self.cold.holds
        let open = circumstance.openFacts(facts)
        #expect(open.isEmpty == (circumstance.isTrue(facts) != nil))
        for fact in open { #expect(facts[fact] == nil) }
        if one == false || other == false { #expect(open.isEmpty) }
    }

    @Test func `no part is all of nothing, and any of nothing is not`() {
        #expect(Circumstance.all([]).isTrue(Facts()) == true)
        #expect(Circumstance.any([]).isTrue(Facts()) == false)
        #expect(Circumstance.always.isTrue(Facts()) == true)
    }

    @Test func `an empty list of words is an answer`() {
        let asked = Fact.dataClasses.includes("ephi", "personal")
        var facts = Facts()
        #expect(asked.isTrue(facts) == nil && asked.openFacts(facts) == [.dataClasses])
        facts[.dataClasses] = .words([])
        #expect(asked.isTrue(facts) == false && asked.openFacts(facts).isEmpty)
        facts[.dataClasses] = .words(["personal"])
        #expect(asked.isTrue(facts) == true)
    }

    @Test(arguments: [(4999.0, false), (5000, true), (5001, true)])
    func `a number reaches its least value`(value: Double, isReached: Bool) {
        var facts = Facts()
        facts[.consumers] = .number(value)
        #expect(Fact.consumers.isAtLeast(5000).isTrue(facts) == isReached)
    }

    @Test func `a value of another kind is as good as unknown`() {
        var facts = Facts()
        facts[.consumers] = .flag(true)
        #expect(Fact.consumers.isAtLeast(1).isTrue(facts) == nil)
    }

    @Test func `it reads as a sentence`() {
        let circumstance =
            Fact.dataClasses.includes("ephi") && !(Fact.client.includes("household") || Fact.consumers.isAtLeast(5000))
            && Fact.greenfield.holds
        #expect(
            circumstance.description
                == "(data-classes includes ephi and not (client is household or consumers is at least 5000)) and "
                + "greenfield")
        #expect(circumstance.facts.map(\.id) == ["client", "consumers", "data-classes", "greenfield"])
    }

    @Test func `every common fact asks a question, and no two have one name`() {
        #expect(Set(Fact.common.map(\.id)).count == Fact.common.count)
        for fact in Fact.common {
            #expect(fact.question.last == "?" || fact.question.hasSuffix(")?"))
            #expect(Set(fact.choices.map(\.word)).count == fact.choices.count)
            #expect(fact.choices.allSatisfy { !$0.meaning.isEmpty })
        }
    }
}
