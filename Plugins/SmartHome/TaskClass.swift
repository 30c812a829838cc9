import Credentials
import PhaseLoom

/// A class of work in a home, for which people are licensed.
enum TaskClass: String, CaseIterable {
    case lineVoltage = "line-voltage"
    case lowVoltage = "low-voltage"
    case alarm
    case solar = "pv"

    /// The name by which rules of licences know it.
    var id: ID { "\(rawValue)" }

    /// The work as statements name it.
    var title: String { self == .solar ? "photovoltaic" : rawValue }
}

/// A place whose licensing law is known for some classes of work.
enum LicensingPlace: String, CaseIterable {
    case california = "us-ca"
    case texas = "us-tx"
    case florida = "us-fl"
    case northCarolina = "us-nc"
    case maryland = "us-md"
    case other

    /// The name by which rules of licences know it.
    var id: ID { "\(rawValue)" }

    /// The rules of the place for a class of work; none where they are not known, which is not to say that it is free.
    func rules(for task: TaskClass) -> [LicenceRule] {
        LicenceRule.homes.filter { $0.jurisdiction == id && $0.taskClass == task.id }
    }
}

extension LicenceRule {
    /// What is known of licences for work in homes: California by class of contractor, Texas by discipline.
    ///
    /// A C-7 contractor works on systems up to 91 volts; who may do all electrical work may do theirs, too.
    static let homes = [
        LicenceRule("us-ca", "line-voltage", licenceClasses: ["c-10"], source: "16 CCR 832.10"),
        LicenceRule("us-ca", "low-voltage", licenceClasses: ["c-7", "c-10"], source: "16 CCR 832.07"),
        LicenceRule("us-ca", "pv", licenceClasses: ["c-46", "c-10"], source: "16 CCR 832.46"),
        LicenceRule(
            "us-ca", "alarm", licenceClasses: ["alarm-company"], source: "California Business and Professions Code 7590"
        ),
        LicenceRule(
            "us-tx", "line-voltage", licenceClasses: ["electrician"], source: "Texas Occupations Code, chapter 1305"),
        LicenceRule("us-tx", "pv", licenceClasses: ["electrician"], source: "Texas Occupations Code, chapter 1305"),
        LicenceRule(
            "us-tx", "alarm", licenceClasses: ["alarm-company"], source: "Texas Occupations Code, chapter 1702"),
        LicenceRule(
            "us-fl", "alarm", licenceClasses: ["alarm-contractor"], source: "Florida Statutes, chapter 489, part II"),
        LicenceRule(
            "us-nc", "alarm", licenceClasses: ["alarm-company"],
            source: "North Carolina General Statutes, chapter 74D"),
        LicenceRule(
            "us-md", "alarm", licenceClasses: ["security-systems-technician"],
            source: "Maryland Business Occupations and Professions Article, title 18"),
    ]
}
