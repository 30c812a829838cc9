import CCTV
import CloudMigration
import MLFeedback
import PhaseLoom
import SmartBuilding
import SmartHome

/// The compositions that are measured.
enum Workloads {
    /// The five overlays of the package with their default options, evaluated anew.
    static func shipped() throws -> OverlaySet {
        OverlaySet([
            DeclarativeOverlay(try SmartHome()), DeclarativeOverlay(try SmartBuilding()),
            DeclarativeOverlay(try CCTV()), DeclarativeOverlay(try CloudMigration()),
            DeclarativeOverlay(try MLFeedback()),
        ])
    }

    /// Overlays of five phases each, with what overlays usually bring: a track, activities, criteria, entry
    /// requirements, loops, demands on the order of each other's phases, and bounds on a criterion that all share.
    static func crowd(of count: Int) -> OverlaySet {
        OverlaySet((0..<count).map(member))
    }

    private static func member(_ number: Int) -> DeclarativeOverlay {
        let name = "overlay-\(number)"
        let identity = OverlayIdentity(
            id: ID(stringLiteral: name), title: "Overlay \(number)", summary: "One of many.",
            cites: ["Handbook \(number)"])
        return DeclarativeOverlay(identity: identity) {
            Track(ID(stringLiteral: "track-\(number)"), "Track \(number)")
            for step in 0..<5 { phase(step, of: number) }
            Perform("record", "Record the work", during: .track(ID(stringLiteral: "track-\(number)")))
            Require(ID(stringLiteral: "\(name)-licence"), "The licence is there", toEnter: .scoping)
            Expect("delay-kept", "The delay stays small", atGateOf: .validation)
                .measured("delay", .atMost(1_000), unit: "ms")
            Limit("delay-kept", to: .atMost(Double(1_000 - number)))
            LoopBack(
                ID(stringLiteral: "\(name)-loop"), from: anchor(number, 4), to: anchor(number, 1),
                while: .init(ID(stringLiteral: "\(name)-4-done")), atMost: 3)
            if number > 0 { Order(anchor(number - 1, 1), before: anchor(number, 2)) }
        }
    }

    private static func phase(_ step: Int, of number: Int) -> OverlayBody {
        let name = "overlay-\(number)-\(step)"
        let result = ID(stringLiteral: "\(name)-result")
        let needed = ID(stringLiteral: step == 0 ? "statement-of-work" : "overlay-\(number)-\(step - 1)-result")
        return OverlayBody {
            Artifact(result, "Result \(step) of \(number)")
            Insert(ID(stringLiteral: name), "Step \(step) of \(number)")
                .after(step == 0 ? .scoping : anchor(number, step - 1)).before(.validation)
                .onTrack(ID(stringLiteral: "track-\(number)")).consuming(needed).producing(result)
            Expect(ID(stringLiteral: "\(name)-done"), "Step \(step) is done", atGateOf: .at(anchor(number, step)))
                .needing(result)
        }
    }

    private static func anchor(_ number: Int, _ step: Int) -> Anchor {
        .phase(ID(stringLiteral: "overlay-\(number)-\(step)"))
    }
}

/// The soundness yardsticks: the shapes of nets on which checkers by state space fail.
enum Nets {
    /// Phases in sequence, each with two parallel activities and a gate; every third gate loops back two phases.
    static func phases(_ count: Int) -> BaseSequence {
        BaseSequence(id: "phases", title: "\(count) phases") {
            for number in 0..<count {
                phase("p\(number)", after: number == 0 ? [] : ["p\(number - 1)"])
                Perform("a", "One track", during: target("p\(number)"))
                Perform("b", "Another track", during: target("p\(number)"))
                if number >= 2, number % 3 == 2 {
                    LoopBack(
                        ID(stringLiteral: "back-\(number)"), from: .phase(ID(stringLiteral: "p\(number)")),
                        to: .phase(ID(stringLiteral: "p\(number - 2)")),
                        while: .init(ID(stringLiteral: "p\(number)-done")), atMost: 3)
                }
            }
        }
    }

    /// A split into parallel branches of two phases each, and a join.
    static func branches(_ count: Int) -> BaseSequence {
        BaseSequence(id: "branches", title: "\(count) branches") {
            phase("split", after: [])
            for number in 0..<count {
                phase("x\(number)", after: ["split"])
                phase("y\(number)", after: ["x\(number)"])
            }
            phase("join", after: (0..<count).map { "y\($0)" })
        }
    }

    /// Tracks of three phases, the second of each also after the first of the track before it.
    static func crossing(_ count: Int) -> BaseSequence {
        BaseSequence(id: "crossing", title: "\(count) tracks") {
            phase("split", after: [])
            for number in 0..<count {
                phase("one\(number)", after: ["split"])
                phase("two\(number)", after: ["one\(number)"] + (number == 0 ? [] : ["one\(number - 1)"]))
                phase("three\(number)", after: ["two\(number)"])
            }
            phase("join", after: (0..<count).map { "three\($0)" })
        }
    }

    /// A phase that works from the results of those before it and whose gate needs its own.
    private static func phase(_ name: String, after earlier: [String]) -> OverlayBody {
        OverlayBody {
            Insert(ID(stringLiteral: name), "Phase \(name)").after(earlier.map { .phase(ID(stringLiteral: $0)) })
                .consuming(earlier.map { ID(stringLiteral: "\($0)-result") })
                .producing(ID(stringLiteral: "\(name)-result"))
            Require(ID(stringLiteral: "\(name)-ready"), "What \(name) needs is there", toEnter: target(name))
                .needing(earlier.map { ID(stringLiteral: "\($0)-result") })
            Expect(ID(stringLiteral: "\(name)-done"), "\(name) is done", atGateOf: target(name))
                .needing(ID(stringLiteral: "\(name)-result"))
        }
    }

    private static func target(_ name: String) -> Target { .at(.phase(ID(stringLiteral: name))) }
}
