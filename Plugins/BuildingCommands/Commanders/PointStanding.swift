/// What a point holds, and who commands it.
public struct PointStanding: Hashable, Sendable {
    /// Its value: a number, or the registers that it takes; empty for what is none.
    public let raw: [Double]
    /// The place in its priority array that a command would take.
    public let place: Place
    /// The higher priority at which somebody commands it; `nil` when nobody does.
    public let overriding: UInt8?

    /// A place in the priority array of a point.
    public enum Place: Hashable, Sendable {
        /// The point has no priorities.
        case none
        /// Nobody uses it.
        case free
        /// Somebody uses it, with a number if it is one.
        case taken(Double?)
    }

    /// What is where a command writes: a number, or registers; empty for what is none, `nil` for a free place.
    var own: [Double]? {
        switch place {
        case .none: raw
        case .free: nil
        case .taken(let number): number.map { [$0] } ?? []
        }
    }

    /// Whether a command holds the point, as far as reading can tell.
    ///
    /// It does when the point holds what it held right after the write. Where nobody could read that, only the ordered
    /// value counts, as a device may round it.
    func isHeld(by held: HeldCommand) -> Bool {
        guard let own else { return false }
        return held.written.map { $0 == own } ?? held.command.target.isRounding(own, of: held.command.raw)
    }

    /// How the point gets back to where it is now; `nil` when what it holds is no number that could be given back.
    func way(back command: PointCommand) -> ReleaseWay? {
        guard place == .none else { return .relinquish }
        let values = command.releaseValue.flatMap(command.target.raw(of:)) ?? raw
        return values.isEmpty || !values.allSatisfy(\.isFinite) ? nil : .restore(values)
    }
}

extension PointStanding: CustomStringConvertible {
    /// What the point holds and who commands it, in words.
    public var description: String {
        let value = raw.isEmpty ? "no number" : raw.map(Self.text).joined(separator: " ")
        let over = overriding.map { ", commanded at priority \($0)" } ?? ""
        return switch place {
        case .none: "it holds \(value)"
        case .free: "it holds \(value), the priority is free\(over)"
        case .taken(let number): "it holds \(value), the priority holds \(number.map(Self.text) ?? "a value")\(over)"
        }
    }

    private static func text(_ number: Double) -> String {
        let text = number.description
        return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }
}
