import PhaseLoom

/// The three years of a certificate: the first surveillance is due within twelve months of the decision, then one is
/// due in each calendar year (ISO/IEC 17021-1:2015, 9.1.3.3).
///
/// After a first audit in the year of issue a third one is due before expiry; it is not asked about.
struct CertificateCycle {
    let issued: Day
    /// The days of the surveillance audits of years 1 and 2; `nil` for one that was not held.
    let audits: [Day?]

    /// The first day on which the certificate is no longer valid.
    var expiry: Day { issued.adding(years: 3) }

    /// The audits that count: two in one calendar year are one.
    private var counted: [Day?] {
        guard let first = audits.first ?? nil else { return audits }
        return [first] + audits.dropFirst().map { later in later.flatMap { $0.year > first.year ? $0 : nil } }
    }

    /// The last day for the first or second surveillance audit.
    private func due(_ place: Int) -> Day {
        guard place > 1 else { return issued.adding(years: 1) }
        let first = (audits.first ?? nil).map { $0.year + 1 } ?? issued.year + 2
        return .last(of: min(first, issued.year + 2))
    }

    /// Where the certificate stands on a day.
    func standing(on day: Day) -> Standing {
        guard day >= issued else { return notIssued(day) }
        var standing = day < expiry ? valid(day) : expired(day)
        for (place, audit) in counted.enumerated() { weigh(audit, year: place + 1, on: day, &standing) }
        return standing
    }

    private func notIssued(_ day: Day) -> Standing {
        var standing = Standing(word: .notYetIssued, uncovered: issued.days(since: day))
        standing.find(
            "certificate-not-issued", .error, "the certificate is issued only on \(issued.date)", about: issued,
            hint: "rely on it from then on")
        return standing
    }

    private func valid(_ day: Day) -> Standing {
        let next = [due(1), due(2)].enumerated().filter { place, due in
            due >= day && (counted[place].map { $0 > day } ?? true)
        }.map { $0.element.adding(days: 1) }
        var standing = Standing(word: .valid, remaining: expiry.days(since: day), until: next.first ?? expiry)
        if standing.remaining <= 90 {
            standing.find(
                "certificate-expires-soon", .warning, "the certificate expires in \(standing.remaining) days",
                about: expiry, hint: "decide on recertification before \(expiry.date)")
        }
        return standing
    }

    private func expired(_ day: Day) -> Standing {
        var standing = Standing(word: .expired, uncovered: day.days(since: expiry) + 1)
        standing.find(
            "certificate-expired", .error, "the certificate expired on \(expiry.date)", about: expiry,
            hint: "ask for the certificate of the next cycle")
        return standing
    }

    private func weigh(_ audit: Day?, year: Int, on day: Day, _ standing: inout Standing) {
        let due = due(year)
        guard let audit, audit <= day else {
            guard day > due else { return }
            standing.uncovered = max(standing.uncovered, day.days(since: due))
            if standing.word == .valid { standing.word = .surveillanceOverdue }
            standing.until = nil
            standing.find(
                "surveillance-overdue", .error, "surveillance of year \(year) was due on \(due.date)", about: due,
                hint: "hold the audit, and ask the body whether the certificate is suspended")
            return
        }
        if audit > due {
            standing.find(
                "surveillance-late", .warning,
                "surveillance of year \(year) was held \(audit.days(since: due)) days late",
                about: audit, hint: "ask the body why the certificate stood meanwhile")
        }
    }
}
