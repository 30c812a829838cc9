import PhaseLoom

/// A ticket as a desk exports it.
struct TicketRecord {
    let isAnswered: Bool
    let isSolved: Bool
    let isReopened: Bool
    /// Whether the first contact solved it, where that is recorded.
    let isFirstContact: Bool?
    /// The answer of the client from 1 to 5, if there is one.
    let satisfaction: Int?

    static let columns = ["ticket", "response-met", "resolution-met", "reopened"]
    static let optional = ["first-contact", "satisfaction"]

    init(_ row: inout TableRow) {
        _ = row.text("ticket")
        isAnswered = row.flag("response-met")
        isSolved = row.flag("resolution-met")
        isReopened = row.flag("reopened")
        isFirstContact = row.optionalText("first-contact") == nil ? nil : row.flag("first-contact")
        satisfaction = row.optionalCount("satisfaction")
        if let satisfaction, !(1...5).contains(satisfaction) {
            row.note("satisfaction", "'\(satisfaction)' is no answer", hint: "use 1 to 5, where 5 is very satisfied")
        }
    }

    /// The figures of some tickets.
    static func figures(of tickets: [TicketRecord]) -> [Measurement] {
        let answers = tickets.compactMap(\.satisfaction)
        let contacts = tickets.compactMap(\.isFirstContact)
        var figures = [
            Measurement(.response, Ratio(of: tickets, where: \.isAnswered).percent),
            Measurement(.resolution, Ratio(of: tickets, where: \.isSolved).percent),
            Measurement(.reopening, Ratio(of: tickets, where: \.isReopened).percent),
            Measurement("tickets", Double(tickets.count)),
        ]
        if !answers.isEmpty { figures.append(Measurement(.satisfaction, Ratio(of: answers) { $0 >= 4 }.percent)) }
        if !contacts.isEmpty {
            figures.append(Measurement("first-contact-resolution", Ratio(of: contacts) { $0 }.percent, unit: "%"))
        }
        return figures
    }
}

extension Measurement {
    /// A figure of the service.
    init(_ metric: ServiceMetric, _ value: Double?) { self.init(metric.measure, value, unit: metric.unit) }
}
