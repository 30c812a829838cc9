@testable import BACnet
import Testing

/// Both sides of segmentation, first each against the rules of clause 5.4, then against each other over a bad line.
@Suite struct SegmentTests {
    private func receiver(window: UInt8 = 4, segments: Int = 64, octets: Int = 1000) -> SegmentReceiver {
        SegmentReceiver(window: window, segments: segments, octets: octets)
    }

    @Test func `the first segment is acknowledged at once, then each full window`() {
        var receiver = receiver()
        var steps: [SegmentReceiver.Step] = []
        for number in 0..<UInt8(8) {
            steps.append(
                receiver.take([number], sequence: number, moreFollows: number < 7, proposedWindow: 3))
        }
        #expect(
            steps == [
                .acknowledge(sequence: 0, negative: false), .wait, .wait, .acknowledge(sequence: 3, negative: false),
                .wait, .wait, .acknowledge(sequence: 6, negative: false), .complete(sequence: 7),
            ])
        #expect(receiver.body == [0, 1, 2, 3, 4, 5, 6, 7])
        #expect(receiver.window == 3)
    }

    @Test(arguments: [(0, 1), (1, 1), (3, 3), (4, 4), (5, 4), (127, 4), (200, 4), (255, 4)] as [(UInt8, UInt8)])
    func `the window is what both sides take`(proposed: UInt8, window: UInt8) {
        var receiver = receiver()
        _ = receiver.take([1], sequence: 0, moreFollows: true, proposedWindow: proposed)
        #expect(receiver.window == window)
    }

    @Test func `a gap is asked for once`() {
        var receiver = receiver()
        _ = receiver.take([0], sequence: 0, moreFollows: true, proposedWindow: 4)
        let gap = receiver.take([2], sequence: 2, moreFollows: true, proposedWindow: 4)
        #expect(gap == .acknowledge(sequence: 0, negative: true))
        #expect(receiver.take([3], sequence: 3, moreFollows: true, proposedWindow: 4) == .wait)
        #expect(receiver.take([1], sequence: 1, moreFollows: true, proposedWindow: 4) == .wait)
        let again = receiver.take([3], sequence: 3, moreFollows: true, proposedWindow: 4)
        #expect(again == .acknowledge(sequence: 1, negative: true))
        #expect(receiver.body == [0, 1])
    }

    @Test func `a segment that comes twice counts once, and its acknowledgement is repeated`() {
        var receiver = receiver()
        _ = receiver.take([0], sequence: 0, moreFollows: true, proposedWindow: 4)
        let again = receiver.take([9], sequence: 0, moreFollows: true, proposedWindow: 4)
        #expect(again == .acknowledge(sequence: 0, negative: false))
        #expect(receiver.body == [0])
    }

    @Test func `before the first segment nothing is acknowledged`() {
        var receiver = receiver()
        #expect(receiver.take([5], sequence: 5, moreFollows: true, proposedWindow: 4) == .wait)
        #expect(receiver.take([255], sequence: 255, moreFollows: false, proposedWindow: 4) == .wait)
        #expect(receiver.remind() == .wait)
        #expect(receiver.count == 0)
    }

    @Test func `what is missing is asked for when nothing comes`() {
        var receiver = receiver()
        _ = receiver.take([0], sequence: 0, moreFollows: true, proposedWindow: 4)
        #expect(receiver.remind() == .acknowledge(sequence: 0, negative: true))
    }

    @Test func `more segments or octets than the limits end the exchange`() {
        var few = receiver(segments: 2)
        #expect(few.take([0], sequence: 0, moreFollows: true, proposedWindow: 1) != .overflow)
        #expect(few.take([1], sequence: 1, moreFollows: true, proposedWindow: 1) != .overflow)
        #expect(few.take([2], sequence: 2, moreFollows: true, proposedWindow: 1) == .overflow)
        var small = receiver(octets: 3)
        #expect(small.take([0, 1, 2], sequence: 0, moreFollows: true, proposedWindow: 1) != .overflow)
        #expect(small.take([3], sequence: 1, moreFollows: false, proposedWindow: 1) == .overflow)
        #expect(small.body == [0, 1, 2])
    }

    @Test func `a message is sent as one segment, then as the window allows`() throws {
        var sender = try #require(SegmentSender([1, 2, 3, 4, 5, 6, 7], size: 2, limit: 4))
        #expect(sender.window.map(\.octets) == [[1, 2]])
        #expect(sender.acknowledge(0, negative: false, window: 2) == .send)
        #expect(sender.window.map(\.octets) == [[3, 4], [5, 6]])
        #expect(sender.acknowledge(0, negative: false, window: 2) == .wait)
        #expect(sender.acknowledge(1, negative: true, window: 9) == .send)
        #expect(sender.window.map(\.octets) == [[5, 6], [7]])
        #expect(sender.window.map(\.sequence) == [2, 3])
        #expect(sender.window.map(\.moreFollows) == [true, false])
        #expect(sender.acknowledge(3, negative: false, window: 9) == .done)
    }

    @Test func `an acknowledgement of what was not sent is not believed`() throws {
        var sender = try #require(SegmentSender([1, 2, 3, 4], size: 2, limit: 4))
        #expect(sender.acknowledge(7, negative: false, window: 1) == .wait)
        #expect(sender.acknowledge(255, negative: true, window: 1) == .send)
        #expect(sender.window.map(\.sequence) == [0])
    }

    @Test(arguments: [(7, 2, 4, true), (7, 2, 3, false), (0, 5, 1, true), (600, 1, 1000, false), (3, 0, 3, true)])
    func `a message that needs more segments than are taken is not sent`(
        octets: Int, size: Int, limit: Int, fits: Bool
    ) {
        #expect((SegmentSender([UInt8](repeating: 0, count: octets), size: size, limit: limit) != nil) == fits)
    }

    /// Segments and acknowledgements are lost, doubled and swapped; whoever hears nothing repeats itself.
    @Test(arguments: 0..<200) func `a message arrives over a bad line as it was sent`(seed: Int) throws {
        var random = Seeded(seed: UInt64(seed))
        let body = (0..<Int.random(in: 1...900, using: &random)).map { UInt8(truncatingIfNeeded: $0 &* 7) }
        var sender = try #require(SegmentSender(body, size: 20, limit: 64))
        var receiver = receiver(window: UInt8.random(in: 1...20, using: &random))
        var done = false
        for _ in 0..<3000 where !done {
            var acknowledgements = [receiver.remind()]
            for segment in lossy(sender.window, &random) where !done {
                let step = receiver.take(
                    segment.octets, sequence: segment.sequence, moreFollows: segment.moreFollows,
                    proposedWindow: UInt8.random(in: 1...20, using: &random))
                if case .complete = step { done = true }
                #expect(step != .overflow)
                acknowledgements.append(step)
            }
            for case .acknowledge(let sequence, let negative) in lossy(acknowledgements, &random) {
                _ = sender.acknowledge(sequence, negative: negative, window: receiver.window)
            }
        }
        #expect(done)
        #expect(receiver.body == body)
    }

    private func lossy<Item>(_ items: [Item], _ random: inout Seeded) -> [Item] {
        var result: [Item] = []
        for item in items where Int.random(in: 0..<4, using: &random) > 0 {
            result.append(item)
            if Int.random(in: 0..<6, using: &random) == 0 { result.append(item) }
        }
        if result.count > 1, Int.random(in: 0..<4, using: &random) == 0 {
            result.swapAt(0, Int.random(in: 1..<result.count, using: &random))
        }
        return result
    }
}
