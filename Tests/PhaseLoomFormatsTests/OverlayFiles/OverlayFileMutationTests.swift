import PhaseLoom
import PhaseLoomFormats
import PhaseLoomTesting
import Testing

/// Damaged files: whatever is done to a valid file, it is either read or refused with places that exist.
@Suite struct OverlayFileMutationTests {
    static let mutationsPerSeed = 12_500

    @Test(arguments: 0..<8 as Range<UInt64>)
    func damageNeverCrashes(_ seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let files = try Self.seeds.map { (bytes: $0, value: try JSONReader.read($0).value) }
        for _ in 0..<Self.mutationsPerSeed {
            let bytes = Self.damaged(files, using: &generator)
            do {
                _ = try OverlayFile.read(bytes, from: "damaged.json")
            } catch {
                let places = error.problems.map { ($0.line, $0.column) }
                try #require(!places.isEmpty && places.allSatisfy { $0.0 > 0 && $0.1 > 0 && $0.0 <= bytes.count + 1 })
            }
        }
    }

    /// One of the files, damaged in its bytes or, every eighth, in its structure.
    static func damaged(
        _ files: [(bytes: [UInt8], value: JSONValue)], using generator: inout SeededGenerator
    ) -> [UInt8] {
        guard var (bytes, value) = files.randomElement(using: &generator) else { return [] }
        if Int.random(in: 0..<8, using: &generator) == 0 {
            value.damage(using: &generator)
            return value.canonicalBytes
        }
        for _ in 0...Int.random(in: 0..<3, using: &generator) { bytes.damage(using: &generator) }
        return bytes
    }

    /// Valid files: each kind of change in a file of its own, compact, so that damage meets structure.
    static let seeds: [[UInt8]] = {
        let changes: [Change] = [
            Insert("p", "P").after(.design).consuming("x").when(Trigger("t", "T", bound: Bound("m", .atLeast(1))))
                .change,
            Perform("a", "A", during: .every).after("b").change,
            Require("r", "R", toEnter: .scoping).signed("x", by: "y", separately: true).mandated().change,
            Expect("d", "D", atGateOf: .design).proven(
                by: .any([.present("x"), .all([.present("y"), .measured(Bound("m", .atMost(1)), of: "z")])])
            ).change,
            Expect("c", "C", atGateOf: "track:t").measured("m", .within(1...2.5), unit: "d").deferred(to: .closeout)
                .change,
            Limit("p/c", to: .atMost(7)).citing("é😀"), Order("a", before: .design).ifPresent(),
            LoopBack("l", from: .validation, to: .design, while: "c", atMost: 3).change,
            Compress(from: .intake, through: .design, into: "z", "Z").deferring("c", to: .closeout).change,
            Waive("c", because: "R", onAuthorityOf: "A").change, Produce("x", in: "producing:y").change,
            Artifact("x", "X").broughtToTheEngagement().change, Track("t", "T").change,
        ]
        return changes.map { change in
            let overlay = DeclarativeOverlay(
                identity: OverlayIdentity(id: "o", title: "O", summary: ""),
                body: OverlayBody(changes: [change], interactions: [Together(with: ["i"], changes: [change])]))
            let lines = OverlayFile.write(overlay).split(separator: "\n").map { $0.drop { $0 == " " } }
            return Array(lines.joined().utf8)
        }
    }()
}

extension [UInt8] {
    private static let tokens: [[UInt8]] = [
        "null", "true", "-", "1e999", "0.5", "{}", "[]", "{", "}", "[", "]", ",", ":", "\"", "\\", "\\u", "\\ud800",
        "\"\"",
        "\u{0}", "\u{FEFF}", "\u{301}", "@", "@design", "*", "track:", "/", "\"id\":\"a\",", "9223372036854775808",
        " \n",
    ].map { Array($0.utf8) }

    /// Changes, removes, repeats or inserts bytes or pieces of grammar at a random place.
    fileprivate mutating func damage(using generator: inout SeededGenerator) {
        let place = Int.random(in: 0...count, using: &generator)
        let end = Swift.min(count, place + Int.random(in: 0...12, using: &generator))
        switch Int.random(in: 0..<6, using: &generator) {
        case 0: if place < count { self[place] = UInt8.random(in: 0...255, using: &generator) }
        case 1: if place < count { self[place] ^= 1 << UInt8.random(in: 0..<8, using: &generator) }
        case 2: removeSubrange(place..<end)
        case 3: insert(contentsOf: self[place..<end], at: Int.random(in: 0...count, using: &generator))
        case 4: removeSubrange(place...)
        default: insert(contentsOf: Self.tokens.randomElement(using: &generator) ?? [], at: place)
        }
    }
}

extension JSONValue {
    /// Removes, repeats, renames or replaces something inside, or the value itself.
    fileprivate mutating func damage(using generator: inout SeededGenerator) {
        switch self {
        case .object(var members) where !members.isEmpty && Int.random(in: 0..<8, using: &generator) > 0:
            let index = Int.random(in: 0..<members.count, using: &generator)
            let other = members[Int.random(in: 0..<members.count, using: &generator)]
            switch Int.random(in: 0..<8, using: &generator) {
            case 0: members.remove(at: index)
            case 1: members.append(members[index])
            case 2: members[index] = JSONMember(other.key, members[index].value)
            case 3: members[index] = JSONMember(members[index].key, other.value)
            default:
                var value = members[index].value
                value.damage(using: &generator)
                members[index] = JSONMember(members[index].key, value)
            }
            self = .object(members)
        case .array(var elements) where !elements.isEmpty && Int.random(in: 0..<8, using: &generator) > 0:
            let index = Int.random(in: 0..<elements.count, using: &generator)
            switch Int.random(in: 0..<6, using: &generator) {
            case 0: elements.remove(at: index)
            case 1: elements.append(elements[index])
            default: elements[index].damage(using: &generator)
            }
            self = .array(elements)
        default: self = Self.strangers.randomElement(using: &generator) ?? nil
        }
    }

    private static let strangers: [JSONValue] = [
        nil, true, 0, -1, 1e300, "", " ", "@", "@design", "*", "track:", "a/b", "x", [], [[]], [nil], [:], ["": 0],
        ["id": "a"], "waived", .integer(.max), "\u{0}",
    ]
}
