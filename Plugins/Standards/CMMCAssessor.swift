/// Who assesses for the Cybersecurity Maturity Model Certification.
enum CMMCAssessor: String, CaseIterable {
    /// Whoever the level asks for at least.
    case byLevel = "by-level"
    /// The organisation itself.
    case own = "self"
    /// An assessment organisation that the accreditation body authorised.
    case authorised = "c3pao"
    /// The assessment centre of the Department of Defense.
    case government

    /// Those who may assess a level, the one meant by default first.
    static func allowed(at level: Int) -> [CMMCAssessor] {
        switch level {
        case 1: [.own]
        case 2: [.authorised, .own]
        default: [.government]
        }
    }

    /// The paragraphs on the assessment of a level.
    func source(at level: Int) -> String {
        switch (level, self) {
        case (1, _): "32 CFR 170.15"
        case (2, .own): "32 CFR 170.16"
        case (2, _): "32 CFR 170.17"
        default: "32 CFR 170.18"
        }
    }
}
