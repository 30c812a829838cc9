import BACnet
import PhaseLoom

/// What a live survey finds beyond the inventory.
enum SurveyRemarks {
    /// An address that was asked and gave nothing.
    static func unreachable(_ place: String, _ reason: String) -> CollectedFinding {
        CollectedFinding(
            "silent-address", .error, "'\(place)' gives nothing: \(reason)", subject: place,
            hint: "see the address, the port, and what stands between")
    }

    /// Units that gave nothing at a gateway that reaches others.
    static func silent(_ units: [String], at place: String, _ reason: String) -> CollectedFinding {
        CollectedFinding(
            "silent-units", .warning, "'\(place)' gives nothing of the units \(units.listed): \(reason)",
            subject: place, hint: "leave out those that are not there, and see the others and their line")
    }

    /// A device that answers and was not asked for.
    static func outside(_ device: DeviceSighting) -> CollectedFinding {
        CollectedFinding(
            "outside-range", .warning,
            "the device at '\(device.peer)' has the instance \(device.device.instance), which was not asked for",
            subject: "device \(device.device.instance)", hint: "widen the range of instances, or leave the address out")
    }

    /// A device that does something else with segments than it says.
    static func contradiction(_ device: DeviceSighting) -> CollectedFinding {
        CollectedFinding(
            "segmentation-differs", .warning,
            "it claims '\(device.segmentation)', and was seen to do something else",
            subject: "device \(device.device.instance) at \(device.peer)",
            hint: "plan with what was observed: short lists, and few points in a request")
    }

    /// How a search by broadcast went, where that says anything.
    static func findings(_ sweep: DeviceSweep, at place: String) -> [CollectedFinding] {
        var findings: [CollectedFinding] = []
        if sweep.devices.isEmpty {
            findings.append(unreachable(place, "no device answers in \(sweep.rounds) rounds"))
        }
        for device in sweep.stragglers {
            findings.append(
                CollectedFinding(
                    "straggler", .note, "it answered only when it was asked for the \(device.round). time",
                    subject: "device \(device.device.instance) at \(device.peer)",
                    hint: "look for devices several times, and see the load of its network"))
        }
        return findings
    }

    /// What was odd in the traffic.
    static func findings(_ remarks: [ExchangeRemark]) -> [CollectedFinding] {
        remarks.map { remark in
            CollectedFinding(
                code(remark.kind), remark.kind == .router ? .warning : .note, remark.detail.clipped(to: 300),
                subject: "\(remark.source)", hint: "know it when the integration is built")
        }
    }

    private static func code(_ kind: ExchangeRemark.Kind) -> ID {
        switch kind {
        case .answerFromElsewhere: "answer-from-elsewhere"
        case .oversizeSegment: "oversize-segment"
        case .malformed: "unreadable-message"
        case .stray: "stray-answer"
        case .router: "router-refuses"
        }
    }
}
